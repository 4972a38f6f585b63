import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { IdSchema, MomentInSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { selectComparisons, toComparisons } from "./queries.ts";
import { type Comparison, ComparisonFormatSchema } from "./schema.ts";

/** What the list of comparisons can be narrowed to, and sorted by. */
export const ComparisonListQuerySchema = Type.Object(
  {
    ...pageQuery,
    runId: Type.Optional(IdSchema),
    assayId: Type.Optional(IdSchema),
    truthSetId: Type.Optional(IdSchema),
    sampleId: Type.Optional(IdSchema),
    pipelineVersionId: Type.Optional(IdSchema),
    format: Type.Optional(ComparisonFormatSchema),
    performedFrom: Type.Optional(MomentInSchema),
    performedBefore: Type.Optional(MomentInSchema),
    superseded: Type.Boolean({ default: false, description: "Whether superseded comparisons are listed too." }),
    sort: Type.Union([Type.Literal("-performedAt"), Type.Literal("performedAt")], { default: "-performedAt" }),
  },
  { additionalProperties: false },
);

type ComparisonListQuery = Static<typeof ComparisonListQuerySchema>;

/** The query of a page of comparisons, by the time when they were made. */
export function comparisonListQuery(kysely: Kysely<Tables>, query: ComparisonListQuery) {
  const direction = query.sort === "performedAt" ? "asc" : "desc";
  const after = readCursor(query.cursor, ["moment", "id"]);
  let rows = selectComparisons(kysely);
  if (!query.superseded) rows = rows.where("comparison.superseded_at", "is", null);
  if (query.runId !== undefined) rows = rows.where("comparison.run_id", "=", query.runId);
  if (query.assayId !== undefined) rows = rows.where("comparison.assay_id", "=", query.assayId);
  if (query.truthSetId !== undefined) rows = rows.where("comparison.truth_set_id", "=", query.truthSetId);
  if (query.sampleId !== undefined) rows = rows.where("comparison.sample_id", "=", query.sampleId);
  if (query.format !== undefined) rows = rows.where("comparison.format", "=", query.format);
  if (query.pipelineVersionId !== undefined) {
    rows = rows.where("comparison.pipeline_version_id", "=", query.pipelineVersionId);
  }
  if (query.performedFrom !== undefined) {
    rows = rows.where("comparison.performed_at", ">=", new Date(query.performedFrom));
  }
  if (query.performedBefore !== undefined) {
    rows = rows.where("comparison.performed_at", "<", new Date(query.performedBefore));
  }
  if (after !== null) {
    const comparison = sql.raw(direction === "asc" ? ">" : "<");
    rows = rows.where(
      sql<boolean>`(comparison.performed_at, comparison.id) ${comparison} (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    );
  }
  return rows
    .orderBy("comparison.performed_at", direction)
    .orderBy("comparison.id", direction)
    .limit(query.limit + 1);
}

/** A page of comparisons. */
export async function listComparisons(
  kysely: Kysely<Tables>,
  query: ComparisonListQuery,
): Promise<{ items: Comparison[]; next: string | null }> {
  const rows = await comparisonListQuery(kysely, query).execute();
  const { items, next } = toPage(
    rows,
    query.limit,
    (row) => [row.performed_at.toISOString(), row.id],
    (row) => row,
  );
  return { items: await toComparisons(kysely, items), next };
}
