import { addArtifact } from "../artifacts/add-artifact.ts";
import { uploadUri } from "../artifacts/store-upload.ts";
import type { Writing } from "../writing/perform.ts";
import type { StoredFile } from "./store-files.ts";

/** The name under which a file came, from its address in the object store. */
export function nameOfObject(uri: string): string {
  return decodeURIComponent(uri.split("/").at(-1) ?? uri);
}

/**
 * Makes files artifacts of a run; one that is among them already stays as it is.
 *
 * @returns ids, each once.
 */
export async function attachArtifacts(
  writing: Writing,
  run: { readonly id: string; readonly name: string },
  files: readonly StoredFile[],
): Promise<string[]> {
  const ids = new Set<string>();
  for (const { name, kind, sha256, sizeBytes, mediaType } of files) {
    const uri = uploadUri(sha256, name);
    const known = await writing.transaction
      .selectFrom("artifact")
      .select("id")
      .where("run_id", "=", run.id)
      .where("uri", "=", uri)
      .where("sha256", "=", sha256)
      .executeTakeFirst();
    const added = known ?? (await addArtifact(writing, run, { kind, uri, sha256, sizeBytes, mediaType })).body;
    ids.add(added.id);
  }
  return [...ids];
}
