import type { IncomingMessage } from "node:http";
import { setTimeout } from "node:timers/promises";
import { TruthError } from "../error.ts";
import { contentRange, failureOf, tellsItsEnd, totalSize, validatorOf } from "./answer.ts";
import type { Digests } from "./digests.ts";
import { type HttpClient, PassingFailure, passing, unavailable } from "./http-client.ts";
import { PartFile } from "./part-file.ts";

export interface DownloadOptions {
  readonly client: HttpClient;
  readonly signal: AbortSignal;
  /** Size in bytes where it is known beforehand; a server that says otherwise has another file. */
  readonly size: number | null;
  /** Whether `check` has a checksum to compare with. Without one, and without a size, only an answer that tells its end is whole. */
  readonly hasChecksum: boolean;
  /** Throws TS_TRUTH_CHECKSUM_MISMATCH for bytes that are not the file's; they are then not put in place. */
  check(digests: Digests): void;
  /** Told how many bytes are there, of how many; of null where nobody knows. */
  onProgress(bytes: number, total: number | null): void;
  /** So many tries in a row may fail without a byte more. */
  readonly tries: number;
  /** How long to wait after the nth failure in a row, from 1, in milliseconds. */
  backoff(failures: number): number;
}

/** A file that was downloaded and put in place. */
export interface Downloaded extends Digests {
  readonly bytes: number;
  /** How many of the bytes an earlier call had left. */
  readonly resumedFrom: number;
}

/** A server is not waited for longer than this, whatever it asks. */
const LONGEST_WAIT = 120_000;

/**
 * Downloads a file to `target`. What an earlier call left is gone on with, unless the file has changed since; a connection
 * that is cut or stalls, and an answer of 5xx, are tried again. What has the final name is whole and was checked.
 *
 * @throws TruthError TS_TRUTH_NOT_FOUND, TS_TRUTH_UNAVAILABLE, TS_TRUTH_UNWRITABLE, TS_TRUTH_FETCH_ABORTED,
 * TS_TRUTH_CHECKSUM_MISMATCH
 */
export async function download(address: string, target: string, options: DownloadOptions): Promise<Downloaded> {
  const part = await PartFile.open(target, address);
  let isOpen = true;
  try {
    const resumedFrom = await transferChecked(part, address, options);
    isOpen = false;
    await part.complete();
    return { ...part.digests(), bytes: part.size, resumedFrom };
  } catch (error) {
    if (!options.signal.aborted) throw error;
    const message = `${target}: the download was stopped after ${part.size} bytes`;
    throw new TruthError("TS_TRUTH_FETCH_ABORTED", message, { file: target, address }, error);
  } finally {
    if (isOpen) await (part.size === 0 ? part.discard() : part.close());
  }
}

/** Fills the part and checks it; returns how many bytes of it were there before. */
async function transferChecked(part: PartFile, address: string, options: DownloadOptions): Promise<number> {
  const resumedFrom = part.size;
  await transfer(part, address, options);
  try {
    options.check(part.digests());
    return resumedFrom;
  } catch (error) {
    await part.restart();
    if (resumedFrom === 0) throw error;
  }
  // What an earlier call left may have been damaged where it lay.
  await transfer(part, address, options);
  try {
    options.check(part.digests());
    return 0;
  } catch (error) {
    await part.restart();
    throw error;
  }
}

async function transfer(part: PartFile, address: string, options: DownloadOptions): Promise<void> {
  let furthest = part.size;
  for (let failures = 0; ; ) {
    try {
      return await attempt(part, address, options);
    } catch (error) {
      if (options.signal.aborted || !(error instanceof PassingFailure)) throw error;
      failures = part.size > furthest ? 1 : failures + 1;
      furthest = Math.max(furthest, part.size);
      if (failures >= options.tries) {
        const message = `${address}: ${error.message}; given up after ${failures} tries, ${part.size} bytes stay for the next`;
        throw unavailable(address, message, error);
      }
      const wait = Math.max(options.backoff(failures), error.waitMilliseconds ?? 0);
      await setTimeout(Math.min(wait, LONGEST_WAIT), undefined, { signal: options.signal });
    }
  }
}

/** Asks for what is missing and appends what comes. */
async function attempt(part: PartFile, address: string, options: DownloadOptions): Promise<void> {
  if (part.isResumable && part.size === (part.total ?? options.size)) return;
  const { message, body, status, address: at } = await options.client.get(address, rangeHeaders(part), options.signal);
  try {
    if (status === 206) await requireContinuation(part, message, options.size);
    else if (status === 200) await part.begin(validatorOf(message), totalSize(message));
    else if (status === 416) await refuseRange(part);
    else throw failureOf(at, message);
    requireUnpacked(at, message);
    const whole = part.total ?? options.size;
    if (options.size !== null && whole !== options.size) throw otherSize(address, options.size, `${whole}`);
    if (whole === null && !options.hasChecksum && !tellsItsEnd(message)) {
      const what = "the server does not tell how long the file is or where it ends, and it has no checksum";
      throw unavailable(address, `${address}: ${what}: nobody could tell it from a part`);
    }
    if (part.total !== null) await part.requireSpace(part.total - part.size);
    options.onProgress(part.size, part.total);
    for await (const bytes of body) {
      await part.append(bytes);
      options.onProgress(part.size, part.total);
    }
    // An answer that told its end has brought what the server calls the whole, and one that is too long is of another file.
    if (message.complete && part.total === null && whole !== null && (part.size > whole || tellsItsEnd(message))) {
      if (part.size === whole) return;
      const seen = String(part.size);
      await part.restart();
      throw otherSize(address, whole, seen);
    }
    if (!message.complete || (whole !== null && part.size !== whole)) {
      throw new PassingFailure(`the connection ended after ${part.size} of ${whole ?? "?"} bytes`);
    }
  } catch (error) {
    message.destroy();
    throw error instanceof TruthError || options.signal.aborted ? error : passing(error);
  }
}

function otherSize(address: string, expected: number, seen: string): TruthError {
  const details = { address, expected: `${expected} bytes`, seen: `${seen} bytes` };
  const what = `${address}: the file has ${seen} bytes there, ${expected} are expected`;
  return new TruthError("TS_TRUTH_CHECKSUM_MISMATCH", what, details);
}

/** The rest is wanted only of the same file: otherwise the server is to send the whole of the new one. */
function rangeHeaders(part: PartFile): Record<string, string> {
  if (!part.isResumable) return {};
  const { etag, lastModified } = part.validator;
  return { range: `bytes=${part.size}-`, "if-range": etag ?? lastModified ?? "" };
}

/**
 * A server that does not know If-Range, or counts otherwise, must not have its bytes appended; nor one that says nothing of
 * what tells the file from a later one, or how long the whole is where nobody knows.
 */
async function requireContinuation(part: PartFile, message: IncomingMessage, size: number | null): Promise<void> {
  const range = contentRange(message);
  const { etag, lastModified } = validatorOf(message);
  const known = part.validator;
  const isSame =
    known.etag !== null ? etag === known.etag : known.lastModified !== null && lastModified === known.lastModified;
  const total = range?.total ?? null;
  const fits = range?.start === part.size && (part.total === null ? (total ?? size) !== null : total === part.total);
  if (isSame && fits) {
    part.learnTotal(total);
    return;
  }
  await part.restart();
  throw new PassingFailure(isSame ? "the server sent another part than was asked for" : "the file changed meanwhile");
}

async function refuseRange(part: PartFile): Promise<never> {
  await part.restart();
  throw new PassingFailure("the server has no such part of the file");
}

/** A .gz file may be called packed by a server that keeps it so; another file would not be what it is to be. */
function requireUnpacked(address: string, { headers }: IncomingMessage): void {
  const encoding = headers["content-encoding"];
  if (encoding === undefined || encoding === "identity" || new URL(address).pathname.endsWith(".gz")) return;
  throw unavailable(address, `${address}: the server sends the file packed (${encoding}), which was not asked for`);
}
