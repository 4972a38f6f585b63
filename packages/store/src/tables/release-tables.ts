import type { Generated } from "kysely";
import type { Json, MomentOfNow, MomentOrNull } from "./column-types.ts";

/* Tables of 0005_release.sql: what may go into production, why, and where it went. */

export interface ReleaseTable {
  id: string;
  assay_id: string | null;
  version: string;
  revision: string;
  manifest: Json;
  manifest_sha256: string;
  status: Generated<"draft" | "approved" | "withdrawn">;
  approval_signature_id: string | null;
  withdrawal_reason: string | null;
  created_at: MomentOfNow;
}

export interface EvidenceTable {
  id: string;
  release_id: string;
  run_id: string | null;
  predicate_type: string;
  subject_name: string;
  subject_sha256: string;
  statement_sha256: string;
  envelope: Json;
  created_at: MomentOfNow;
}

export interface PromotionTable {
  id: string;
  release_id: string;
  environment: string;
  manifest_sha256: string;
  status: Generated<"requested" | "approved" | "applied" | "refused" | "failed" | "rolled back">;
  requested_by: string;
  requested_at: MomentOfNow;
  approval_signature_id: string | null;
  applied_at: MomentOrNull;
  reason: string | null;
  follows: string | null;
}
