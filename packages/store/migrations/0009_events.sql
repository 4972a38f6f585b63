-- Those who watch are told that there are new events, and up to which number the old ones are gone.

-- Argument: the channel.
create function tell_listeners() returns trigger language plpgsql as $$
begin
  perform pg_notify(tg_argv[0], '');
  return null;
end $$;

create trigger event_told after insert on event for each statement execute function tell_listeners('event');

-- Whoever goes on after a number below the highest of these has missed something.
create table event_removal (
  through_number bigint primary key,
  removed_at timestamptz(3) not null default now()
);

create function note_event_removal() returns trigger language plpgsql as $$
begin
  insert into event_removal (through_number)
    select max(number) from removed having max(number) > coalesce((select max(through_number) from event_removal), 0);
  return null;
end $$;

create trigger event_removed after delete on event referencing old table as removed
  for each statement execute function note_event_removal();
-- Nothing would tell how far they went.
create trigger event_not_truncated before truncate on event for each statement execute function is_kept();
