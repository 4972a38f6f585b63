import { type ResultFile, recogniseFormat } from "@touchstone/ingest";
import type { ObjectStore } from "@touchstone/store";

/** A file that is in the object store. */
export interface StoredFile {
  readonly name: string;
  /** What it was recognised as. */
  readonly kind: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/**
 * Keeps files under the hash of their content. Call it before the transaction that refers to them: when that fails, an
 * object that nothing refers to is left, and never a row that refers to nothing.
 *
 * @param kinds what files are, by their names, where that is known.
 * @throws StoreError when the object store cannot take them.
 */
export async function storeFiles(
  objects: ObjectStore,
  files: readonly ResultFile[],
  kinds: ReadonlyMap<string, string> = new Map(),
): Promise<StoredFile[]> {
  const stored: StoredFile[] = [];
  for (const { name, bytes } of files) {
    const { sha256, size } = await objects.put(bytes);
    const kind = kinds.get(name) ?? recogniseFormat(name, bytes).format ?? "result file";
    stored.push({ name, kind, mediaType: mediaTypeOf(name), sha256, sizeBytes: size });
  }
  return stored;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv",
  gz: "application/gzip",
  json: "application/json",
  tsv: "text/tab-separated-values",
  txt: "text/plain",
};

function mediaTypeOf(name: string): string {
  return MEDIA_TYPES[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream";
}
