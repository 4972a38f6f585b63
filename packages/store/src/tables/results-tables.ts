import type { Generated } from "kysely";
import type { Json, JsonOrDefault, JsonOrNull, Moment, MomentOfNow, MomentOrNull } from "./column-types.ts";

/* Tables of 0003_results.sql: what was measured, and what it was held against. */

export interface ComparisonTable {
  id: string;
  run_id: string;
  truth_set_id: string;
  format: "touchstone" | "hap.py" | "rtg vcfeval" | "aardvark" | "som.py";
  content_sha256: string;
  metrics: Json;
  provenance: JsonOrNull;
  performed_at: Moment;
  created_at: MomentOfNow;
  supersedes: string | null;
  superseded_at: MomentOrNull;
  assay_id: string | null;
  pipeline_version_id: string | null;
  instrument_id: string | null;
  run_performed_at: Moment;
  discordant_total: number | null;
  discordant_listed: number | null;
  sample_id: string | null;
}

export interface DiscordantVariantTable {
  comparison_id: string;
  variant_sha256: string;
  label: "FN" | "FP";
  contig: string;
  contig_place: number;
  position: number;
  ref: string;
  alt: string;
  genotype: string;
  variant_type: string;
  subtype: string | null;
  genotype_class: string | null;
  filter: string | null;
  score: number | null;
  match_kind: "allele" | "local" | null;
  method: "exact" | "search" | "bounded" | null;
  superlocus: number | null;
  bases_before: string | null;
  bases_after: string | null;
  strata: string[] | null;
  nearby: Json;
}

export interface ComparisonArtifactTable {
  comparison_id: string;
  artifact_id: string;
}

export interface ComparisonStratumTable {
  id: string;
  comparison_id: string;
  variant_type: string;
  subtype: string;
  stratum: string;
  filter: string;
  truth_total: number | null;
  truth_tp: number | null;
  truth_fn: number | null;
  query_total: number | null;
  query_tp: number | null;
  query_fp: number | null;
  query_fp_genotype: number | null;
  query_fp_allele: number | null;
  query_unk: number | null;
  recall: number | null;
  recall_low: number | null;
  recall_high: number | null;
  precision: number | null;
  precision_low: number | null;
  precision_high: number | null;
  f1: number | null;
  unknown_fraction: number | null;
  false_positives_per_megabase: number | null;
}

export interface PrecisionRecallPointTable {
  comparison_id: string;
  variant_type: string;
  filter: string;
  position: number;
  score: number;
  recall: number | null;
  precision: number | null;
  truth_tp: number | null;
  truth_fn: number | null;
  query_tp: number | null;
  query_fp: number | null;
}

export interface MeasurementTable {
  id: string;
  run_id: string;
  material_id: string;
  analyte: string;
  level: string | null;
  replicate: Generated<number>;
  kind: "vaf" | "methylation level" | "quantity";
  value: number;
  depth: number | null;
  instrument_id: string | null;
  reagent_lot_id: string | null;
  pipeline_version_id: string | null;
  measured_at: Moment;
  is_imported: Generated<boolean>;
  created_at: MomentOfNow;
  supersedes: string | null;
  superseded_at: MomentOrNull;
}

export interface ControlSeriesTable {
  id: string;
  material_id: string;
  analyte: string;
  level: string | null;
}

export interface MeasurementExclusionTable {
  id: string;
  measurement_id: string;
  reason: string;
  signature_id: string;
  excluded_at: Moment;
  withdrawn_at: MomentOrNull;
  withdrawal_reason: string | null;
  withdrawal_signature_id: string | null;
}

export interface ReplicateStudyTable {
  id: string;
  name: string;
  assay_id: string | null;
  sample_id: string | null;
  material_id: string | null;
  kind: "variants" | "table";
  content_sha256: string;
  document: Json;
  variants: number;
  median_cv: number | null;
  corrected_median_cv: number | null;
  floor_median_cv: number | null;
  icc_agreement: number | null;
  performed_at: Moment;
  created_at: MomentOfNow;
  supersedes: string | null;
  superseded_at: MomentOrNull;
  run_id: string | null;
}

export interface ReplicateStudyArtifactTable {
  replicate_study_id: string;
  artifact_id: string;
}

export interface ReplicateStudyRunTable {
  replicate_study_id: string;
  position: number;
  name: string;
  run_id: string | null;
}

export interface ReplicateStudyPairTable {
  replicate_study_id: string;
  stratum: string;
  first_position: number;
  second_position: number;
  n: number;
  bias: number | null;
  sd: number | null;
  lower_limit: number | null;
  upper_limit: number | null;
  jaccard: number | null;
}

export interface ReplicateStudyVariantTable {
  replicate_study_id: string;
  number: number;
  analyte: string;
  contig: string | null;
  position: number | null;
  ref: string | null;
  alt: string | null;
  variant_type: string | null;
  zygosity: string | null;
  vaf_bin: string | null;
  values: (number | null)[];
  depths: (number | null)[] | null;
  mean: number | null;
  sd: number | null;
  cv: number | null;
  floor_cv: number | null;
  stratum: string | null;
  states: string[] | null;
}

export interface BaselineTable {
  id: string;
  name: string;
  version: number;
  assay_id: string | null;
  status: Generated<"draft" | "approved" | "retired">;
  content_sha256: string;
  document: Json;
  established_at: Moment;
  effective_from: Moment;
  approved_at: MomentOrNull;
  retired_at: MomentOrNull;
  supersedes: string | null;
  created_at: MomentOfNow;
  proposed_by: string | null;
}

export interface BaselineSeriesTable {
  id: string;
  baseline_id: string;
  material_id: string;
  analyte: string;
  level: string | null;
  kind: "vaf" | "methylation level" | "quantity";
  scale: "raw" | "logit" | "arcsine" | "log";
  n: number;
  mean: number | null;
  sd: number | null;
  reason: string | null;
  limits: JsonOrNull;
  excluded: JsonOrNull;
  used: JsonOrNull;
}

export interface RuleSetTable {
  id: string;
  name: string;
  version: number;
  content_sha256: string;
  document: Json;
  status: Generated<"draft" | "approved" | "retired">;
  approved_at: MomentOrNull;
  retired_at: MomentOrNull;
  created_at: MomentOfNow;
  proposed_by: string | null;
}

export interface ThresholdTable {
  id: string;
  assay_id: string;
  version: number;
  score: "precision" | "recall" | "f1";
  variant_type: string;
  stratum: Generated<string>;
  stage: "release" | "routine";
  minimum: number;
  least_observations: number | null;
  trend_horizon_days: number | null;
  citation: string | null;
  status: Generated<"draft" | "approved" | "retired">;
  approved_at: MomentOrNull;
  retired_at: MomentOrNull;
  created_at: MomentOfNow;
  proposed_by: string | null;
}

export interface VerdictTable {
  id: string;
  run_id: string;
  measurement_id: string | null;
  comparison_stratum_id: string | null;
  replicate_study_id: string | null;
  state: "in control" | "warning" | "out of control" | "not evaluable";
  reason: string | null;
  score: number | null;
  baseline_id: string | null;
  rule_set_id: string | null;
  threshold_id: string | null;
  violations: JsonOrDefault;
  sentence: string;
  inputs_sha256: string;
  touchstone: string;
  judged_at: MomentOfNow;
  supersedes: string | null;
  superseded_at: MomentOrNull;
  comparison_id: string | null;
  baseline_ids: string[] | null;
  change_events_until: number | null;
}
