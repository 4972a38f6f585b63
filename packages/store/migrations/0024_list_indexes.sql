-- What lists are sorted by and narrowed to, as a test of every list of the API found them to lack.

create index on non_conformance (opened_at, id);
create index on non_conformance (severity, opened_at, id);
create index on corrective_action (created_at, id);
create index on corrective_action (status, created_at, id);
drop index corrective_action_assigned_to_idx;
create index on corrective_action (assigned_to, created_at, id);
create index on corrective_action (due_on);
create index on comparison (format, performed_at, id);
create index on measurement (level, measured_at, id) where level is not null;
