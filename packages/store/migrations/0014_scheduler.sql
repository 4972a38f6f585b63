-- What time alone brings: alerts found by the clock, and when each task of the scheduler was last carried out.

alter table alert drop constraint alert_kind_check;
alter table alert add constraint alert_kind_check
  check (kind in ('immediate', 'predictive', 'reproducibility', 'due'));

create table scheduled_task (
  name nonempty primary key,
  holder nonempty not null,
  started_at timestamptz(3) not null,
  succeeded_at timestamptz(3),
  failure text check (failure <> '')
);
