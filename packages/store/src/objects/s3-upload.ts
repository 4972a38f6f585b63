import type { PreparedContent } from "./prepared-content.ts";
import type { S3Client } from "./s3-client.ts";
import { s3ErrorCode, s3Failure } from "./s3-failure.ts";
import { xmlText } from "./s3-xml.ts";

/** How an upload ended. After "unclear" the object may be there or not; after "conflict" it has to be begun anew. */
export type UploadOutcome = "created" | "there already" | "conflict" | "unclear" | "no conditions";

/** Parts under way at a time; as many are in memory. */
const concurrentParts = 4;

/** What an upload needs beside its content. */
export interface UploadOptions {
  /** With `If-None-Match: *`: an object that is there already stays. */
  readonly conditional: boolean;
  /** Headers that S3 keeps with the object, such as x-amz-meta-*. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
}

/** Stores content of one part by PutObject. */
export async function uploadWhole(
  client: S3Client,
  key: string,
  content: PreparedContent,
  { conditional, headers, signal }: UploadOptions,
): Promise<UploadOutcome> {
  const answer = await client.send({
    method: "PUT",
    key,
    headers: { ...headers, ...condition(conditional) },
    body: await content.part(0),
    bodySha256: content.partDigests[0],
    expected: conditional ? [200, 412, 501] : [200],
    signal,
  });
  return outcomeOf(answer.status);
}

/**
 * Stores content by CreateMultipartUpload, UploadPart and CompleteMultipartUpload, which alone has the condition. Unless it ends with "created" or "unclear" the upload is aborted, so that no part stays behind to be paid for.
 */
export async function uploadParts(
  client: S3Client,
  key: string,
  content: PreparedContent,
  { conditional, headers = {}, signal }: UploadOptions,
): Promise<UploadOutcome> {
  const uploadId = await beginUpload(client, key, headers, signal);
  let outcome: UploadOutcome | null = null;
  try {
    const tags = await sendParts(client, key, uploadId, content, signal);
    outcome = await completeUpload(client, key, uploadId, tags, conditional, signal);
    return outcome;
  } finally {
    if (outcome !== "created" && outcome !== "unclear") {
      await abortUpload(client, key, uploadId);
    }
  }
}

/** Gives an upload up. What cannot be aborted now is found by `discardUnfinishedUploads`; false then. */
export async function abortUpload(client: S3Client, key: string, uploadId: string): Promise<boolean> {
  try {
    // Without the caller's signal: an aborted upload is exactly what has to be cleared away.
    await client.send({ method: "DELETE", key, query: { uploadId }, expected: [204, 200, 404] });
    return true;
  } catch {
    return false;
  }
}

async function beginUpload(
  client: S3Client,
  key: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<string> {
  const answer = await client.send({ method: "POST", key, query: { uploads: "" }, headers, expected: [200], signal });
  const uploadId = xmlText(answer.text, "UploadId");
  if (uploadId === null) {
    throw s3Failure(new Response(null, { status: answer.status }), "", "POST without an upload's id", client.location);
  }
  return uploadId;
}

/** Sends all parts, some at a time, and returns their ETags in order. Ends only when no part is under way any more. */
async function sendParts(
  client: S3Client,
  key: string,
  uploadId: string,
  content: PreparedContent,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const tags: string[] = [];
  const failed = new AbortController();
  const either = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
  let next = 0;
  const sendSome = async (): Promise<void> => {
    while (next < content.partDigests.length && !failed.signal.aborted) {
      const index = next++;
      tags[index] = await sendPart(client, key, uploadId, content, index, either).catch((error) => {
        failed.abort(error);
        throw error;
      });
    }
  };
  await Promise.allSettled(Array.from({ length: concurrentParts }, sendSome));
  failed.signal.throwIfAborted();
  return tags;
}

async function sendPart(
  client: S3Client,
  key: string,
  uploadId: string,
  content: PreparedContent,
  index: number,
  signal: AbortSignal,
): Promise<string> {
  const answer = await client.send({
    method: "PUT",
    key,
    query: { partNumber: String(index + 1), uploadId },
    body: await content.part(index),
    bodySha256: content.partDigests[index],
    expected: [200],
    signal,
  });
  const tag = answer.headers.get("etag");
  if (tag === null) {
    throw s3Failure(new Response(null, { status: answer.status }), "", "PUT of a part without ETag", client.location);
  }
  return tag;
}

async function completeUpload(
  client: S3Client,
  key: string,
  uploadId: string,
  tags: readonly string[],
  conditional: boolean,
  signal: AbortSignal | undefined,
): Promise<UploadOutcome> {
  const parts = tags.map(
    (tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${escapeXml(tag)}</ETag></Part>`,
  );
  const answer = await client.send({
    method: "POST",
    key,
    query: { uploadId },
    headers: condition(conditional),
    body: new TextEncoder().encode(
      `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts.join("")}</CompleteMultipartUpload>`,
    ),
    expected: conditional ? [200, 404, 409, 412, 501] : [200, 404],
    signal,
  });
  // An upload that is gone was completed by an earlier attempt whose answer was lost, or aborted by someone.
  if (answer.status === 404 && s3ErrorCode(answer.text) !== "NoSuchUpload") {
    throw s3Failure(new Response(null, { status: 404 }), answer.text, "POST", client.location);
  }
  return outcomeOf(answer.status);
}

function condition(conditional: boolean): Record<string, string> {
  return conditional ? { "if-none-match": "*" } : {};
}

function outcomeOf(status: number): UploadOutcome {
  switch (status) {
    case 404:
      return "unclear";
    // AWS, "How to prevent object overwrites with conditional writes": the upload has to be initiated again.
    case 409:
      return "conflict";
    case 412:
      return "there already";
    case 501:
      return "no conditions";
    default:
      return "created";
  }
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
