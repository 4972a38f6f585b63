import { createHash, randomBytes } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { type S3Stub, startS3Stub } from "@touchstone/test-support";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ExportTarget, openExportTarget } from "./export-target.ts";
import type { WrittenFile } from "./parquet-file.ts";

const PATH = "run_tasks/assay=a%2Fb c+d/run_date=2026-01-31/data.parquet";

let stub: S3Stub;
let target: ExportTarget;

beforeAll(async () => {
  stub = await startS3Stub();
  target = await openExportTarget(`s3://${stub.bucketName}/lake`, stub.environment);
});

afterAll(async () => {
  await target.close();
  await stub.close();
});

/** A staged file of random bytes. */
function stage(size: number): WrittenFile & { content: Buffer } {
  const [file, content] = [target.stagingFile(), randomBytes(size)];
  writeFileSync(file, content);
  return { file, content, size, rows: 1, sha256: createHash("sha256").update(content).digest("hex") };
}

test.each([
  ["at once", 1000, "PUT", (uploadId: boolean) => !uploadId],
  ["in parts", 9 * 1024 * 1024, "POST", (uploadId: boolean) => uploadId],
])(
  "a file sent %s replaces the one before, and the hash goes with it, also when an answer is lost",
  async (_, size, method, isLast) => {
    for (const isLost of [false, true]) {
      const staged = stage(size);
      expect(await target.holds(PATH, staged)).toBe(false);
      if (isLost) {
        stub.fail({ kind: "lost answer" }, (asked) => asked.method === method && isLast(asked.query.has("uploadId")));
      }
      await target.replace(PATH, staged);
      expect(stub.bucket.objects.get(`lake/${PATH}`)?.content.equals(staged.content)).toBe(true);
      expect(await target.holds(PATH, staged)).toBe(true);
      expect(existsSync(staged.file)).toBe(false);
    }
    expect(stub.bucket.uploads.size).toBe(0);
    const listed: string[] = [];
    for await (const path of target.list("run_tasks")) listed.push(path);
    expect(listed).toEqual([PATH]);
  },
);
