import { join, resolve } from "node:path";
import type { AnchorKey, AnchorSink } from "@touchstone/store";
import { CliError } from "../error.ts";

/** Where the end of the audit trail is anchored, and by which key. */
export interface AnchorPlace {
  /** A file, or `s3://bucket/prefix`. */
  readonly place: string;
  /** File of the private key, made on first use; the public key is written beside it. */
  readonly key: string;
}

/**
 * Where anchors are kept: as named, else in the data folder; null without either.
 *
 * @throws CliError TS_USAGE when only one of place and key is known.
 */
export function anchorPlace(
  place: string | undefined,
  key: string | undefined,
  dataFolder: string | null,
): AnchorPlace | null {
  const inFolder = (name: string) => (dataFolder === null ? undefined : join(resolve(dataFolder), name));
  const chosen = { place: place ?? inFolder("audit-anchors.jsonl"), key: key ?? inFolder("audit-anchor-key.pem") };
  if (chosen.place === undefined && chosen.key === undefined) return null;
  if (chosen.place === undefined || chosen.key === undefined) {
    throw new CliError("TS_USAGE", "--anchor and --anchor-key belong together", "Give both, or neither.");
  }
  return { place: chosen.place, key: chosen.key };
}

/** Opens both. @throws StoreError TS_AUDIT_KEY_UNUSABLE, TS_OBJECT_LOCATION_INVALID. */
export async function openAnchors({
  place,
  key: keyFile,
}: AnchorPlace): Promise<{ readonly sink: AnchorSink; readonly key: AnchorKey }> {
  const store = await import("@touchstone/store");
  const key = store.loadAnchorKey(keyFile);
  store.writePublicKey(`${keyFile}.pub`, key.publicKey);
  return { sink: await openAnchorSink(place), key };
}

/** The anchors in a file, or one object each below `s3://bucket/prefix`. @throws StoreError TS_OBJECT_LOCATION_INVALID. */
export async function openAnchorSink(place: string): Promise<AnchorSink> {
  const store = await import("@touchstone/store");
  return isInS3(place) ? store.objectAnchorSink(store.openNamedObjects(place), "") : store.fileAnchorSink(place);
}

/** Whether anchors are objects of a store, and no lines of a file. */
export function isInS3(place: string): boolean {
  return place.startsWith("s3://");
}
