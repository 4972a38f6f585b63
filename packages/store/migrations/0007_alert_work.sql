-- Which assay an alert is about, who looks into it, and in which order and runs its cause was found.

-- What several kinds find about one cause are several alerts.
drop index alert_not_resolved;
create unique index alert_not_resolved on alert (kind, cause) where status <> 'resolved';
create index on alert (kind, cause, opened_at);

alter table alert add column assay nonempty; -- its name: an alert outlives the version that it was raised under
alter table alert add column assigned_to uuid references principal deferrable;
drop trigger alert_stays on alert;
update alert set assay = assay.name from run join assay on assay.id = run.assay_id where run.id = alert.run_id;
create trigger alert_stays before update on alert for each row execute function only_columns_change(
  'status', 'level', 'acknowledged_at', 'acknowledged_by', 'resolved_at', 'resolved_by', 'resolution', 'assigned_to');
create index on alert (kind, opened_at, id);
create index on alert (level, opened_at, id);
create index on alert (assay, opened_at, id);
create index on alert (assigned_to, opened_at, id);

create table alert_assignment (
  alert_id uuid not null references alert deferrable,
  number integer not null check (number >= 1),
  assigned_to uuid references principal deferrable, -- null: it was taken back
  assigned_by uuid not null references principal deferrable,
  at timestamptz(3) not null default now(),
  primary key (alert_id, number)
);
create trigger alert_assignment_stays before update on alert_assignment
  for each row execute function only_columns_change();
create trigger alert_assignment_kept before delete or truncate on alert_assignment
  for each statement execute function is_kept();

-- Ids are made by clocks, of which replicas have one each: they tell no order.
alter table alert_occurrence add column number integer check (number >= 1);
alter table alert_occurrence add column run_id uuid references run deferrable;
drop trigger alert_occurrence_stays on alert_occurrence;
update alert_occurrence set number = numbered.number, run_id = case numbered.number when 1 then alert.run_id end
  from (select id, row_number() over (partition by alert_id order by id) as number from alert_occurrence) as numbered, alert
  where numbered.id = alert_occurrence.id and alert.id = alert_occurrence.alert_id;
create trigger alert_occurrence_stays before update on alert_occurrence
  for each row execute function only_columns_change();
alter table alert_occurrence alter column number set not null;
alter table alert_occurrence add unique (alert_id, number);
create index on alert_occurrence (run_id);
