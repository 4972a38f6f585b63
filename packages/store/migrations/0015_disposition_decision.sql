-- Who decided what becomes of a run's results, on which version of the record, and whether that is in force.

-- What a signature stands for and whose it is, for those who refer to it by all three.
alter table signature add unique (id, principal_id, record_sha256);

create table disposition_decision (
  id uuid primary key,
  run_id uuid not null references run deferrable,
  number integer not null check (number >= 1),
  disposition text not null check (disposition in ('released', 'held', 'rejected', 'repeat')),
  proposed text not null check (proposed in ('released', 'held', 'rejected', 'repeat')), -- by policy
  proposal_reasons text[] not null,
  is_override boolean not null,
  reason text check (reason <> ''),
  status text not null check (status in ('pending', 'in force', 'void', 'superseded')),
  record_sha256 sha256 not null, -- of what the run rests on
  signed_sha256 sha256 not null, -- of what the signatures hold: the decision and that record
  signature_id uuid not null,
  signed_by uuid not null,
  second_signature_id uuid,
  second_signed_by uuid,
  is_signed_by_director boolean not null, -- when they signed
  decided_at timestamptz(3) not null default now(),
  in_force_at timestamptz(3),
  ended_at timestamptz(3),
  end_reason text check (end_reason <> ''),
  unique (run_id, number),
  unique (id, run_id, disposition),
  foreign key (signature_id, signed_by, signed_sha256)
    references signature (id, principal_id, record_sha256) deferrable,
  foreign key (second_signature_id, second_signed_by, signed_sha256)
    references signature (id, principal_id, record_sha256) deferrable,
  check (second_signed_by <> signed_by),
  check ((second_signature_id is null) = (second_signed_by is null)),
  -- More lenient than policy proposes: two people, one of them director, and why.
  check (is_override = (array_position(array['released', 'held', 'repeat', 'rejected'], disposition)
    < array_position(array['released', 'held', 'repeat', 'rejected'], proposed))),
  check (not is_override or reason is not null),
  check (not is_override or status in ('pending', 'void')
    or (second_signature_id is not null and is_signed_by_director)),
  check (status <> 'pending' or (is_override and second_signature_id is null)),
  check ((in_force_at is null) = (status in ('pending', 'void'))),
  check ((ended_at is null) = (status in ('pending', 'in force'))),
  check ((end_reason is null) = (ended_at is null))
);
create unique index disposition_pending on disposition_decision (run_id) where status = 'pending';
create unique index disposition_in_force on disposition_decision (run_id) where status = 'in force';
create trigger disposition_decision_moves before update on disposition_decision for each row
  execute function only_moves('status', 'pending>in force', 'pending>void', 'in force>superseded');
create trigger disposition_decision_stays before update on disposition_decision for each row
  execute function only_columns_change('status', 'second_signature_id', 'second_signed_by', 'is_signed_by_director',
    'in_force_at', 'ended_at', 'end_reason');
create trigger disposition_decision_kept before delete or truncate on disposition_decision
  for each statement execute function is_kept();

-- A run is what a decision about it says. Runs of the time before Touchstone were decided elsewhere.
alter table run add column disposition_decision_id uuid;
alter table run add foreign key (disposition_decision_id, id, disposition)
  references disposition_decision (id, run_id, disposition) deferrable;
alter table run add check (disposition = 'held' or is_imported or disposition_decision_id is not null);
create index on run (disposition_decision_id);
