-- What may go into production, why, and where it went.

create table release (
  id uuid primary key,
  assay_id uuid references assay deferrable,
  version text not null unique -- semver.org, without leading zeros
    check (version ~ '^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$'),
  revision text not null check (revision ~ '^[0-9a-f]{40}([0-9a-f]{24})?$'),
  manifest jsonb not null,
  manifest_sha256 sha256 not null,
  status text not null default 'draft' check (status in ('draft', 'approved', 'withdrawn')),
  approval_signature_id uuid references signature deferrable,
  withdrawal_reason text check (withdrawal_reason <> ''),
  created_at timestamptz(3) not null default now(),
  check (status <> 'approved' or approval_signature_id is not null),
  check ((status = 'withdrawn') = (withdrawal_reason is not null))
);
create index on release (status, created_at, id);
create index on release (assay_id);
create trigger release_moves before update on release for each row
  execute function only_moves('status', 'draft>approved', 'draft>withdrawn', 'approved>withdrawn');

-- A statement about the digest of an image, as it was signed.
create table evidence (
  id uuid primary key,
  release_id uuid not null references release deferrable,
  run_id uuid references run deferrable,
  predicate_type nonempty not null,
  subject_name nonempty not null,
  subject_sha256 sha256 not null,
  statement_sha256 sha256 not null,
  envelope jsonb not null,
  created_at timestamptz(3) not null default now(),
  unique (release_id, statement_sha256)
);
create index on evidence (subject_sha256);
create index on evidence (run_id);

create table promotion (
  id uuid primary key,
  release_id uuid not null references release deferrable,
  environment nonempty not null,
  manifest_sha256 sha256 not null,
  status text not null default 'requested'
    check (status in ('requested', 'approved', 'applied', 'refused', 'failed', 'rolled back')),
  requested_by uuid not null references principal deferrable,
  requested_at timestamptz(3) not null default now(),
  approval_signature_id uuid references signature deferrable,
  applied_at timestamptz(3),
  reason text check (reason <> ''),
  follows uuid unique references promotion deferrable,
  check (follows <> id),
  check (status not in ('approved', 'applied', 'rolled back') or approval_signature_id is not null),
  check (status not in ('applied', 'rolled back') or applied_at is not null),
  check (status not in ('refused', 'failed', 'rolled back') or reason is not null)
);
create index on promotion (environment, requested_at, id);
create index on promotion (release_id);
create trigger promotion_moves before update on promotion for each row execute function only_moves(
  'status', 'requested>approved', 'requested>refused', 'approved>applied', 'approved>failed', 'approved>refused',
  'applied>rolled back');

create trigger release_stays before update on release
  for each row execute function only_columns_change('status', 'approval_signature_id', 'withdrawal_reason');
create trigger evidence_stays before update on evidence for each row execute function only_columns_change();
create trigger promotion_stays before update on promotion
  for each row execute function only_columns_change('status', 'approval_signature_id', 'applied_at', 'reason');

create trigger release_kept before delete or truncate on release for each statement execute function is_kept();
create trigger evidence_kept before delete or truncate on evidence for each statement execute function is_kept();
create trigger promotion_kept before delete or truncate on promotion for each statement execute function is_kept();
