import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { IdSchema, MomentInSchema } from "../http/field-schemas.ts";
import { pageQuery, toPage } from "../http/page.ts";
import { pageByTime, selectRuns, toRun } from "./queries.ts";
import { dispositions, type Run, runStatuses } from "./schema.ts";

/** What the list of runs can be narrowed to, and sorted by. */
export const RunListQuerySchema = Type.Object(
  {
    ...pageQuery,
    status: Type.Optional(Type.Union(runStatuses.map((status) => Type.Literal(status)))),
    disposition: Type.Optional(Type.Union(dispositions.map((disposition) => Type.Literal(disposition)))),
    assayId: Type.Optional(IdSchema),
    pipelineVersionId: Type.Optional(IdSchema),
    instrumentId: Type.Optional(IdSchema),
    performedFrom: Type.Optional(MomentInSchema),
    performedBefore: Type.Optional(MomentInSchema),
    sort: Type.Union([Type.Literal("-performedAt"), Type.Literal("performedAt")], { default: "-performedAt" }),
  },
  { additionalProperties: false },
);

type RunListQuery = Static<typeof RunListQuerySchema>;

/** The query of a page of runs, by time. */
export function runListQuery(kysely: Kysely<Tables>, query: RunListQuery) {
  let rows = selectRuns(kysely);
  if (query.status !== undefined) rows = rows.where("run.status", "=", query.status);
  if (query.disposition !== undefined) rows = rows.where("run.disposition", "=", query.disposition);
  if (query.assayId !== undefined) rows = rows.where("run.assay_id", "=", query.assayId);
  if (query.pipelineVersionId !== undefined) rows = rows.where("run.pipeline_version_id", "=", query.pipelineVersionId);
  if (query.instrumentId !== undefined) rows = rows.where("run.instrument_id", "=", query.instrumentId);
  if (query.performedFrom !== undefined) rows = rows.where("run.performed_at", ">=", new Date(query.performedFrom));
  if (query.performedBefore !== undefined) rows = rows.where("run.performed_at", "<", new Date(query.performedBefore));
  return pageByTime(rows, query);
}

/** A page of runs. */
export async function listRuns(
  kysely: Kysely<Tables>,
  query: RunListQuery,
): Promise<{ items: Run[]; next: string | null }> {
  const rows = await runListQuery(kysely, query).execute();
  return toPage(rows, query.limit, (row) => [row.performed_at.toISOString(), row.id], toRun);
}
