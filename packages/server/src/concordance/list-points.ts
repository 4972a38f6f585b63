import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { NameSchema, orNull } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { requireComparison } from "./list-strata.ts";

const CountSchema = orNull(Type.Integer({ minimum: 0 }));
const ShareSchema = orNull(Type.Number({ minimum: 0, maximum: 1 }));

/** Recall and precision of the records at or above a score. */
export const PointSchema = Type.Object({
  variantType: Type.String(),
  filter: Type.String(),
  position: Type.Integer({ description: "From 0, the strictest threshold, with the fewest records." }),
  score: Type.Number(),
  recall: ShareSchema,
  precision: ShareSchema,
  truthTp: CountSchema,
  truthFn: CountSchema,
  queryTp: CountSchema,
  queryFp: CountSchema,
});

/** What the points can be narrowed to. A curve is drawn from all of its points, so that a page may be long. */
export const PointListQuerySchema = Type.Object(
  {
    ...pageQuery,
    limit: Type.Integer({ minimum: 1, maximum: 5000, default: 1000, description: "Points of a page at most." }),
    variantType: Type.Optional(NameSchema),
    filter: Type.Optional(NameSchema),
  },
  { additionalProperties: false },
);

type PointListQuery = Static<typeof PointListQuerySchema>;
type Point = Static<typeof PointSchema>;

/** The query of a page of points, in the order of type, filter and position. */
export function pointListQuery(kysely: Kysely<Tables>, comparisonId: string, query: PointListQuery) {
  const after = readCursor(query.cursor, ["text", "text", "integer"]);
  let rows = kysely.selectFrom("precision_recall_point").selectAll().where("comparison_id", "=", comparisonId);
  if (query.variantType !== undefined) rows = rows.where("variant_type", "=", query.variantType);
  if (query.filter !== undefined) rows = rows.where("filter", "=", query.filter);
  if (after !== null) {
    rows = rows.where(
      sql<boolean>`(variant_type, filter, position) > (${after[0]}, ${after[1]}, ${after[2]}::integer)`,
    );
  }
  return rows
    .orderBy("variant_type")
    .orderBy("filter")
    .orderBy("position")
    .limit(query.limit + 1);
}

/** A page of the points of a comparison's precision-recall curves. @throws ServerError TS_NOT_FOUND. */
export async function listPoints(
  kysely: Kysely<Tables>,
  comparisonId: string,
  query: PointListQuery,
): Promise<{ items: Point[]; next: string | null }> {
  await requireComparison(kysely, comparisonId);
  const rows = await pointListQuery(kysely, comparisonId, query).execute();
  return toPage(
    rows,
    query.limit,
    (row) => [row.variant_type, row.filter, row.position],
    (row) => ({
      variantType: row.variant_type,
      filter: row.filter,
      position: row.position,
      score: row.score,
      recall: row.recall,
      precision: row.precision,
      truthTp: row.truth_tp,
      truthFn: row.truth_fn,
      queryTp: row.query_tp,
      queryFp: row.query_fp,
    }),
  );
}
