import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Value } from "@sinclair/typebox/value";
import type { ComparisonMetrics, ComparisonProvenance } from "@touchstone/concordance";
import {
  type ComparisonMetricsDocument,
  ComparisonMetricsSchema,
  type ComparisonProvenanceDocument,
  ComparisonProvenanceSchema,
} from "@touchstone/model";
import { type GeneratedPair, generateDemoPair, generatePair } from "@touchstone/test-support";
import { afterAll, beforeAll, expect, expectTypeOf, test } from "vitest";

const PROGRAM = ["--conditions=@touchstone/source", join(import.meta.dirname, "../src/main.ts")];

let folder: string;
let pair: GeneratedPair;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-compare-"));
  pair = generateDemoPair(join(folder, "input"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function argvFor({ truth, query, reference }: GeneratedPair, out: string, ...more: string[]): string[] {
  const files = ["--truth", truth, "--query", query, "--reference", reference, "--out", out];
  return [...PROGRAM, "compare", ...files, "--threads", "1", ...more];
}

function touchstone(out: string, ...more: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, argvFor(pair, join(folder, out), ...more), { encoding: "utf8" });
}

test("a comparison prints its summary alone and writes its files into a new folder", () => {
  const { status, stdout, stderr } = touchstone("new/folder/demo", "--all-records");
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^SNP .*[\s\S]*\.\n$/m);
  const written = readdirSync(join(folder, "new/folder"));
  expect(written).toEqual(
    expect.arrayContaining(["demo.vcf.gz", "demo.vcf.gz.tbi", "demo.summary.csv", "demo.metrics.json"]),
  );
});

test("--json prints metrics.json, which its schema describes", () => {
  const { status, stdout } = touchstone("json/demo", "--json", "--all-records");
  expect(status).toBe(0);
  const printed: ComparisonMetricsDocument = JSON.parse(stdout);
  expect(printed).toEqual(JSON.parse(readFileSync(join(folder, "json/demo.metrics.json"), "utf8")));
  expect([...Value.Errors(ComparisonMetricsSchema, printed)]).toEqual([]);
  const whole = printed.rows.filter((row) => row.filter === "ALL" && row.subtype === "*" && row.stratum === "*");
  expect(whole.reduce((sum, row) => sum + row.truth.fn, 0)).toBe(pair.oracle.count("exp.FN"));
  expect(whole.reduce((sum, row) => sum + row.query.fp, 0)).toBe(pair.oracle.count("exp.FP"));
});

test("provenance.json is what its schema describes", () => {
  expect(touchstone("provenance/demo", "--regions", pair.regions).status).toBe(0);
  const provenance = JSON.parse(readFileSync(join(folder, "provenance/demo.provenance.json"), "utf8"));
  expect([...Value.Errors(ComparisonProvenanceSchema, provenance)]).toEqual([]);
  expectTypeOf<ComparisonProvenanceDocument>().toExtend<ComparisonProvenance>();
  expectTypeOf<keyof ComparisonProvenanceDocument>().toEqualTypeOf<keyof ComparisonProvenance>();
});

test("the schema of the metrics and the engine's type are the same", () => {
  expectTypeOf<ComparisonMetricsDocument>().toExtend<ComparisonMetrics>();
  expectTypeOf<keyof ComparisonMetricsDocument>().toEqualTypeOf<keyof ComparisonMetrics>();
  type Row = ComparisonMetricsDocument["rows"][number];
  type EngineRow = ComparisonMetrics["rows"][number];
  expectTypeOf<keyof Row>().toEqualTypeOf<keyof EngineRow>();
  expectTypeOf<keyof Row["query"]>().toEqualTypeOf<keyof EngineRow["query"]>();
});

test("a missing input exits 66, names the file, and leaves nothing behind", () => {
  const { status, stdout, stderr } = touchstone("missing/demo", "--regions", join(folder, "absent.bed"));
  expect(status).toBe(66);
  expect(stdout).toBe("");
  expect(stderr).toContain("touchstone: error TS_FILE_NOT_FOUND: ");
  expect(stderr).toContain("absent.bed");
  expect(stderr).not.toContain("    at ");
  expect(filesIn("missing")).toEqual([]);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends a comparison with %i and leaves nothing behind", async (signal, exitCode) => {
  const large = generatePair({
    folder: join(folder, "large"),
    seed: 7,
    contigLengths: [600_000, 600_000, 600_000, 600_000],
    eventCount: 6000,
  });
  const argv = argvFor(large, join(folder, signal, "demo"), "--log-format", "json");
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "ignore", "pipe"] });
  const exit = once(child, "exit");
  await firstProgress(child);
  child.kill(signal);
  expect(await exit).toEqual([exitCode, null]);
  expect(filesIn(signal)).toEqual([]);
});

async function firstProgress(child: ChildProcess): Promise<void> {
  for await (const chunk of child.stderr?.iterator({ destroyOnReturn: false }) ?? []) {
    if (String(chunk).includes('"progress"')) {
      child.stderr?.resume();
      return;
    }
  }
}

function filesIn(name: string): string[] {
  return existsSync(join(folder, name)) ? readdirSync(join(folder, name)) : [];
}
