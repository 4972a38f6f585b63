-- Who did what was to be done, and what starts anew after it.

alter table corrective_action add column done_by uuid references principal deferrable;
alter table corrective_action add column change_event_id uuid references change_event deferrable;
alter table corrective_action add check (verified_by <> done_by); -- nor does whoever did it verify it
alter table corrective_action add check ((done_at is null) = (done_by is null));
create index on corrective_action (assigned_to);
create index on change_event (kind, happened_at, id);

-- What happened stays as it was recorded.
create trigger change_event_stays before update on change_event for each row execute function only_columns_change();
