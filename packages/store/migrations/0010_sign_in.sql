-- Guarding sign-in, proofs of who signs, and the words that were signed.

-- Wrong passwords in a row, by the name that was tried and where from: a network address, a session, or '*' for all places
-- together. Names that no account has are counted too, so that nothing tells which names there are.
create table sign_in_failure (
  name_sha256 sha256 not null,
  source nonempty not null,
  failures integer not null check (failures >= 1),
  locked_until timestamptz(3),
  last_at timestamptz(3) not null,
  primary key (name_sha256, source)
);
create index on sign_in_failure (last_at);
alter table principal drop column failed_sign_ins, drop column locked_until;

-- The CSRF token is computed from the session's token.
alter table session drop column csrf_sha256;
-- When the provider says that the person last proved who they are, by the provider's clock.
alter table session add column provider_authenticated_at timestamptz(3);

-- A person of a provider proved anew who they are. Counts for one signing request.
create table reauthentication (
  id uuid primary key,
  session_id uuid not null references session deferrable,
  authenticated_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_by uuid, -- the signing request
  check (expires_at > authenticated_at)
);
create index on reauthentication (session_id, authenticated_at);
create trigger reauthentication_kept before delete or truncate on reauthentication
  for each statement execute function is_kept();

-- Exactly what record_sha256 is the hash of: canonical JSON.
alter table signature add column record_content text
  check (encode(sha256(convert_to(record_content, 'UTF8')), 'hex') = record_sha256);
alter table signature add check (record_content::json is not null or record_content is null);

create index on audit_event (action, sequence);
