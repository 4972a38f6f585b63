import type { Generated } from "kysely";
import type { Json, Moment, MomentOfNow, MomentOrNull } from "./column-types.ts";

/*
 * Tables of 0004_quality.sql, 0007_alert_work.sql, 0015_disposition_decision.sql and 0018_corrective_actions.sql: what
 * somebody has to look into, what was done about it, and what became of results.
 */

export interface AlertTable {
  id: string;
  content_id: string;
  kind: "immediate" | "predictive" | "reproducibility" | "due";
  cause: string;
  subject: string;
  status: Generated<"open" | "acknowledged" | "resolved">;
  level: Generated<number>;
  run_id: string | null;
  verdict_id: string | null;
  follows: string | null;
  opened_at: Moment;
  acknowledged_at: MomentOrNull;
  acknowledged_by: string | null;
  resolved_at: MomentOrNull;
  resolved_by: string | null;
  resolution: string | null;
  assay: string | null;
  assigned_to: string | null;
}

export interface AlertAssignmentTable {
  alert_id: string;
  number: number;
  assigned_to: string | null;
  assigned_by: string;
  at: MomentOfNow;
}

export interface AlertOccurrenceTable {
  id: string;
  alert_id: string;
  key: string;
  happened_at: Moment;
  sentence: string;
  evidence: Json;
  number: number;
  run_id: string | null;
}

export interface AlertHistoryTable {
  alert_id: string;
  number: number;
  action: "raised" | "escalated" | "acknowledged" | "resolved";
  at: MomentOfNow;
  principal_id: string | null;
  reason: string | null;
  level: number;
}

export interface NonConformanceTable {
  id: string;
  number: number;
  title: string;
  description: string;
  severity: "minor" | "major" | "critical";
  status: Generated<"open" | "closed">;
  run_id: string | null;
  opened_by: string;
  opened_at: MomentOfNow;
  root_cause: string | null;
  closed_at: MomentOrNull;
  closing_signature_id: string | null;
}

export interface NonConformanceAlertTable {
  non_conformance_id: string;
  alert_id: string;
}

export interface CorrectiveActionTable {
  id: string;
  non_conformance_id: string;
  kind: "corrective" | "preventive";
  description: string;
  status: Generated<"planned" | "done" | "verified" | "abandoned">;
  assigned_to: string | null;
  due_on: string | null;
  done_at: MomentOrNull;
  verified_at: MomentOrNull;
  verified_by: string | null;
  outcome: string | null;
  created_at: MomentOfNow;
  done_by: string | null;
  change_event_id: string | null;
}

export interface DispositionDecisionTable {
  id: string;
  run_id: string;
  number: number;
  disposition: "released" | "held" | "rejected" | "repeat";
  proposed: "released" | "held" | "rejected" | "repeat";
  proposal_reasons: string[];
  is_override: boolean;
  reason: string | null;
  status: "pending" | "in force" | "void" | "superseded";
  record_sha256: string;
  signed_sha256: string;
  signature_id: string;
  signed_by: string;
  second_signature_id: string | null;
  second_signed_by: string | null;
  is_signed_by_director: boolean;
  decided_at: MomentOfNow;
  in_force_at: MomentOrNull;
  ended_at: MomentOrNull;
  end_reason: string | null;
}
