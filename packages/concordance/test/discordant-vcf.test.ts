import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { compare, discordantVcf } from "@touchstone/concordance";
import { generatePair } from "@touchstone/test-support";
import { afterAll, beforeAll, expect, test } from "vitest";

const LENGTH = 60_000;
/** Every other 1,000 bases. */
const STRIPES = Array.from({ length: LENGTH / 2000 }, (_, n) => [2000 * n, 2000 * n + 1000] as const);

let folder: string;
let reference: string;
let rows: string[];
let bases: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-discordant-"));
  const errorRates = { dropped: 0.08, gt_error: 0.05, allele_error: 0.04, extra: 0.08 };
  const pair = generatePair({ folder, seed: 11, contigLengths: [LENGTH], eventCount: 300, errorRates, dense: true });
  reference = pair.reference;
  bases = readFileSync(reference, "utf8").split("\n").slice(1).join("");
  writeFileSync(join(folder, "stripes.bed"), STRIPES.map(([start, end]) => `chr1\t${start}\t${end}\n`).join(""));
  writeFileSync(join(folder, "none.bed"), "");
  writeFileSync(join(folder, "strata.tsv"), "low, complexity\tstripes.bed\nnone\tnone.bed\n");
  await compare({
    ...{ truth: pair.truth, query: pair.query, reference, out: join(folder, "P"), match: "genotype", phase: "ignore" },
    ...{ ploidy: "flexible", allRecords: true, threads: 1, refMismatch: "error", renameContigs: false },
    ...{ compressionLevel: 1, check: false },
  });
  rows = rowsOf(readFileSync(join(folder, "P.vcf.gz")));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rowsOf(bytes: Uint8Array): string[] {
  return gunzipSync(bytes)
    .toString()
    .trimEnd()
    .split("\n")
    .filter((line) => !line.startsWith("#"));
}

function written(more: { readonly stratifications?: string; readonly most?: number } = {}): Promise<Buffer> {
  return discordantVcf(join(folder, "P.vcf.gz"), { reference, renameContigs: false, most: 1e5, ...more });
}

function withoutAnnotations(row: string): string {
  return row.replace(/;FLANKS=[^;\t]*/, "").replace(/;Regions=[^;\t]*/, "");
}

const isDiscordant = (row: string) => /:F[NP]:/.test(row);

test("it holds every FN and FP, with what is of its superlocus or less than 30 bases away, as the comparison wrote it", async () => {
  const kept = rowsOf(await written()).map(withoutAnnotations);
  const place = (row: string) => {
    const [, position, , ref = "", , , , info = ""] = row.split("\t");
    const start = Number(position);
    return { start, end: start + ref.length, superlocus: /BS=(\d+)/.exec(info)?.[1] };
  };
  const wrong = rows.filter(isDiscordant).map(place);
  const expected = rows.filter((row) => {
    const { start, end, superlocus } = place(row);
    const isNear = (one: ReturnType<typeof place>) => {
      const [first, second] = one.start <= start ? [one, { start, end }] : [{ start, end }, one];
      return second.start - first.end < 30 || (superlocus !== undefined && one.superlocus === superlocus);
    };
    return wrong.some(isNear);
  });
  expect(kept).toEqual(expected);
  expect(wrong.length).toBeGreaterThan(50);
  expect(kept.length).toBeLessThan(rows.length);
});

test("each FN and FP has the reference bases around it, others have none", async () => {
  for (const row of rowsOf(await written())) {
    const [, position, , ref = "", , , , info = ""] = row.split("\t");
    const flanks = /FLANKS=([^;]*)/.exec(info)?.[1];
    if (!isDiscordant(row)) {
      expect(flanks).toBeUndefined();
      continue;
    }
    const start = Number(position) - 1;
    const end = start + ref.length;
    expect(flanks).toBe(`${bases.slice(Math.max(0, start - 20), start)},${bases.slice(end, end + 20)}`.toUpperCase());
    expect(bases.slice(start, end).toUpperCase()).toBe(ref.toUpperCase());
  }
});

test("strata are named where they were counted: by as many records as the tables say", async () => {
  const stratifications = join(folder, "strata.tsv");
  const found = rowsOf(await written({ stratifications })).filter(isDiscordant);
  const inStripes = found.filter((row) => row.includes("Regions=low%2C%20complexity"));
  expect(found.filter((row) => row.includes("Regions=.")).length + inStripes.length).toBe(found.length);
  const inputs = ["truth", "query"].map((side) => join(folder, `${side}.vcf.gz`));
  const { metrics } = await compare({
    ...{ truth: inputs[0], query: inputs[1], reference, stratifications, out: join(folder, "S"), match: "genotype" },
    ...{ phase: "ignore", ploidy: "flexible", allRecords: true, threads: 1, refMismatch: "error" },
    ...{ renameContigs: false, compressionLevel: 1, check: false },
  } as Parameters<typeof compare>[0]);
  const counted = metrics.rows.filter(
    (row) => row.stratum === "low, complexity" && row.filter === "ALL" && row.subtype === "*",
  );
  expect(inStripes.filter((row) => row.includes(":FN:"))).toHaveLength(sum(counted.map(({ truth }) => truth.fn)));
  expect(inStripes.filter((row) => row.includes(":FP:"))).toHaveLength(sum(counted.map(({ query }) => query.fp)));
  expect(inStripes.length).toBeGreaterThan(10);
});

test("of more than are wanted it holds the first", async () => {
  const first = rowsOf(await written({ most: 10 }))
    .filter(isDiscordant)
    .map(withoutAnnotations);
  expect(first).toEqual(rows.filter(isDiscordant).slice(0, 10));
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
