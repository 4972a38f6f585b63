-- Who stands for an assay definition: draft, approved, retired, as other definitions have it.

drop trigger assay_stays on assay;
alter table assay add column status text not null default 'draft' check (status in ('draft', 'approved', 'retired'));
alter table assay add column source text; -- as it was sent, with its comments
alter table assay add column proposed_by uuid references principal deferrable;
alter table assay add column approved_at timestamptz(3);
update assay set status = 'retired' where retired_at is not null;
alter table assay add check (status <> 'draft' or (approved_at is null and retired_at is null));
alter table assay add check (status <> 'approved' or approved_at is not null);
alter table assay add check ((status = 'retired') = (retired_at is not null));
alter table assay add check (status <> 'approved' or not is_example);
create unique index assay_in_force on assay (name) where status = 'approved';
create index on assay (proposed_by);

create trigger assay_moves before update on assay for each row
  execute function only_moves('status', 'draft>approved', 'draft>retired', 'approved>retired');
create trigger assay_stays before update on assay
  for each row execute function only_columns_change('status', 'approved_at', 'retired_at');
