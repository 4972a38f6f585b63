-- What somebody has to look into, and what was done about it.

create table alert (
  id uuid primary key,
  content_id sha256 not null unique,
  kind text not null check (kind in ('immediate', 'predictive', 'reproducibility')),
  cause nonempty not null,
  subject nonempty not null,
  status text not null default 'open' check (status in ('open', 'acknowledged', 'resolved')),
  level integer not null default 0 check (level >= 0),
  run_id uuid references run deferrable,
  verdict_id uuid references verdict deferrable,
  follows uuid unique references alert deferrable,
  opened_at timestamptz(3) not null,
  acknowledged_at timestamptz(3),
  acknowledged_by uuid references principal deferrable,
  resolved_at timestamptz(3),
  resolved_by uuid references principal deferrable,
  resolution text check (resolution <> ''),
  check (follows <> id),
  check (acknowledged_at >= opened_at),
  check (resolved_at >= acknowledged_at),
  check ((acknowledged_at is null) = (acknowledged_by is null)),
  check ((status = 'open') = (acknowledged_at is null)),
  check ((status = 'resolved') = (resolved_at is not null)),
  check (num_nulls(resolved_at, resolved_by, resolution) in (0, 3))
);
create unique index alert_not_resolved on alert (cause) where status <> 'resolved';
create index on alert (status, opened_at, id);
create index on alert (opened_at, id);
create index on alert (run_id);
create index on alert (verdict_id);
create trigger alert_moves before update on alert for each row
  execute function only_moves('status', 'open>acknowledged', 'acknowledged>resolved');

create table alert_occurrence (
  id uuid primary key,
  alert_id uuid not null references alert deferrable,
  key nonempty not null,
  happened_at timestamptz(3) not null,
  sentence nonempty not null,
  evidence jsonb not null,
  unique (alert_id, key)
);

create table alert_history (
  alert_id uuid not null references alert deferrable,
  number integer not null check (number >= 1),
  action text not null check (action in ('raised', 'escalated', 'acknowledged', 'resolved')),
  at timestamptz(3) not null default now(),
  principal_id uuid references principal deferrable, -- null where a policy acted
  reason text check (reason <> ''),
  level integer not null check (level >= 0),
  primary key (alert_id, number),
  check (action not in ('acknowledged', 'resolved') or principal_id is not null),
  check (action <> 'resolved' or reason is not null)
);

create table non_conformance (
  id uuid primary key,
  number integer not null unique check (number >= 1),
  title nonempty not null,
  description nonempty not null,
  severity text not null check (severity in ('minor', 'major', 'critical')),
  status text not null default 'open' check (status in ('open', 'closed')),
  run_id uuid references run deferrable,
  opened_by uuid not null references principal deferrable,
  opened_at timestamptz(3) not null default now(),
  root_cause text check (root_cause <> ''),
  closed_at timestamptz(3),
  closing_signature_id uuid references signature deferrable,
  check (closed_at >= opened_at),
  check ((status = 'closed') = (closed_at is not null)),
  check (status = 'open' or (root_cause is not null and closing_signature_id is not null))
);
create index on non_conformance (status, opened_at, id);
create index on non_conformance (run_id);
create trigger non_conformance_moves before update on non_conformance for each row
  execute function only_moves('status', 'open>closed');

create table non_conformance_alert (
  non_conformance_id uuid not null references non_conformance deferrable,
  alert_id uuid not null references alert deferrable,
  primary key (non_conformance_id, alert_id)
);
create index on non_conformance_alert (alert_id);

create table corrective_action (
  id uuid primary key,
  non_conformance_id uuid not null references non_conformance deferrable,
  kind text not null check (kind in ('corrective', 'preventive')),
  description nonempty not null,
  status text not null default 'planned' check (status in ('planned', 'done', 'verified', 'abandoned')),
  assigned_to uuid references principal deferrable,
  due_on date,
  done_at timestamptz(3),
  verified_at timestamptz(3),
  verified_by uuid references principal deferrable,
  outcome text check (outcome <> ''),
  created_at timestamptz(3) not null default now(),
  check (status not in ('done', 'verified') or done_at is not null),
  check ((status = 'verified') = (verified_at is not null)),
  check ((verified_at is null) = (verified_by is null)),
  check (status not in ('verified', 'abandoned') or outcome is not null),
  check (verified_by <> assigned_to), -- nobody verifies what was theirs to do
  check (verified_at >= done_at)
);
create index on corrective_action (non_conformance_id);
create index on corrective_action (status, due_on, id);
create trigger corrective_action_moves before update on corrective_action for each row execute function only_moves(
  'status', 'planned>done', 'planned>abandoned', 'done>verified', 'done>planned', 'done>abandoned');

create trigger alert_stays before update on alert for each row execute function only_columns_change(
  'status', 'level', 'acknowledged_at', 'acknowledged_by', 'resolved_at', 'resolved_by', 'resolution');
create trigger alert_occurrence_stays before update on alert_occurrence
  for each row execute function only_columns_change();
create trigger alert_history_stays before update on alert_history for each row execute function only_columns_change();

create trigger alert_kept before delete or truncate on alert for each statement execute function is_kept();
create trigger alert_occurrence_kept before delete or truncate on alert_occurrence
  for each statement execute function is_kept();
create trigger alert_history_kept before delete or truncate on alert_history
  for each statement execute function is_kept();
create trigger non_conformance_kept before delete or truncate on non_conformance
  for each statement execute function is_kept();
create trigger corrective_action_kept before delete or truncate on corrective_action
  for each statement execute function is_kept();
