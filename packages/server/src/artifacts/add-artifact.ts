import { newId } from "@touchstone/store";
import { ServerError } from "../error.ts";
import type { RunKey } from "../runs/queries.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { findArtifact, toArtifact } from "./queries.ts";
import type { Artifact, NewArtifact } from "./schema.ts";

/**
 * Adds a file to a run. The same file sent again, known by its place and hash, gets the first answer.
 *
 * @throws ServerError TS_CONFLICT when it was added as another kind or with another size.
 */
export async function addArtifact(writing: Writing, run: RunKey, added: NewArtifact): Promise<Answer<Artifact>> {
  const { transaction, at } = writing;
  const { kind, uri, sha256, sizeBytes, mediaType = null } = added;
  const first = await transaction
    .selectFrom("artifact")
    .selectAll()
    .where("run_id", "=", run.id)
    .where("uri", "=", uri)
    .where("sha256", "=", sha256)
    .executeTakeFirst();
  if (first !== undefined) {
    if (first.kind === kind && first.size_bytes === sizeBytes) return { status: 200, body: toArtifact(first) };
    const message = `${uri} of run ${run.name} was added as ${first.kind} of ${first.size_bytes} bytes`;
    throw new ServerError("TS_CONFLICT", message);
  }
  const id = newId();
  await transaction
    .insertInto("artifact")
    .values({ id, run_id: run.id, kind, uri, sha256, size_bytes: sizeBytes, media_type: mediaType, created_at: at })
    .execute();
  const body = await findArtifact(transaction, id);
  writing.record({ action: "artifact.create", subject: { kind: "artifact", id }, new: body });
  const payload = { id, runId: run.id, run: run.name, kind, uri };
  writing.publish({ topic: "artifact.created", recordKind: "artifact", recordId: id, payload });
  return { status: 201, body };
}
