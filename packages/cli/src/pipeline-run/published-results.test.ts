import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Lane } from "@touchstone/runner";
import { afterEach, beforeEach, expect, test } from "vitest";
import { publishedResults, replicateNumbers } from "./published-results.ts";

const SINCE = new Date("2026-03-01T08:00:00Z");
const BEFORE = new Date("2026-02-28T08:00:00Z");

let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "touchstone-published-"));
});

afterEach(() => {
  rmSync(outdir, { recursive: true });
});

function write(path: string, at: Date): void {
  const file = join(outdir, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "{}");
  utimesSync(file, at, at);
}

function lane(replicate: number, more: Partial<Lane> = {}): Lane {
  const id = `S_R${replicate}`;
  return { id, sample: "S", replicate, truth_set: "T", material: "M", lot: "1", ...more } as Lane;
}

function resultsOf(lanes: readonly Lane[], published: readonly string[] | null, parameters = {}) {
  const { results, missing } = publishedResults({
    run: "run",
    description: {},
    folder: { outdir, since: SINCE, published: published && new Set(published.map((path) => join(outdir, path))) },
    parameters: { truth_sets: { T: { version: "1", vcf: "t.vcf.gz" } }, monitored_variants: "m.vcf.gz", ...parameters },
    sheet: { lanes, comparisons: [] },
  });
  return { results: results.map(({ what }) => what), missing: missing.map((text) => text.replace(/: see .*/, "")) };
}

const FILES = [
  ...["benchmark/S_R1/S_R1.metrics.json", "benchmark/S_R2/S_R2.metrics.json"],
  ...["reproducibility/S/S.reproducibility.json", "measurements/S_R1.csv", "measurements/S_R2.csv"],
];
const ALL = {
  results: ["comparison of S_R1 with T", "comparison of S_R2 with T", "reproducibility of S", "measurements"],
  missing: [],
};

test("takes what the run wrote, and what it took over from the run before and told of", () => {
  for (const file of FILES) write(file, SINCE);
  expect(resultsOf([lane(1), lane(2)], null)).toEqual(ALL);
  for (const file of FILES) write(file, BEFORE);
  expect(resultsOf([lane(1), lane(2)], FILES)).toEqual(ALL);
});

test("leaves what another run wrote into the folder, and says what this one lacks", () => {
  for (const file of FILES) write(file, BEFORE);
  write("benchmark/S_R1/S_R1.metrics.json", SINCE);
  expect(resultsOf([lane(1), lane(2)], [])).toEqual({
    results: ["comparison of S_R1 with T"],
    missing: [
      "S_R2 has no comparison with T",
      "S_R1 has no measurements of the monitored variants",
      "S_R2 has no measurements of the monitored variants",
    ],
  });
});

test("misses nothing that was not asked for", () => {
  expect(resultsOf([lane(1, { truth_set: null })], [], { monitored_variants: null })).toEqual({
    results: [],
    missing: [],
  });
});

test("numbers replicates of a material, where two samples are of one", () => {
  const of = (...lanes: Lane[]) => [...replicateNumbers(lanes)];
  expect(of(lane(1), lane(3))).toEqual([
    ["S_R1", 1],
    ["S_R3", 3],
  ]);
  expect(of(lane(1), lane(1, { id: "U_R1" }), lane(2, { id: "U_R2" }), lane(1, { id: "V_R1", lot: "2" }))).toEqual([
    ["S_R1", 1],
    ["U_R1", 2],
    ["U_R2", 3],
    ["V_R1", 1],
  ]);
});
