import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { approvalOf, approverOf } from "../access/approval.ts";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import type { Threshold, ThresholdRecord } from "./schema.ts";

/** Thresholds with the assay that they are of, as `toThreshold` takes them. */
export function selectThresholds(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom("threshold")
    .innerJoin("assay", "assay.id", "threshold.assay_id")
    .selectAll("threshold")
    .select(["assay.name as assay_name", "assay.version as assay_version"])
    .select(approverOf("threshold", "threshold.id").as("approved_by"));
}

type ThresholdRow = Awaited<ReturnType<ReturnType<typeof selectThresholds>["executeTakeFirstOrThrow"]>>;

/** A threshold as answers show it. */
export function toThreshold(row: ThresholdRow): Threshold {
  return {
    id: row.id,
    assay: { id: row.assay_id, name: row.assay_name, version: row.assay_version },
    version: row.version,
    score: row.score,
    variantType: row.variant_type,
    stratum: row.stratum,
    stage: row.stage,
    minimum: row.minimum,
    observations: row.least_observations,
    trendHorizonDays: row.trend_horizon_days,
    citation: row.citation,
    status: row.status,
    proposedBy: row.proposed_by,
    createdAt: momentOut(row.created_at),
    approvedBy: row.approved_by,
    approvedAt: momentOutOrNull(row.approved_at),
    retiredAt: momentOutOrNull(row.retired_at),
  };
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findThreshold(kysely: Kysely<Tables>, id: string): Promise<ThresholdRecord> {
  const row = await selectThresholds(kysely).where("threshold.id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("threshold", id);
  return { ...toThreshold(row), approval: await approvalOf(kysely, "threshold", id) };
}
