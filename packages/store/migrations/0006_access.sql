-- Signing in, and who proposed what others have to approve.

-- What a browser's cookie stands for. Neither secret is kept, only its hash.
create table session (
  id uuid primary key,
  principal_id uuid not null references principal deferrable,
  token_sha256 sha256 not null unique,
  csrf_sha256 sha256 not null,
  method text not null check (method in ('password', 'oidc')),
  created_at timestamptz(3) not null default now(),
  last_used_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  authenticated_at timestamptz(3) not null, -- when the person last proved who they are
  ended_at timestamptz(3),
  check (expires_at > created_at)
);
create index on session (principal_id, created_at);
create index on session (expires_at);

-- A sign-in by OIDC that is under way: what the provider's answer has to match.
create table oidc_sign_in (
  state_sha256 sha256 primary key,
  nonce nonempty not null,
  code_verifier nonempty not null,
  return_to nonempty not null,
  session_id uuid references session deferrable, -- of a person who proves anew who they are
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  check (expires_at > created_at)
);
create index on oidc_sign_in (session_id);
create index on oidc_sign_in (expires_at);

-- Two people: whoever proposed a definition does not approve it.
alter table baseline add column proposed_by uuid references principal deferrable;
alter table rule_set add column proposed_by uuid references principal deferrable;
alter table threshold add column proposed_by uuid references principal deferrable;
create index on baseline (proposed_by);
create index on rule_set (proposed_by);
create index on threshold (proposed_by);

create trigger session_kept before delete or truncate on session for each statement execute function is_kept();
