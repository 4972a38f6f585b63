-- Where the truth and the query of a comparison differ, record by record, so that versions and callers are held against
-- each other by statements and no file is read again.

-- How many there are, and how many of them are listed; null where the files of the comparison do not list them.
drop trigger comparison_stays on comparison;
alter table comparison add column discordant_total count;
alter table comparison add column discordant_listed count;
alter table comparison add check (num_nulls(discordant_total, discordant_listed) in (0, 2));
alter table comparison add check (discordant_listed <= discordant_total);
create trigger comparison_stays before update on comparison
  for each row execute function only_columns_change('superseded_at', 'discordant_total', 'discordant_listed');
create trigger comparison_discordant_stays before update on comparison
  for each row when (old.discordant_total is not null) execute function only_columns_change('superseded_at');

-- An FN is a record of the truth, an FP one of the query. What two comparisons have in common has the same variant_sha256.
create table discordant_variant (
  comparison_id uuid not null references comparison deferrable,
  variant_sha256 sha256 not null,
  label text not null check (label in ('FN', 'FP')),
  contig nonempty not null,
  contig_place integer not null check (contig_place >= 0),
  position integer not null check (position >= 0),
  ref nonempty not null,
  alt nonempty not null,
  genotype nonempty not null,
  variant_type nonempty not null,
  subtype nonempty,
  genotype_class nonempty,
  filter nonempty,
  score finite,
  match_kind text check (match_kind in ('allele', 'local')),
  method text check (method in ('exact', 'search', 'bounded')),
  superlocus count,
  bases_before text,
  bases_after text,
  strata text[],
  nearby jsonb not null,
  primary key (comparison_id, variant_sha256),
  check (num_nulls(bases_before, bases_after) in (0, 2))
);
create index on discordant_variant (comparison_id, contig_place, position, variant_sha256);
create trigger discordant_variant_stays before update on discordant_variant
  for each row execute function only_columns_change();
create trigger discordant_variant_kept before delete or truncate on discordant_variant
  for each statement execute function is_kept();

-- Scores by run, whatever pipeline version and instrument they are of.
create index comparison_of_chart on comparison (assay_id, truth_set_id, format, run_performed_at, id)
  where superseded_at is null;
