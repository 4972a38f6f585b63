import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { NameSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { toArtifact } from "./queries.ts";
import type { Artifact } from "./schema.ts";

/** What the list of a run's files can be narrowed to. */
export const ArtifactListQuerySchema = Type.Object(
  { ...pageQuery, kind: Type.Optional(NameSchema) },
  { additionalProperties: false },
);

type ArtifactListQuery = Static<typeof ArtifactListQuerySchema>;

/** The query of a page of a run's files, in the order in which they were added. */
export function artifactListQuery(kysely: Kysely<Tables>, runId: string, query: ArtifactListQuery) {
  const after = readCursor(query.cursor, ["moment", "id"]);
  let rows = kysely.selectFrom("artifact").selectAll().where("run_id", "=", runId);
  if (query.kind !== undefined) rows = rows.where("kind", "=", query.kind);
  if (after !== null) {
    rows = rows.where(sql<boolean>`(created_at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  }
  return rows
    .orderBy("created_at")
    .orderBy("id")
    .limit(query.limit + 1);
}

/** A page of a run's files. */
export async function listArtifacts(
  kysely: Kysely<Tables>,
  runId: string,
  query: ArtifactListQuery,
): Promise<{ items: Artifact[]; next: string | null }> {
  const rows = await artifactListQuery(kysely, runId, query).execute();
  return toPage(rows, query.limit, (row) => [row.created_at.toISOString(), row.id], toArtifact);
}
