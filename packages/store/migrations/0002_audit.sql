-- Who did what, when and why: rows that are only ever added, each holding the hash of the one before.
-- docs/methods/audit.md says what this finds and what it cannot.

create table audit_event (
  sequence bigint primary key check (sequence > 0),
  time timestamptz(3) not null,
  actor text not null check (actor <> ''),
  action text not null check (action <> ''),
  subject_kind text not null check (subject_kind <> ''),
  subject_id text not null check (subject_id <> ''),
  old_value text check (old_value is null or old_value::json is not null), -- canonical JSON: text, since jsonb would spell it anew
  new_value text check (new_value is null or new_value::json is not null),
  reason text check (reason <> ''),
  previous_hash sha256 not null,
  hash sha256 not null
);
create index audit_event_subject on audit_event (subject_kind, subject_id, sequence);
create index audit_event_actor on audit_event (actor, sequence);
create index audit_event_time on audit_event (time, sequence);

-- The end of the chain. Whoever adds a row holds this one until the transaction ends, so that rows have one order.
create table audit_head (
  only_row boolean primary key default true check (only_row),
  sequence bigint not null check (sequence >= 0),
  hash sha256 not null
);
insert into audit_head (sequence, hash) values (0, repeat('0', 64));

-- Nothing is in it. A serialisable transaction that locks it first waits for its turn rather than losing it.
create table audit_turn (never_filled boolean primary key check (false));

-- The text that is hashed: the canonical JSON (RFC 8785) of the row. In PL/pgSQL, which plans once a session.
create function audit_canonical_text(event audit_event) returns text language plpgsql stable as $$
begin
  return '{"action":' || to_json(event.action::text)
    || ',"actor":' || to_json(event.actor::text)
    || ',"new":' || coalesce(to_json(event.new_value)::text, 'null')
    || ',"old":' || coalesce(to_json(event.old_value)::text, 'null')
    || ',"previous":' || to_json(event.previous_hash::text)
    || ',"reason":' || coalesce(to_json(event.reason)::text, 'null')
    || ',"schema":"touchstone/audit-event/1"'
    || ',"sequence":' || event.sequence
    || ',"subject":{"id":' || to_json(event.subject_id::text) || ',"kind":' || to_json(event.subject_kind::text) || '}'
    || ',"time":' || to_json(to_char(event.time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    || '}';
end $$;

-- Gives a row its place, time and hashes. A row that brings them, such as one restored from a copy, has to bring the
-- right ones. Runs as the owner, so that whoever may add rows need not be able to write audit_head.
create function audit_chain() returns trigger language plpgsql
security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  head record;
  added record;
  given_hash text := new.hash;
begin
  select sequence, hash into strict head from audit_head for update;
  -- Rows of the same statement come after the noted end until that statement is done.
  select sequence, hash into added from audit_event
    where sequence > head.sequence order by sequence desc limit 1;
  if found then
    head := added;
  end if;
  if num_nonnulls(new.sequence, new.time, new.previous_hash, new.hash) = 0 then
    new.sequence := head.sequence + 1;
    new.time := date_trunc('milliseconds', clock_timestamp());
    new.previous_hash := head.hash;
  elsif (new.sequence, new.previous_hash::text) is distinct from (head.sequence + 1, head.hash::text) then
    raise exception 'row % does not follow row % of the audit trail', new.sequence, head.sequence
      using errcode = 'integrity_constraint_violation', table = 'audit_event';
  end if;
  new.hash := encode(pg_catalog.sha256(convert_to(audit_canonical_text(new), 'UTF8')), 'hex');
  if new.hash is null or given_hash <> new.hash then
    raise exception 'the hash of row % of the audit trail is not that of its content', new.sequence
      using errcode = 'integrity_constraint_violation', table = 'audit_event';
  end if;
  return new;
end $$;

create trigger audit_event_chain before insert on audit_event for each row execute function audit_chain();

-- Once a statement, not once a row: a transaction that adds many rows would leave as many dead versions of the note,
-- and look through all of them for each further row.
create function audit_note_end() returns trigger language plpgsql
security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update audit_head set sequence = last.sequence, hash = last.hash
    from (select sequence, hash from audit_event order by sequence desc limit 1) as last
    where last.sequence > audit_head.sequence;
  return null;
end $$;

create trigger audit_event_end after insert on audit_event for each statement execute function audit_note_end();

create function audit_is_kept() returns trigger language plpgsql as $$
begin
  raise exception '% on % is refused: the audit trail is only ever added to', lower(tg_op), tg_table_name
    using errcode = 'integrity_constraint_violation', table = tg_table_name;
end $$;

create trigger audit_event_kept before update or delete or truncate on audit_event
  for each statement execute function audit_is_kept();
create trigger audit_head_kept before insert or delete or truncate on audit_head
  for each statement execute function audit_is_kept();
-- Only the chain moves its end.
create trigger audit_head_moved before update on audit_head
  for each statement when (pg_trigger_depth() = 0) execute function audit_is_kept();

-- Also where session_replication_role is replica.
alter table audit_event enable always trigger audit_event_chain;
alter table audit_event enable always trigger audit_event_end;
alter table audit_event enable always trigger audit_event_kept;
alter table audit_head enable always trigger audit_head_kept;
alter table audit_head enable always trigger audit_head_moved;
