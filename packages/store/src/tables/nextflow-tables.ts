import type { JsonOrDefault, JsonOrNull, MomentOfNow, MomentOrNull } from "./column-types.ts";

/* Table of 0019_nextflow_run.sql: what Nextflow reports of a run. */

export interface NextflowRunTable {
  run_id: string;
  workflow_id: string;
  session_id: string | null;
  run_name: string | null;
  workflow: JsonOrNull;
  config_sha256: string | null;
  process_names: JsonOrDefault;
  containers: JsonOrDefault;
  progress: JsonOrNull;
  progress_at: MomentOrNull;
  metrics: JsonOrNull;
  warnings: JsonOrDefault;
  created_at: MomentOfNow;
  begun_at: MomentOrNull;
  heard_at: MomentOfNow;
  completed_at: MomentOrNull;
}
