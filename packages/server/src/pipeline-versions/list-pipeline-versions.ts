import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { IdSchema, MomentOutSchema, momentOut, NameSchema, orNull } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";

/** A version of a pipeline, as runs named it. */
export const PipelineVersionSchema = Type.Object({
  id: IdSchema,
  pipeline: Type.String(),
  version: Type.String(),
  revision: orNull(Type.String({ description: "Commit that it was made from." })),
  createdAt: MomentOutSchema,
});

/** What the list of pipeline versions can be narrowed to. */
export const PipelineVersionListQuerySchema = Type.Object(
  { ...pageQuery, pipeline: Type.Optional(NameSchema) },
  { additionalProperties: false },
);

type PipelineVersion = Static<typeof PipelineVersionSchema>;
type PipelineVersionListQuery = Static<typeof PipelineVersionListQuerySchema>;

/** The query of a page of pipeline versions, those seen last first. */
export function pipelineVersionListQuery(kysely: Kysely<Tables>, query: PipelineVersionListQuery) {
  const after = readCursor(query.cursor, ["moment", "id"]);
  let rows = kysely.selectFrom("pipeline_version").selectAll();
  if (query.pipeline !== undefined) rows = rows.where("pipeline", "=", query.pipeline);
  if (after !== null) {
    rows = rows.where(sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  }
  return rows
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(query.limit + 1);
}

/** A page of pipeline versions. */
export async function listPipelineVersions(
  kysely: Kysely<Tables>,
  query: PipelineVersionListQuery,
): Promise<{ items: PipelineVersion[]; next: string | null }> {
  const rows = await pipelineVersionListQuery(kysely, query).execute();
  return toPage(
    rows,
    query.limit,
    (row) => [row.created_at.toISOString(), row.id],
    ({ created_at: createdAt, ...version }) => ({ ...version, createdAt: momentOut(createdAt) }),
  );
}
