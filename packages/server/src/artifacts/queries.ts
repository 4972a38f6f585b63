import type { ArtifactTable, Tables } from "@touchstone/store";
import type { Kysely, Selectable } from "kysely";
import { notFound } from "../error.ts";
import { momentOut } from "../http/field-schemas.ts";
import type { Artifact } from "./schema.ts";

/** A file as answers show it. */
export function toArtifact(row: Selectable<ArtifactTable>): Artifact {
  return {
    id: row.id,
    runId: row.run_id,
    kind: row.kind,
    uri: row.uri,
    sha256: row.sha256,
    sizeBytes: row.size_bytes,
    mediaType: row.media_type,
    createdAt: momentOut(row.created_at),
  };
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findArtifact(kysely: Kysely<Tables>, id: string): Promise<Artifact> {
  const row = await kysely.selectFrom("artifact").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("artifact", id);
  return toArtifact(row);
}
