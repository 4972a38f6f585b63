import { createHash } from "node:crypto";
import { createReadStream, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { type Measurement, measure } from "./measure.ts";
import type { BenchmarkPair } from "./pairs.ts";

const program = resolve(import.meta.dirname, "../../node_modules/.bin/touchstone");

/** The files of one comparison. */
export interface Inputs {
  readonly truth: string;
  readonly query: string;
  readonly reference: string;
  readonly regions?: string;
  readonly stratifications?: string;
}

/** Counts of the rows of summary.csv for all records, over types. */
export interface SummaryCounts {
  readonly truthTotal: number;
  readonly falseNegatives: number;
  readonly queryTotal: number;
  readonly falsePositives: number;
  readonly unknown: number;
}

/** One run of `touchstone compare` on two threads with all outputs, as a user starts it. */
export function runTouchstone(inputs: Inputs, folder: string): Measurement {
  rmSync(folder, { recursive: true, force: true });
  const options = Object.entries(inputs).flatMap(([name, path]) => [`--${name}`, path]);
  return measure(program, ["compare", "--threads", "2", "--all-records", ...options, "--out", join(folder, "P")]);
}

/** Counts from the summary that a run wrote to `folder`. */
export function summaryCounts(folder: string): SummaryCounts {
  const [header, ...rows] = readFileSync(join(folder, "P.summary.csv"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  const all = rows.filter((row) => row[header.indexOf("Filter")] === "ALL");
  const sum = (column: string): number => all.reduce((total, row) => total + Number(row[header.indexOf(column)]), 0);
  return {
    truthTotal: sum("TRUTH.TOTAL"),
    falseNegatives: sum("TRUTH.FN"),
    queryTotal: sum("QUERY.TOTAL"),
    falsePositives: sum("QUERY.FP"),
    unknown: sum("QUERY.UNK"),
  };
}

/**
 * Compares a run within the confident regions with what was generated. Every record must be counted. A generated pair may hold
 * a few errors that cancel each other: wrong calls may differ by 1 in 10,000 records.
 *
 * @throws Error with both numbers.
 */
export function checkCounts(pair: BenchmarkPair, counts: SummaryCounts): void {
  const generated = (name: string): number => pair.counts.get(name) ?? 0;
  const tolerance = generated("truth.total") / 10_000;
  expectNear("truth records inside", counts.truthTotal, generated("inside.truth"), 0);
  expectNear("query records", counts.queryTotal, generated("query.records"), 0);
  expectNear("query records outside", counts.unknown, generated("query.records") - generated("inside.query"), 0);
  expectNear("FN", counts.falseNegatives, generated("inside.FN"), tolerance);
  expectNear("FP", counts.falsePositives, generated("inside.FP"), tolerance);
}

/** SHA-256 over the record lines of the VCF of a run, and their number: headers name paths and dates. */
export async function labelledRecords(folder: string): Promise<{ digest: string; count: number }> {
  const hash = createHash("sha256");
  let count = 0;
  const text = createReadStream(join(folder, "P.vcf.gz")).pipe(createGunzip({ chunkSize: 1 << 20 }));
  for await (const line of createInterface({ input: text })) {
    if (line.startsWith("#")) continue;
    hash.update(`${line}\n`);
    count++;
  }
  return { digest: hash.digest("hex"), count };
}

function expectNear(what: string, found: number, expected: number, tolerance: number): void {
  if (!(Math.abs(found - expected) <= tolerance)) throw new Error(`${what}: ${found} found, ${expected} generated`);
}
