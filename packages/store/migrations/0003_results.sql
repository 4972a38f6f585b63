-- What was measured, and what it was held against.

-- A comparison of calls with a truth set. Precision, recall and F1 are scores: no control rules apply to them.
create table comparison (
  id uuid primary key,
  run_id uuid not null references run deferrable,
  truth_set_id uuid not null references truth_set deferrable,
  format text not null check (format in ('touchstone', 'hap.py', 'rtg vcfeval', 'aardvark', 'som.py')),
  content_sha256 sha256 not null,
  metrics jsonb not null,
  provenance jsonb,
  performed_at timestamptz(3) not null,
  created_at timestamptz(3) not null default now(),
  supersedes uuid unique references comparison deferrable,
  superseded_at timestamptz(3),
  unique (run_id, truth_set_id, content_sha256),
  check (supersedes <> id)
);
create index on comparison (performed_at, id);
create index on comparison (truth_set_id, performed_at, id);

-- One row of a comparison's table; null where there are no data, never 0 or 1.
create table comparison_stratum (
  id uuid primary key,
  comparison_id uuid not null references comparison deferrable,
  variant_type nonempty not null,
  subtype nonempty not null,
  stratum nonempty not null,
  filter nonempty not null,
  truth_total count,
  truth_tp count,
  truth_fn count,
  query_total count,
  query_tp count,
  query_fp count,
  query_fp_genotype count,
  query_fp_allele count,
  query_unk count,
  recall fraction,
  recall_low fraction,
  recall_high fraction,
  precision fraction,
  precision_low fraction,
  precision_high fraction,
  f1 fraction,
  unknown_fraction fraction,
  false_positives_per_megabase ratio,
  unique (comparison_id, variant_type, subtype, stratum, filter),
  check (coalesce(truth_tp, 0) + coalesce(truth_fn, 0) <= truth_total),
  check (coalesce(query_tp, 0) + coalesce(query_fp, 0) + coalesce(query_unk, 0) <= query_total),
  check (coalesce(query_fp_genotype, 0) + coalesce(query_fp_allele, 0) <= query_fp),
  check (recall is null or truth_tp + truth_fn > 0),
  check (precision is null or query_tp + query_fp > 0),
  check (f1 is null or (recall is not null and precision is not null)),
  check (recall_low <= recall and recall <= recall_high),
  check (precision_low <= precision and precision <= precision_high)
);
create index on comparison_stratum (stratum, variant_type, subtype, filter, comparison_id);

-- Precision and recall when records below a score are left out.
create table precision_recall_point (
  comparison_id uuid not null references comparison deferrable,
  variant_type nonempty not null,
  filter nonempty not null,
  position integer not null check (position >= 0),
  score finite not null,
  recall fraction,
  precision fraction,
  truth_tp count,
  truth_fn count,
  query_tp count,
  query_fp count,
  primary key (comparison_id, variant_type, filter, position)
);

create table measurement (
  id uuid primary key,
  run_id uuid not null references run deferrable,
  material_id uuid not null references material deferrable,
  analyte nonempty not null,
  level nonempty,
  replicate integer not null default 1 check (replicate >= 1),
  kind text not null check (kind in ('vaf', 'methylation level', 'quantity')),
  value finite not null,
  depth count,
  instrument_id uuid references instrument deferrable,
  reagent_lot_id uuid references reagent_lot deferrable,
  pipeline_version_id uuid references pipeline_version deferrable,
  measured_at timestamptz(3) not null,
  is_imported boolean not null default false,
  created_at timestamptz(3) not null default now(),
  supersedes uuid unique references measurement deferrable,
  superseded_at timestamptz(3),
  check (kind = 'quantity' or value between 0 and 1),
  check (supersedes <> id)
);
create unique index measurement_in_force on measurement
  (run_id, material_id, analyte, coalesce(level, ''), replicate) where superseded_at is null;
create index on measurement (material_id, analyte, level, measured_at, id);
create index on measurement (measured_at, id);
create index on measurement (analyte, measured_at, id);
create index on measurement (reagent_lot_id);
create index on measurement (instrument_id);
create index on measurement (pipeline_version_id);

create table replicate_study (
  id uuid primary key,
  name nonempty not null,
  assay_id uuid references assay deferrable,
  sample_id uuid references sample deferrable,
  material_id uuid references material deferrable,
  kind text not null check (kind in ('variants', 'table')),
  content_sha256 sha256 not null unique,
  document jsonb not null,
  variants count not null,
  median_cv ratio,
  corrected_median_cv ratio,
  floor_median_cv ratio,
  icc_agreement finite check (icc_agreement <= 1),
  performed_at timestamptz(3) not null,
  created_at timestamptz(3) not null default now(),
  supersedes uuid unique references replicate_study deferrable,
  superseded_at timestamptz(3),
  check (supersedes <> id)
);
create index on replicate_study (performed_at, id);
create index on replicate_study (assay_id, performed_at, id);
create index on replicate_study (sample_id);
create index on replicate_study (material_id);

create table replicate_study_run (
  replicate_study_id uuid not null references replicate_study deferrable,
  position integer not null check (position >= 0),
  name nonempty not null,
  run_id uuid references run deferrable,
  primary key (replicate_study_id, position),
  unique (replicate_study_id, name)
);
create index on replicate_study_run (run_id);

create table replicate_study_pair (
  replicate_study_id uuid not null references replicate_study deferrable,
  stratum nonempty not null,
  first_position integer not null,
  second_position integer not null,
  n count not null,
  bias finite,
  sd ratio,
  lower_limit finite,
  upper_limit finite,
  jaccard fraction,
  primary key (replicate_study_id, stratum, first_position, second_position),
  foreign key (replicate_study_id, first_position) references replicate_study_run deferrable,
  foreign key (replicate_study_id, second_position) references replicate_study_run deferrable,
  check (first_position < second_position),
  check (lower_limit <= upper_limit)
);

-- Null in an array of values stands for a run that did not measure the variant.
create table replicate_study_variant (
  replicate_study_id uuid not null references replicate_study deferrable,
  number integer not null check (number >= 1),
  analyte nonempty not null,
  contig nonempty,
  position integer check (position >= 0),
  ref text,
  alt text,
  variant_type nonempty,
  zygosity nonempty,
  vaf_bin nonempty,
  values float8[] not null,
  depths bigint[],
  mean finite,
  sd ratio,
  cv ratio,
  floor_cv ratio,
  primary key (replicate_study_id, number),
  check (depths is null or cardinality(depths) = cardinality(values)),
  check (num_nulls(contig, position, ref, alt) in (0, 4))
);
create index on replicate_study_variant (replicate_study_id, cv desc nulls last, number);
create index on replicate_study_variant (replicate_study_id, contig, position);

create table baseline (
  id uuid primary key,
  name nonempty not null,
  version integer not null check (version >= 1),
  assay_id uuid references assay deferrable,
  status text not null default 'draft' check (status in ('draft', 'approved', 'retired')),
  content_sha256 sha256 not null unique,
  document jsonb not null,
  established_at timestamptz(3) not null,
  effective_from timestamptz(3) not null,
  approved_at timestamptz(3),
  retired_at timestamptz(3),
  supersedes uuid unique references baseline deferrable,
  created_at timestamptz(3) not null default now(),
  unique (name, version),
  check (supersedes <> id),
  check (status <> 'draft' or (approved_at is null and retired_at is null)),
  check (status <> 'approved' or approved_at is not null),
  check ((status = 'retired') = (retired_at is not null)),
  check (retired_at >= approved_at)
);
create index on baseline (status, effective_from, id);
create index on baseline (assay_id);
create trigger baseline_moves before update on baseline for each row
  execute function only_moves('status', 'draft>approved', 'draft>retired', 'approved>retired');

create table baseline_series (
  id uuid primary key,
  baseline_id uuid not null references baseline deferrable,
  material_id uuid not null references material deferrable,
  analyte nonempty not null,
  level nonempty,
  kind text not null check (kind in ('vaf', 'methylation level', 'quantity')),
  scale text not null check (scale in ('raw', 'logit', 'arcsine', 'log')),
  n count not null,
  mean finite,
  sd ratio,
  reason text,
  unique nulls not distinct (baseline_id, material_id, analyte, level),
  check (scale not in ('logit', 'arcsine') or kind <> 'quantity'),
  check (mean is null or n >= 1),
  check (sd is null or (n >= 2 and mean is not null)),
  check (coalesce(sd, 0) > 0 or reason is not null) -- no limits without a reason for their absence
);
create index on baseline_series (material_id, analyte, level);

create table rule_set (
  id uuid primary key,
  name nonempty not null,
  version integer not null check (version >= 1),
  content_sha256 sha256 not null,
  document jsonb not null,
  status text not null default 'draft' check (status in ('draft', 'approved', 'retired')),
  approved_at timestamptz(3),
  retired_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  unique (name, version),
  check (status <> 'draft' or (approved_at is null and retired_at is null)),
  check (status <> 'approved' or approved_at is not null),
  check ((status = 'retired') = (retired_at is not null))
);
create index on rule_set (status, name);
create trigger rule_set_moves before update on rule_set for each row
  execute function only_moves('status', 'draft>approved', 'draft>retired', 'approved>retired');

create table threshold (
  id uuid primary key,
  assay_id uuid not null references assay deferrable,
  version integer not null check (version >= 1),
  score text not null check (score in ('precision', 'recall', 'f1')),
  variant_type nonempty not null,
  stratum nonempty not null default '*',
  stage text not null check (stage in ('release', 'routine')),
  minimum fraction not null,
  least_observations integer check (least_observations >= 1),
  trend_horizon_days ratio check (trend_horizon_days > 0),
  citation nonempty,
  status text not null default 'draft' check (status in ('draft', 'approved', 'retired')),
  approved_at timestamptz(3),
  retired_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  unique (assay_id, score, variant_type, stratum, stage, version),
  check (status <> 'draft' or (approved_at is null and retired_at is null)),
  check (status <> 'approved' or approved_at is not null),
  check ((status = 'retired') = (retired_at is not null))
);
create unique index threshold_in_force on threshold (assay_id, score, variant_type, stratum, stage)
  where status = 'approved';
create trigger threshold_moves before update on threshold for each row
  execute function only_moves('status', 'draft>approved', 'draft>retired', 'approved>retired');

-- What was concluded, from what, by which version of everything. A verdict that changes is superseded.
create table verdict (
  id uuid primary key,
  run_id uuid not null references run deferrable,
  measurement_id uuid references measurement deferrable,
  comparison_stratum_id uuid references comparison_stratum deferrable,
  replicate_study_id uuid references replicate_study deferrable,
  state text not null check (state in ('in control', 'warning', 'out of control', 'not evaluable')),
  reason text,
  score finite, -- standard deviations from the baseline's mean
  baseline_id uuid references baseline deferrable,
  rule_set_id uuid references rule_set deferrable,
  threshold_id uuid references threshold deferrable,
  violations jsonb not null default '[]',
  sentence text not null,
  inputs_sha256 sha256 not null,
  touchstone nonempty not null,
  judged_at timestamptz(3) not null default now(),
  supersedes uuid unique references verdict deferrable,
  superseded_at timestamptz(3),
  check (num_nonnulls(measurement_id, comparison_stratum_id, replicate_study_id) <= 1), -- none: the run as a whole
  check (supersedes <> id),
  check ((state = 'not evaluable') = (reason is not null)),
  -- Control rules judge measurements and thresholds judge scores.
  check (comparison_stratum_id is null or num_nonnulls(baseline_id, rule_set_id, score) = 0),
  check (measurement_id is null or threshold_id is null),
  check (measurement_id is null or state = 'not evaluable' or num_nulls(baseline_id, rule_set_id) = 0),
  check (comparison_stratum_id is null or state = 'not evaluable' or threshold_id is not null)
);
create unique index verdict_on_measurement on verdict (measurement_id)
  where superseded_at is null and measurement_id is not null;
create unique index verdict_on_stratum on verdict (comparison_stratum_id, threshold_id)
  where superseded_at is null and comparison_stratum_id is not null;
create unique index verdict_on_study on verdict (replicate_study_id)
  where superseded_at is null and replicate_study_id is not null;
create unique index verdict_on_run on verdict (run_id)
  where superseded_at is null and num_nonnulls(measurement_id, comparison_stratum_id, replicate_study_id) = 0;
create index on verdict (run_id, judged_at, id);
create index on verdict (state, judged_at, id);
create index on verdict (judged_at, id);
create index on verdict (baseline_id);
create index on verdict (rule_set_id);
create index on verdict (threshold_id);

create trigger comparison_stays before update on comparison
  for each row execute function only_columns_change('superseded_at');
create trigger comparison_stratum_stays before update on comparison_stratum
  for each row execute function only_columns_change();
create trigger precision_recall_point_stays before update on precision_recall_point
  for each row execute function only_columns_change();
create trigger measurement_stays before update on measurement
  for each row execute function only_columns_change('superseded_at');
create trigger replicate_study_stays before update on replicate_study
  for each row execute function only_columns_change('superseded_at');
create trigger replicate_study_variant_stays before update on replicate_study_variant
  for each row execute function only_columns_change();
create trigger baseline_stays before update on baseline
  for each row execute function only_columns_change('status', 'approved_at', 'retired_at');
create trigger baseline_series_stays before update on baseline_series
  for each row execute function only_columns_change();
create trigger rule_set_stays before update on rule_set
  for each row execute function only_columns_change('status', 'approved_at', 'retired_at');
create trigger threshold_stays before update on threshold
  for each row execute function only_columns_change('status', 'approved_at', 'retired_at');
create trigger verdict_stays before update on verdict
  for each row execute function only_columns_change('superseded_at');

create trigger comparison_kept before delete or truncate on comparison for each statement execute function is_kept();
create trigger comparison_stratum_kept before delete or truncate on comparison_stratum
  for each statement execute function is_kept();
create trigger precision_recall_point_kept before delete or truncate on precision_recall_point
  for each statement execute function is_kept();
create trigger measurement_kept before delete or truncate on measurement for each statement execute function is_kept();
create trigger replicate_study_kept before delete or truncate on replicate_study
  for each statement execute function is_kept();
create trigger replicate_study_run_kept before delete or truncate on replicate_study_run
  for each statement execute function is_kept();
create trigger replicate_study_pair_kept before delete or truncate on replicate_study_pair
  for each statement execute function is_kept();
create trigger replicate_study_variant_kept before delete or truncate on replicate_study_variant
  for each statement execute function is_kept();
create trigger baseline_kept before delete or truncate on baseline for each statement execute function is_kept();
create trigger baseline_series_kept before delete or truncate on baseline_series
  for each statement execute function is_kept();
create trigger rule_set_kept before delete or truncate on rule_set for each statement execute function is_kept();
create trigger threshold_kept before delete or truncate on threshold for each statement execute function is_kept();
create trigger verdict_kept before delete or truncate on verdict for each statement execute function is_kept();
