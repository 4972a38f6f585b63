import type { ObjectStore } from "@touchstone/store";
import type { FastifyReply, FastifyRequest } from "fastify";
import { ServerError } from "../error.ts";
import { readRangeHeader } from "./range-header.ts";
import type { Artifact } from "./schema.ts";

/** Seconds for which an address of the object store can be downloaded from. */
const DOWNLOAD_TIME = 300;

/**
 * Sends a file's content, or a range of it, or sends the caller to where the object store gives it out. What comes from a
 * run is never shown as a page of Touchstone: browsers save it.
 *
 * @throws ServerError TS_NOT_FOUND when the content is kept elsewhere, TS_RANGE_NOT_SATISFIABLE; what the store throws.
 */
export async function sendContent(
  objects: ObjectStore,
  artifact: Artifact,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { sha256, uri } = artifact;
  const fileName = fileNameOf(uri);
  const stored = await objects.head(sha256);
  if (stored === null) {
    throw new ServerError("TS_NOT_FOUND", `the content of artifact ${artifact.id} is kept elsewhere: ${uri}`);
  }
  const url = await objects.downloadUrl(sha256, { expiresInSeconds: DOWNLOAD_TIME, fileName });
  if (url !== null) return reply.redirect(url, 302);
  reply.header("accept-ranges", "bytes").header("etag", `"${sha256}"`);
  const range = readRangeHeader(wantedRange(request, sha256), stored.size);
  if (range === "unsatisfiable") {
    reply.header("content-range", `bytes */${stored.size}`);
    throw new ServerError("TS_RANGE_NOT_SATISFIABLE", `the file has ${stored.size} bytes`);
  }
  const { stream, size } = await objects.get(sha256, range === null ? {} : { range });
  reply
    .header("content-type", artifact.mediaType ?? "application/octet-stream")
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header("content-length", range === null ? size : range.end - range.start);
  if (range !== null) reply.code(206).header("content-range", `bytes ${range.start}-${range.end - 1}/${size}`);
  return reply.send(stream);
}

/** A range of what the caller has seen another version of is of no use to them. */
function wantedRange({ headers }: FastifyRequest, sha256: string): string | undefined {
  const condition = headers["if-range"];
  return condition === undefined || condition === `"${sha256}"` ? headers.range : undefined;
}

function fileNameOf(uri: string): string {
  const last = uri.split(/[?#]/)[0]?.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last) || "artifact";
  } catch {
    return last;
  }
}
