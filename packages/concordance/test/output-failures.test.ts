import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { failingComparison, filesOf } from "./support/failing-comparison.ts";
import { fastaOf, randomContigs, snp, vcfOf, writeInput } from "./support/inputs.ts";
import { removeComparisons, runComparison, temporaryFolder } from "./support/run-comparison.ts";

const CONTIGS = randomContigs({ chr1: 200_000, chr2: 200_000, chr3: 200_000 });
const isRoot = process.getuid?.() === 0;
let inputs: { truth: string; query: string; reference: string };

beforeAll(() => {
  const records = Object.keys(CONTIGS).flatMap((contig) =>
    Array.from({ length: 1_500 }, (_, i) => snp(CONTIGS, contig, 100 * (i + 1))),
  );
  const header = { contigs: Object.keys(CONTIGS) };
  inputs = {
    truth: writeInput("truth.vcf", vcfOf(records, header), "bgzf"),
    query: writeInput("query.vcf", vcfOf(records, header), "gzip"),
    reference: writeInput("reference.fa", fastaOf(CONTIGS)),
  };
});
vi.setConfig({ testTimeout: 60_000 });
afterAll(removeComparisons);

describe("a prefix that cannot be written", () => {
  test.each(["/proc/touchstone/out", "/dev/null/out"])("%s", async (out) => {
    const error = await failingComparison({ ...inputs, query: inputs.truth }, { out });
    expect(error).toMatchObject({ code: "TS_OUTPUT_UNWRITABLE" });
    expect(error.message).toContain(out);
  });

  test("in a folder that is a file", async () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    const error = await failingComparison({ ...inputs, query: inputs.truth }, { out: join(file, "out") });
    expect(error).toMatchObject({ code: "TS_OUTPUT_UNWRITABLE" });
  });

  test.skipIf(isRoot)("in a folder without permission (root has every permission)", async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o500);
    const error = await failingComparison({ ...inputs, query: inputs.truth }, { out: join(folder, "out") });
    expect(error).toMatchObject({ code: "TS_OUTPUT_UNWRITABLE" });
    chmodSync(folder, 0o700);
  });
});

test("a target that is a folder: the files renamed before it are taken back", async () => {
  const out = join(temporaryFolder(), "out");
  mkdirSync(`${out}.metrics.json`);
  const error = await failingComparison(inputs, { out }, ["out.metrics.json"]);
  expect(error).toMatchObject({ code: "TS_OUTPUT_UNWRITABLE", details: { file: `${out}.metrics.json` } });
});

describe("a full disk", () => {
  const disk = isRoot && mountDisk();

  afterAll(() => {
    if (disk !== false) spawnSync("/bin/umount", [disk]);
  });

  test.skipIf(disk === false).each([
    ["while the rows are written, on one thread", 16, 1],
    ["while the rows are written, on three threads", 16, 3],
    ["while a gzip input is spooled", 80, 1],
    ["at once", 0, 2],
  ])("%s (needs root and mount)", async (_, freeKilobytes, threads) => {
    const folder = disk as string;
    fillUntil(folder, freeKilobytes);
    const query = freeKilobytes === 80 ? inputs.query : inputs.truth;
    const error = await failingComparison({ ...inputs, query }, { out: join(folder, "out"), threads });
    expect(error.code).toBe("TS_OUTPUT_UNWRITABLE");
    expect(error.message).toContain("ENOSPC");
    expect(readdirSync(folder)).toEqual(["filling"]);
  });
});

/** A file system of 256 kB, or false where none can be mounted. */
function mountDisk(): string | false {
  const folder = temporaryFolder();
  const { status } = spawnSync("/bin/mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", folder]);
  return status === 0 ? folder : false;
}

function fillUntil(folder: string, freeKilobytes: number): void {
  writeFileSync(join(folder, "filling"), Buffer.alloc((256 - freeKilobytes) * 1024));
}

describe("a comparison that is aborted", () => {
  test.each([1, 3])("in the middle leaves nothing, on %i threads", async (threads) => {
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    const error = await failingComparison(inputs, { threads, onProgress, signal: controller.signal });
    expect(error.code).toBe("TS_COMPARE_ABORTED");
  });

  test("before it starts leaves nothing", async () => {
    const error = await failingComparison(inputs, { signal: AbortSignal.abort() });
    expect(error.code).toBe("TS_COMPARE_ABORTED");
  });

  test("after the last range leaves nothing", async () => {
    const controller = new AbortController();
    const onProgress = ({ done, total }: { done: number; total: number }) => {
      if (done === total) controller.abort();
    };
    const error = await failingComparison(inputs, { onProgress, signal: controller.signal });
    expect(error.code).toBe("TS_COMPARE_ABORTED");
  });
});

test("a comparison that succeeds leaves its files alone, no temporary ones", async () => {
  const comparison = await runComparison(inputs, { threads: 2 });
  const prefix = comparison.file("").slice(0, -1);
  const left = filesOf(prefix).sort();
  expect(left).toEqual(comparison.result.files.map((path) => path.slice(path.lastIndexOf("/") + 1)).sort());
  expect(left.some((name) => name.includes("tmp"))).toBe(false);
});
