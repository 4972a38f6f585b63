-- What control charts can be drawn of, what made their limits, and what people leave out of the next ones.

-- The distinct series of all measurements: finding them among millions would read too much for a request.
create table control_series (
  id uuid primary key,
  material_id uuid not null references material deferrable,
  analyte nonempty not null,
  level nonempty,
  unique nulls not distinct (material_id, analyte, level)
);
create index on control_series (analyte);
insert into control_series (id, material_id, analyte, level)
  select gen_random_uuid(), material_id, analyte, level from (
    select distinct material_id, analyte, level from measurement
  ) as found;
create trigger control_series_stays before update on control_series
  for each row execute function only_columns_change();
create trigger control_series_kept before delete or truncate on control_series
  for each statement execute function is_kept();

-- The runs that the limits of a series come from, with their times, oldest first.
drop trigger baseline_series_stays on baseline_series;
alter table baseline_series add column used jsonb;
update baseline_series set used = found.used
  from (
    select series.id, (
      select coalesce(jsonb_agg(jsonb_build_object('run', p.point -> 'run', 'time', p.point -> 'time') order by number), '[]')
      from jsonb_array_elements(s -> 'points') with ordinality p (point, number) where p.point -> 'excluded' = 'null'
    ) as used
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

-- A measurement whose cause is known and that no later baseline is to be made of. Its verdict stays as it is.
create table measurement_exclusion (
  id uuid primary key,
  measurement_id uuid not null references measurement deferrable,
  reason nonempty not null,
  signature_id uuid not null references signature deferrable,
  excluded_at timestamptz(3) not null,
  withdrawn_at timestamptz(3),
  withdrawal_reason text check (withdrawal_reason <> ''),
  withdrawal_signature_id uuid references signature deferrable,
  check (num_nulls(withdrawn_at, withdrawal_reason, withdrawal_signature_id) in (0, 3)),
  check (withdrawn_at >= excluded_at)
);
create unique index measurement_exclusion_in_force on measurement_exclusion (measurement_id) where withdrawn_at is null;
create index on measurement_exclusion (measurement_id, excluded_at);
create trigger measurement_exclusion_stays before update on measurement_exclusion
  for each row execute function only_columns_change('withdrawn_at', 'withdrawal_reason', 'withdrawal_signature_id');
create trigger measurement_exclusion_kept before delete or truncate on measurement_exclusion
  for each statement execute function is_kept();
