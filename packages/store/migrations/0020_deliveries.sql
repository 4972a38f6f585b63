-- Telling others what happened: whom, by webhook or e-mail, and what became of each message.

create table webhook (
  id uuid primary key,
  url nonempty not null,
  description text check (description <> ''),
  topics text[] not null check (cardinality(topics) > 0),
  secret text not null, -- encrypted
  created_by uuid not null references principal deferrable,
  created_at timestamptz(3) not null default now(),
  disabled_at timestamptz(3),
  disabled_reason text check (disabled_reason <> ''),
  check ((disabled_at is null) = (disabled_reason is null))
);

create table mail_subscription (
  id uuid primary key,
  address nonempty not null,
  kinds text[] not null
    check (cardinality(kinds) > 0 and kinds <@ array['immediate', 'predictive', 'reproducibility', 'due']),
  least_level integer not null default 0 check (least_level >= 0),
  created_by uuid not null references principal deferrable,
  created_at timestamptz(3) not null default now(),
  disabled_at timestamptz(3),
  disabled_reason text check (disabled_reason <> ''),
  check ((disabled_at is null) = (disabled_reason is null))
);

-- A message for one receiver about one event, written with the event. It holds the event, which may be removed.
create table delivery (
  id uuid primary key,
  webhook_id uuid references webhook deferrable,
  mail_subscription_id uuid references mail_subscription deferrable,
  event_number bigint not null check (event_number > 0),
  topic nonempty not null,
  event jsonb not null,
  status text not null default 'pending' check (status in ('pending', 'delivered', 'dead')),
  attempts integer not null default 0 check (attempts >= 0),
  created_at timestamptz(3) not null default now(),
  next_attempt_at timestamptz(3), -- while it is carried out: when another process may take it over
  last_attempt_at timestamptz(3),
  delivered_at timestamptz(3),
  failure text check (failure <> ''),
  unique (webhook_id, event_number),
  unique (mail_subscription_id, event_number),
  check (num_nonnulls(webhook_id, mail_subscription_id) = 1),
  check ((status = 'pending') = (next_attempt_at is not null)),
  check ((status = 'delivered') = (delivered_at is not null)),
  check (status <> 'dead' or failure is not null)
);
create index on delivery (next_attempt_at) where status = 'pending';
create index on delivery (status, created_at, id);
create index on delivery (created_at, id);
create index on delivery (webhook_id, created_at, id);
create index on delivery (webhook_id, status, created_at, id);
create index on delivery (mail_subscription_id, created_at, id);
create index on delivery (mail_subscription_id, status, created_at, id);
create trigger delivery_moves before update on delivery for each row
  execute function only_moves('status', 'pending>delivered', 'pending>dead', 'dead>pending');
create trigger delivery_stays before update on delivery for each row execute function only_columns_change(
  'status', 'attempts', 'next_attempt_at', 'last_attempt_at', 'delivered_at', 'failure');
create trigger delivery_told after insert on delivery for each statement execute function tell_listeners('delivery');
create trigger delivery_told_again after update of status on delivery for each row when (new.status = 'pending')
  execute function tell_listeners('delivery');

create trigger webhook_kept before delete or truncate on webhook for each statement execute function is_kept();
create trigger mail_subscription_kept before delete or truncate on mail_subscription
  for each statement execute function is_kept();
