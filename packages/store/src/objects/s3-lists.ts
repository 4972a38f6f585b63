import { digestOfKey } from "./object-key.ts";
import type { ListedObject } from "./object-store.ts";
import type { S3Client } from "./s3-client.ts";
import { xmlElements, xmlText } from "./s3-xml.ts";

/** An upload in parts that was neither completed nor aborted. */
export interface UnfinishedUpload {
  /** Key below the bucket. */
  readonly key: string;
  readonly uploadId: string;
  readonly initiated: Date;
}

/** An entry of a bucket's list. */
export interface ListedKey {
  /** Key below the bucket. */
  readonly key: string;
  readonly size: number;
  readonly modified: Date;
}

/** Keys with a prefix, in the order of their UTF-8 bytes, by ListObjectsV2; only those after `after` unless it is null. */
export async function* listKeys(
  client: S3Client,
  prefix: string,
  after: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<ListedKey, void, undefined> {
  const first = after === null ? {} : { "start-after": after };
  for (let from: Record<string, string> | null = first; from !== null; ) {
    const query = { "list-type": "2", prefix, ...from };
    const { text } = await client.send({ method: "GET", key: "", query, expected: [200], signal });
    for (const entry of xmlElements(text, "Contents")) {
      const modified = new Date(xmlText(entry, "LastModified") ?? "");
      yield { key: xmlText(entry, "Key") ?? "", size: Number(xmlText(entry, "Size")), modified };
    }
    const next = xmlText(text, "NextContinuationToken");
    from = xmlText(text, "IsTruncated") === "true" && next !== null ? { "continuation-token": next } : null;
  }
}

/** Objects in the order of their SHA-256; `after` is a path below the store's prefix. Other keys are passed over. */
export async function* listObjects(
  client: S3Client,
  after: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<ListedObject, void, undefined> {
  const prefix = client.key("");
  for await (const { key, size, modified } of listKeys(
    client,
    prefix,
    after === null ? null : client.key(after),
    signal,
  )) {
    const sha256 = digestOfKey(key.slice(prefix.length));
    if (sha256 !== null) {
      yield { sha256, size, storedAt: modified };
    }
  }
}

/** Unfinished uploads of objects, by ListMultipartUploads; others below the prefix are passed over. */
export async function* listUploads(
  client: S3Client,
  signal: AbortSignal | undefined,
): AsyncGenerator<UnfinishedUpload, void, undefined> {
  const prefix = client.key("");
  for (let from: Record<string, string> | null = {}; from !== null; ) {
    const query = { uploads: "", prefix, ...from };
    const { text } = await client.send({ method: "GET", key: "", query, expected: [200], signal });
    for (const entry of xmlElements(text, "Upload")) {
      const key = xmlText(entry, "Key") ?? "";
      const uploadId = xmlText(entry, "UploadId");
      if (uploadId !== null && digestOfKey(key.slice(prefix.length)) !== null) {
        yield { key, uploadId, initiated: new Date(xmlText(entry, "Initiated") ?? "") };
      }
    }
    const nextKey = xmlText(text, "NextKeyMarker");
    from =
      xmlText(text, "IsTruncated") === "true" && nextKey !== null
        ? { "key-marker": nextKey, "upload-id-marker": xmlText(text, "NextUploadIdMarker") ?? "" }
        : null;
  }
}
