-- Series of scores are put together by what their runs have in common, in the order in which these were performed.

-- A comparison repeats that of its run, so that no other runs are read; the keys hold it to that.
create unique index run_of_instrument on run (id, instrument_id);
create unique index run_of_time on run (id, performed_at);
drop trigger comparison_stays on comparison;
alter table comparison add column instrument_id uuid;
alter table comparison add column run_performed_at timestamptz(3);
update comparison set instrument_id = run.instrument_id, run_performed_at = run.performed_at
  from run where run.id = comparison.run_id;
alter table comparison alter column run_performed_at set not null;
alter table comparison add foreign key (run_id, instrument_id) references run (id, instrument_id) deferrable;
alter table comparison add foreign key (run_id, run_performed_at) references run (id, performed_at) deferrable;
create trigger comparison_stays before update on comparison
  for each row execute function only_columns_change('superseded_at');
create index comparison_of_series on comparison
  (assay_id, truth_set_id, pipeline_version_id, instrument_id, format, run_performed_at) where superseded_at is null;
