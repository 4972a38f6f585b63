import { newId } from "@touchstone/store";
import type { Writing } from "../writing/perform.ts";
import type { StoredFile } from "./store-files.ts";

/** Address of a file in the object store, relative to where the server's objects are. */
export function objectUri({ sha256, name }: Pick<StoredFile, "sha256" | "name">): string {
  return `objects/${sha256}/${encodeURIComponent(name)}`;
}

/** The name under which a file came, from its address in the object store. */
export function nameOfObject(uri: string): string {
  return decodeURIComponent(uri.split("/").at(-1) ?? uri);
}

/**
 * Makes files artifacts of a run; one that is among them already stays as it is. What the files are of goes into the audit
 * trail with them.
 *
 * @returns ids in the order of the files.
 */
export async function attachArtifacts(
  { transaction, at }: Writing,
  runId: string,
  files: readonly StoredFile[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const file of files) {
    const uri = objectUri(file);
    const known = await transaction
      .selectFrom("artifact")
      .select("id")
      .where("run_id", "=", runId)
      .where("uri", "=", uri)
      .where("sha256", "=", file.sha256)
      .executeTakeFirst();
    const id = known?.id ?? newId();
    ids.push(id);
    if (known !== undefined) continue;
    const { kind, sha256, sizeBytes, mediaType } = file;
    await transaction
      .insertInto("artifact")
      .values({ id, run_id: runId, kind, uri, sha256, size_bytes: sizeBytes, media_type: mediaType, created_at: at })
      .execute();
  }
  return ids;
}
