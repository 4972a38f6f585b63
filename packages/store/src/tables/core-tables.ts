import type { Generated, GeneratedAlways } from "kysely";
import type { Json, JsonOrNull, Moment, MomentOfNow, MomentOrNull } from "./column-types.ts";

/* Tables of 0001_core.sql: people, what a laboratory works with, its runs and their files. */

export interface PrincipalTable {
  id: string;
  kind: "person" | "service";
  name: string;
  printed_name: string;
  email: string | null;
  roles: Generated<("technologist" | "reviewer" | "director" | "auditor" | "admin")[]>;
  password_hash: string | null;
  password_changed_at: MomentOrNull;
  oidc_issuer: string | null;
  oidc_subject: string | null;
  created_at: MomentOfNow;
  disabled_at: MomentOrNull;
}

export interface ApiTokenTable {
  id: string;
  principal_id: string;
  name: string;
  prefix: string;
  token_sha256: string;
  scopes: ("read" | "ingest" | "review" | "admin")[];
  created_at: MomentOfNow;
  expires_at: Moment;
  last_used_at: MomentOrNull;
  revoked_at: MomentOrNull;
}

export interface SignatureTable {
  id: string;
  principal_id: string;
  printed_name: string;
  meaning: string;
  method: "password" | "oidc";
  record_kind: string;
  record_id: string;
  record_sha256: string;
  signed_at: MomentOfNow;
  record_content: string | null;
}

export interface AssayTable {
  id: string;
  name: string;
  version: number;
  description: string | null;
  is_example: Generated<boolean>;
  content_sha256: string;
  document: Json;
  created_at: MomentOfNow;
  retired_at: MomentOrNull;
  status: Generated<"draft" | "approved" | "retired">;
  source: string | null;
  proposed_by: string | null;
  approved_at: MomentOrNull;
}

export interface PipelineVersionTable {
  id: string;
  pipeline: string;
  version: string;
  revision: string | null;
  created_at: MomentOfNow;
}

export interface InstrumentTable {
  id: string;
  name: string;
  model: string | null;
  serial_number: string | null;
  created_at: MomentOfNow;
  retired_at: MomentOrNull;
}

export interface ReagentLotTable {
  id: string;
  reagent: string;
  lot: string;
  expires_on: string | null;
  opened_at: MomentOrNull;
  created_at: MomentOfNow;
  retired_at: MomentOrNull;
}

export interface MaterialTable {
  id: string;
  name: string;
  lot: string | null;
  use: "truth set" | "control" | "replicates";
  description: string | null;
  expires_on: string | null;
  created_at: MomentOfNow;
  retired_at: MomentOrNull;
}

export interface TruthSetTable {
  id: string;
  name: string;
  version: string;
  material_id: string | null;
  reference: string;
  vcf_sha256: string;
  regions_sha256: string | null;
  created_at: MomentOfNow;
  retired_at: MomentOrNull;
}

export interface SampleTable {
  id: string;
  name: string;
  material_id: string | null;
  created_at: MomentOfNow;
}

export interface RunTable {
  id: string;
  name: string;
  assay_id: string | null;
  pipeline_version_id: string | null;
  instrument_id: string | null;
  nextflow_id: string | null;
  inputs_sha256: string | null;
  parameters: JsonOrNull;
  is_imported: Generated<boolean>;
  performed_at: Moment;
  status: Generated<"queued" | "running" | "succeeded" | "failed" | "cancelled">;
  started_at: MomentOrNull;
  finished_at: MomentOrNull;
  failure: string | null;
  proposed_disposition: "released" | "held" | "rejected" | "repeat" | null;
  proposal_reasons: string[] | null;
  disposition: Generated<"released" | "held" | "rejected" | "repeat">;
  disposition_at: MomentOrNull;
  disposition_reason: string | null;
  disposition_signature_id: string | null;
  revision: Generated<number>;
  created_at: MomentOfNow;
  disposition_decision_id: string | null;
  tool_versions: JsonOrNull;
  substitutions: JsonOrNull;
}

export interface RunSampleTable {
  run_id: string;
  sample_id: string;
}

export interface RunReagentLotTable {
  run_id: string;
  reagent_lot_id: string;
}

export interface RunTaskTable {
  id: string;
  run_id: string;
  number: number;
  process: string;
  tag: string | null;
  hash: string | null;
  status: "new" | "submitted" | "running" | "completed" | "cached" | "failed" | "aborted";
  attempt: Generated<number>;
  exit_code: number | null;
  container: string | null;
  cpus: number | null;
  memory_bytes: number | null;
  peak_memory_bytes: number | null;
  duration_ms: number | null;
  cpu_share: number | null;
  submitted_at: MomentOrNull;
  started_at: MomentOrNull;
  finished_at: MomentOrNull;
  trace: JsonOrNull;
  realtime_ms: number | null;
  changed_at: MomentOfNow;
}

export interface ArtifactTable {
  id: string;
  run_id: string;
  kind: string;
  uri: string;
  sha256: string;
  size_bytes: number;
  media_type: string | null;
  created_at: MomentOfNow;
}

export interface ChangeEventTable {
  id: string;
  kind: "reagent lot" | "control lot" | "service" | "pipeline version" | "corrective action";
  happened_at: Moment;
  description: string;
  assay_id: string | null;
  instrument_id: string | null;
  reagent_lot_id: string | null;
  material_id: string | null;
  pipeline_version_id: string | null;
  recorded_by: string | null;
  created_at: MomentOfNow;
  number: GeneratedAlways<number>;
}

export interface EventTable {
  number: GeneratedAlways<number>;
  topic: string;
  record_kind: string;
  record_id: string;
  payload: Json;
  created_at: MomentOfNow;
}

export interface IdempotencyKeyTable {
  scope: string;
  key: string;
  request_sha256: string;
  status: number | null;
  response: JsonOrNull;
  created_at: MomentOfNow;
  expires_at: Moment;
}
