import { readFile, rename, stat, writeFile } from "node:fs/promises";

/** What tells one state of a file on a server from another. */
export interface Validator {
  /** A strong ETag; null where there is none. */
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What is kept of a download beside its part. */
export interface PartState extends Validator {
  readonly address: string;
  /** How many bytes of the part are on the disk for certain. */
  readonly bytes: number;
  /** Size of the whole file; null where the server did not say. */
  readonly total: number | null;
}

/** What can be gone on with at `target`, of the file at `address`; of no bytes where nothing can. */
export async function resumableState(target: string, address: string): Promise<PartState> {
  const fresh: PartState = { address, etag: null, lastModified: null, bytes: 0, total: null };
  const state = await stateBeside(target);
  if (state === null || state.address !== address) return fresh;
  if (state.etag === null && state.lastModified === null) return fresh;
  const size = await stat(`${target}.part`).then(
    (found) => found.size,
    () => 0,
  );
  return size < state.bytes ? fresh : state;
}

/** Null where there is none, or none that can be used: the download then begins anew. */
async function stateBeside(target: string): Promise<PartState | null> {
  try {
    const state = JSON.parse(await readFile(`${target}.part.json`, "utf8")) as PartState;
    return Number.isSafeInteger(state.bytes) && state.bytes >= 0 && typeof state.address === "string" ? state : null;
  } catch {
    return null;
  }
}

/** Whole or not at all. */
export async function writeState(target: string, state: PartState): Promise<void> {
  const path = `${target}.part.json`;
  await writeFile(`${path}.tmp`, `${JSON.stringify(state)}\n`);
  await rename(`${path}.tmp`, path);
}
