import type { Baseline, BaselineSeries } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import type { Approval } from "../access/approval.ts";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import { neededApprovals } from "./needed-approvals.ts";
import type { BaselineRecord, BaselineSummary } from "./schema.ts";
import { BASELINE_RECORD, RETIREMENT_RECORD } from "./stored-baseline.ts";

/** Baselines without their documents, which may be long, as `toBaselineSummary` takes them. */
export function selectBaselines(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom("baseline")
    .leftJoin("assay", "assay.id", "baseline.assay_id")
    .select([
      "baseline.id",
      "baseline.name",
      "baseline.version",
      "baseline.status",
      "baseline.assay_id",
      "baseline.content_sha256",
      "baseline.supersedes",
      "baseline.established_at",
      "baseline.effective_from",
      "baseline.proposed_by",
      "baseline.created_at",
      "baseline.approved_at",
      "baseline.retired_at",
      "assay.name as assay_name",
      "assay.version as assay_version",
      sql<number>`(select count(*)::int from baseline_series where baseline_id = baseline.id)`.as("series"),
    ]);
}

type BaselineRow = Awaited<ReturnType<ReturnType<typeof selectBaselines>["executeTakeFirstOrThrow"]>>;

/** A baseline as lists show it. */
export function toBaselineSummary(row: BaselineRow): BaselineSummary {
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    status: row.status,
    assay:
      row.assay_id === null ? null : { id: row.assay_id, name: row.assay_name ?? "", version: row.assay_version ?? 0 },
    series: row.series,
    contentSha256: row.content_sha256,
    supersedes: row.supersedes,
    establishedAt: momentOut(row.established_at),
    effectiveFrom: momentOut(row.effective_from),
    proposedBy: row.proposed_by,
    createdAt: momentOut(row.created_at),
    approvedAt: momentOutOrNull(row.approved_at),
    retiredAt: momentOutOrNull(row.retired_at),
  };
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findBaselineSummary(kysely: Kysely<Tables>, id: string): Promise<BaselineSummary> {
  const row = await selectBaselines(kysely).where("baseline.id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("baseline", id);
  return toBaselineSummary(row);
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findBaseline(kysely: Kysely<Tables>, id: string): Promise<BaselineRecord> {
  const summary = await findBaselineSummary(kysely, id);
  const { content } = await findBaselineDocument(kysely, id);
  const signatures = await kysely
    .selectFrom("signature")
    .selectAll()
    .where("record_kind", "in", [BASELINE_RECORD, RETIREMENT_RECORD])
    .where("record_id", "=", id)
    .orderBy("signed_at")
    .orderBy("id")
    .execute();
  const approvals: Approval[] = [];
  let retirement: Approval | null = null;
  for (const row of signatures) {
    const approval: Approval = {
      principalId: row.principal_id,
      printedName: row.printed_name,
      meaning: row.meaning,
      method: row.method,
      recordSha256: row.record_sha256,
      signedAt: momentOut(row.signed_at),
    };
    if (row.record_kind === RETIREMENT_RECORD) retirement = approval;
    else approvals.push(approval);
  }
  return {
    ...summary,
    pipelineVersion: content.pipelineVersion,
    limits: content.series.map(toSeries),
    neededApprovals: await neededApprovals(kysely, summary.assay?.id ?? null),
    approvals,
    retirement,
  };
}

/** The document as it was proposed, without signatures. @throws ServerError TS_NOT_FOUND. */
export async function findBaselineDocument(kysely: Kysely<Tables>, id: string): Promise<Baseline> {
  const row = await kysely.selectFrom("baseline").select("document").where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("baseline", id);
  return row.document as Baseline;
}

/** The points of a series that were left out of its limits, and why. */
export function excludedOf({ points }: BaselineSeries): BaselineRecord["limits"][number]["excluded"] {
  return points.flatMap(({ run, value, excluded }) => (excluded === null ? [] : [{ run, value, ...excluded }]));
}

/** The runs that the limits of a series come from, oldest first. */
export function usedOf({ points }: BaselineSeries): { readonly run: string; readonly time: string }[] {
  return points.flatMap(({ run, time, excluded }) => (excluded === null ? [{ run, time }] : []));
}

function toSeries(series: BaselineSeries): BaselineRecord["limits"][number] {
  const { limits, points: _, ...identity } = series;
  const { n, runs, days, depthRange, mean, meanInterval, sd, sdInterval, reason, provisional } = limits;
  return {
    ...identity,
    n,
    excluded: excludedOf(series),
    runs,
    days,
    depthRange,
    mean,
    meanInterval,
    sd,
    sdInterval,
    reason,
    provisional,
  };
}
