import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ComparisonOptions } from "@touchstone/concordance";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { recordingEnvironment } from "../../test/recording-environment.ts";
import { run } from "../run.ts";

const engine = vi.hoisted(() => ({ compare: vi.fn(), formatSummary: vi.fn() }));
vi.mock("@touchstone/concordance", () => engine);

const NEEDED = ["compare", "--truth", "t.vcf", "--query", "q.vcf", "--reference", "r.fa", "--out", "o/p"];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-compare-"));
  engine.compare.mockReset().mockResolvedValue({ metrics: { total: 1 }, warnings: [], files: [] });
  engine.formatSummary.mockReset().mockReturnValue("the summary");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function givenOptions(): ComparisonOptions {
  return engine.compare.mock.lastCall?.[0];
}

test("the defaults compare genotypes of passing records", async () => {
  const environment = recordingEnvironment();
  expect(await run(NEEDED, environment)).toBe(0);
  expect(givenOptions()).toEqual({
    truth: "t.vcf",
    query: "q.vcf",
    reference: "r.fa",
    out: "o/p",
    match: "genotype",
    phase: "ignore",
    ploidy: "flexible",
    allRecords: false,
    scoreField: "QUAL",
    threads: expect.any(Number),
    refMismatch: "error",
    renameContigs: false,
    compressionLevel: 1,
    check: false,
    signal: environment.signal,
    onProgress: expect.any(Function),
  });
});

test("every option reaches the comparison", async () => {
  const files = ["--regions", "c.bed", "--targets", "t.bed", "--stratifications", "s.tsv"];
  const samples = ["--truth-sample", "A", "--query-sample", "B", "--rename-contigs", "--ref-mismatch", "skip"];
  const matching = ["--phase", "respect", "--ploidy", "strict", "--score-field", "FORMAT/GQ", "--all-records"];
  const execution = ["--threads", "3", "--compression-level", "9", "--check"];
  expect(await run([...NEEDED, ...files, ...samples, ...matching, ...execution], recordingEnvironment())).toBe(0);
  expect(givenOptions()).toMatchObject({
    regions: "c.bed",
    targets: "t.bed",
    stratifications: "s.tsv",
    truthSample: "A",
    querySample: "B",
    renameContigs: true,
    refMismatch: "skip",
    phase: "respect",
    ploidy: "strict",
    scoreField: "FORMAT/GQ",
    allRecords: true,
    threads: 3,
    compressionLevel: 9,
    check: true,
  });
});

test("stdout holds the summary alone; warnings go to stderr", async () => {
  engine.compare.mockResolvedValue({ metrics: {}, warnings: ["the index is older than its file"], files: [] });
  const environment = recordingEnvironment();
  await run(NEEDED, environment);
  expect(environment.out()).toBe("the summary\n");
  expect(environment.err()).toBe("touchstone: warning: the index is older than its file\n");
});

test("--json prints the metrics", async () => {
  const environment = recordingEnvironment();
  await run([...NEEDED, "--json"], environment);
  expect(JSON.parse(environment.out())).toEqual({ total: 1 });
});

test.each([true, false])("progress is drawn on a terminal only (terminal: %s)", async (isTTY) => {
  engine.compare.mockImplementation(async ({ onProgress }: ComparisonOptions) => {
    onProgress?.({ done: 1, total: 4, phase: "comparing" });
    return { metrics: {}, warnings: [], files: [] };
  });
  const environment = recordingEnvironment({ isTTY });
  await run(NEEDED, environment);
  expect(environment.err()).toBe(isTTY ? "\r\x1b[2Kcomparing 25%\r\x1b[2K" : "");
});

test.each([
  ["an unknown option, before a missing one", ["compare", "--trth", "t.vcf"], "Did you mean --truth?"],
  ["missing files", ["compare", "--truth", "t.vcf"], "--query, --reference, --out missing"],
  ["no thread", [...NEEDED, "--threads", "0"], "whole number from 1 to"],
  ["half a thread", [...NEEDED, "--threads", "1.5"], "whole number from 1 to"],
  ["a level that deflate does not have", [...NEEDED, "--compression-level", "10"], "whole number from 0 to 9"],
  ["an unknown kind of match", [...NEEDED, "--match", "sites"], "Allowed choices are genotype, alleles"],
  ["phase without genotypes", [...NEEDED, "--match", "alleles", "--phase", "respect"], "--phase respect needs"],
  ["a score that is no field", [...NEEDED, "--score-field", "FORMAT/"], "for example FORMAT/GQ"],
  ["an output prefix that ends as a folder", [...NEEDED, "--out", "o/"], "--out o/comparison"],
  ["an output that overwrites the query", [...NEEDED, "--query", "o/p.vcf.gz"], "would overwrite --query"],
  ["a stray argument", [...NEEDED, "more.vcf"], "too many arguments"],
])("%s is a usage error before any work", async (_, argv, message) => {
  const environment = recordingEnvironment();
  expect(await run(argv, environment)).toBe(2);
  expect(environment.err()).toContain(message);
  expect(environment.err()).toContain("touchstone: error TS_USAGE: ");
  expect(engine.compare).not.toHaveBeenCalled();
});

test("an existing folder is no output prefix", async () => {
  const environment = recordingEnvironment();
  expect(await run([...NEEDED, "--out", folder], environment)).toBe(2);
  expect(environment.err()).toContain(`--out ${folder} is a folder`);
});
