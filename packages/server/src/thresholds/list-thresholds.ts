import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { DefinitionStatusSchema } from "../assays/schema.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { selectThresholds, toThreshold } from "./queries.ts";
import type { Threshold } from "./schema.ts";

/** What the list of thresholds can be narrowed to. */
export const ThresholdListQuerySchema = Type.Object(
  {
    ...pageQuery,
    assayId: Type.Optional(IdSchema),
    status: Type.Optional(DefinitionStatusSchema),
    stage: Type.Optional(Type.Union([Type.Literal("release"), Type.Literal("routine")])),
  },
  { additionalProperties: false },
);

type ThresholdListQuery = Static<typeof ThresholdListQuerySchema>;

/** The query of a page of thresholds, by assay and by what they judge. */
export function thresholdListQuery(kysely: Kysely<Tables>, query: ThresholdListQuery) {
  const after = readCursor(query.cursor, ["id", "text", "text", "text", "text", "integer"]);
  let rows = selectThresholds(kysely);
  if (query.assayId !== undefined) rows = rows.where("threshold.assay_id", "=", query.assayId);
  if (query.status !== undefined) rows = rows.where("threshold.status", "=", query.status);
  if (query.stage !== undefined) rows = rows.where("threshold.stage", "=", query.stage);
  if (after !== null) {
    rows = rows.where(
      sql<boolean>`(threshold.assay_id, threshold.score, threshold.variant_type, threshold.stratum, threshold.stage,
        threshold.version) > (${after[0]}::uuid, ${after[1]}, ${after[2]}, ${after[3]}, ${after[4]}, ${after[5]}::integer)`,
    );
  }
  return rows
    .orderBy("threshold.assay_id")
    .orderBy("threshold.score")
    .orderBy("threshold.variant_type")
    .orderBy("threshold.stratum")
    .orderBy("threshold.stage")
    .orderBy("threshold.version")
    .limit(query.limit + 1);
}

/** A page of thresholds. */
export async function listThresholds(
  kysely: Kysely<Tables>,
  query: ThresholdListQuery,
): Promise<{ items: Threshold[]; next: string | null }> {
  const rows = await thresholdListQuery(kysely, query).execute();
  return toPage(
    rows,
    query.limit,
    (row) => [row.assay_id, row.score, row.variant_type, row.stratum, row.stage, row.version],
    toThreshold,
  );
}
