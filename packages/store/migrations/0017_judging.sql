-- By what a run was judged, and the way back to the measurements before it.

-- Order of recording, which clocks of several replicas do not tell.
alter table change_event add column number bigint generated always as identity unique;

-- On the verdict on a run as a whole: what it is judged by again when an earlier run arrives late.
alter table verdict add column baseline_ids uuid[];
alter table verdict add column change_events_until bigint;
alter table verdict add check ((baseline_ids is null) = (change_events_until is null));
alter table verdict add check (
  baseline_ids is null or num_nonnulls(measurement_id, comparison_id, comparison_stratum_id, replicate_study_id) = 0);

-- A series as control rules see it: what was corrected or brought in from before has no part in it.
create index measurement_judged on measurement
  (material_id, analyte, (coalesce(level, '')), replicate, measured_at) where superseded_at is null and not is_imported;

-- What a chart needs of a series, without its baseline's document.
drop trigger baseline_series_stays on baseline_series;
alter table baseline_series add column limits jsonb; -- as in the document
alter table baseline_series add column excluded jsonb; -- points that were left out, with who, when and why
update baseline_series set limits = found.limits, excluded = found.excluded
  from (
    select series.id, s -> 'limits' as limits, (
      select coalesce(jsonb_agg((p -> 'excluded') || jsonb_build_object('run', p -> 'run', 'value', p -> 'value')), '[]')
      from jsonb_array_elements(s -> 'points') p where p -> 'excluded' <> 'null'
    ) as excluded
    from baseline_series series
    join baseline on baseline.id = series.baseline_id
    join material on material.id = series.material_id
    cross join lateral jsonb_array_elements(baseline.document -> 'content' -> 'series') s
    where s ->> 'material' = material.name and s ->> 'materialLot' is not distinct from material.lot
      and s ->> 'analyte' = series.analyte and s ->> 'level' is not distinct from series.level
  ) as found
  where found.id = baseline_series.id;
create trigger baseline_series_stays before update on baseline_series
  for each row execute function only_columns_change();
