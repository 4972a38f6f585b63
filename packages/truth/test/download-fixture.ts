import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileServer } from "@touchstone/test-support";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { type Downloaded, type DownloadOptions, download } from "../src/download/download.ts";
import { HttpClient } from "../src/download/http-client.ts";
import { TruthError } from "../src/error.ts";

export const CONTENT: Buffer = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 7919) >> 3));
export const OTHER: Buffer = Buffer.alloc(CONTENT.length, "other");

export function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A server for the tests of one file, and new places to download to. */
export function downloadFixture(): { server: FileServer; newTarget(): string } {
  const server = new FileServer();
  const scratch = mkdtempSync(join(tmpdir(), "touchstone-download-"));
  let count = 0;
  beforeAll(() => server.start());
  afterAll(async () => {
    await server.stop();
    rmSync(scratch, { recursive: true });
  });
  afterEach(() => server.reset());
  return { server, newTarget: () => join(scratch, String(count++), "sub", "file.vcf.gz") };
}

/** A download that waits for nothing and checks nothing, unless it is said. */
export async function run(
  address: string,
  target: string,
  options: Partial<DownloadOptions> & { stallMilliseconds?: number } = {},
): Promise<Downloaded> {
  const client = new HttpClient({ connections: 2, stallMilliseconds: options.stallMilliseconds ?? 5000 });
  try {
    return await download(address, target, {
      ...{ client, signal: new AbortController().signal, size: null, hasChecksum: false, tries: 3 },
      check: () => {},
      onProgress: () => {},
      backoff: () => 1,
      ...options,
    });
  } finally {
    client.close();
  }
}

/** The error of a download that has to fail. */
export async function failure(promise: Promise<unknown>): Promise<TruthError> {
  const error = await promise.then(
    () => new Error("it did not fail"),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(TruthError);
  return error as TruthError;
}

/** Told by hash: a difference between long buffers takes minutes to print. */
export function expectBytes(path: string, bytes: Buffer): void {
  expect(sha256(readFileSync(path)), path).toBe(sha256(bytes));
}

/** What is beside the target. */
export function filesIn(target: string): string[] {
  return readdirSync(join(target, "..")).sort();
}

export const requireContent: DownloadOptions["check"] = (digests) => {
  if (digests.sha256 !== sha256(CONTENT)) throw new TruthError("TS_TRUTH_CHECKSUM_MISMATCH", "wrong");
};
