import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { requireStudy } from "./queries.ts";
import type { Pair } from "./schema.ts";

/** What the pairs of a study can be narrowed to. */
export const PairListQuerySchema = Type.Object(
  { ...pageQuery, stratum: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) },
  { additionalProperties: false },
);

type PairListQuery = Static<typeof PairListQuerySchema>;

/** The query of a page of a study's pairs, by stratum and runs. */
export function pairListQuery(kysely: Kysely<Tables>, studyId: string, query: PairListQuery) {
  const after = readCursor(query.cursor, ["text", "integer", "integer"]);
  let rows = kysely
    .selectFrom("replicate_study_pair as pair")
    .innerJoin("replicate_study_run as first", (join) =>
      join
        .onRef("first.replicate_study_id", "=", "pair.replicate_study_id")
        .onRef("first.position", "=", "pair.first_position"),
    )
    .innerJoin("replicate_study_run as second", (join) =>
      join
        .onRef("second.replicate_study_id", "=", "pair.replicate_study_id")
        .onRef("second.position", "=", "pair.second_position"),
    )
    .selectAll("pair")
    .select(["first.name as first_name", "second.name as second_name"])
    .where("pair.replicate_study_id", "=", studyId);
  if (query.stratum !== undefined) rows = rows.where("pair.stratum", "=", query.stratum);
  if (after !== null) {
    rows = rows.where(
      sql<boolean>`(pair.stratum, pair.first_position, pair.second_position)
        > (${after[0]}, ${after[1]}::integer, ${after[2]}::integer)`,
    );
  }
  return rows
    .orderBy("pair.stratum")
    .orderBy("pair.first_position")
    .orderBy("pair.second_position")
    .limit(query.limit + 1);
}

/** A page of how pairs of a study's runs agree. @throws ServerError TS_NOT_FOUND. */
export async function listPairs(
  kysely: Kysely<Tables>,
  studyId: string,
  query: PairListQuery,
): Promise<{ items: Pair[]; next: string | null }> {
  await requireStudy(kysely, studyId);
  const rows = await pairListQuery(kysely, studyId, query).execute();
  return toPage(
    rows,
    query.limit,
    (row) => [row.stratum, row.first_position, row.second_position],
    (row) => ({
      stratum: row.stratum,
      first: row.first_name,
      second: row.second_name,
      n: row.n,
      bias: row.bias,
      sd: row.sd,
      lowerLimit: row.lower_limit,
      upperLimit: row.upper_limit,
      jaccard: row.jaccard,
    }),
  );
}
