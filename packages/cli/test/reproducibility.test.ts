import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Value } from "@sinclair/typebox/value";
import { ReproducibilitySchema } from "@touchstone/model";
import { generateReplicates } from "@touchstone/test-support";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "../src/run.ts";
import { recordingEnvironment } from "./recording-environment.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-reproducibility-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function errorsOf(out: string): unknown[] {
  const document = JSON.parse(readFileSync(`${out}.reproducibility.json`, "utf8"));
  return [...Value.Errors(ReproducibilitySchema, document)].map(({ path, message }) => `${path}: ${message}`);
}

test("generated runs give a summary of 100 columns, all files and a report that its schema describes", async () => {
  const generated = generateReplicates({ folder, seed: 20, runs: 3, variants: 400, contigs: 2, shiftIndels: true });
  const out = join(folder, "out/P");
  const inputs = generated.replicates.flatMap((path) => ["--replicate", path]);
  const environment = recordingEnvironment();
  const argv = ["reproducibility", ...inputs, "--reference", generated.reference ?? "", "--out", out, "--threads", "1"];
  expect(await run(argv, environment), environment.err()).toBe(0);
  expect(readdirSync(join(folder, "out")).sort()).toEqual([
    "P.bland-altman.svg",
    "P.cv.svg",
    "P.icc.svg",
    "P.pairs.csv",
    "P.reproducibility.json",
    "P.variants.tsv.gz",
  ]);
  expect(errorsOf(out)).toEqual([]);
  const summary = environment.out();
  expect(Math.max(...summary.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  // What to judge comes first, the pooled ICC last and with a warning.
  expect(summary.indexOf("within SD")).toBeLessThan(summary.indexOf("ICC(A,1)"));
  expect(summary).toContain("near 1 on noise alone");
  for (const chart of ["bland-altman", "cv", "icc"]) {
    const svg = readFileSync(`${out}.${chart}.svg`, "utf8");
    expect(svg).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
    expect(svg).not.toContain("NaN");
  }
});

test("runs without variants give a report of nulls", async () => {
  const header = '##fileformat=VCFv4.2\n##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depths">\n';
  const columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n";
  const paths = ["a.vcf", "b.vcf"].map((name) => join(folder, name));
  for (const path of paths) writeFileSync(path, header + columns);
  const out = join(folder, "P");
  const environment = recordingEnvironment();
  const argv = ["reproducibility", ...paths.flatMap((path) => ["--replicate", path]), "--out", out];
  expect(await run(argv, environment), environment.err()).toBe(0);
  expect(errorsOf(out)).toEqual([]);
  expect(environment.out()).toContain("n/a");
  expect(environment.out()).not.toContain("NaN");
});

test("a table gives the same kind of report", async () => {
  const table = join(folder, "long.csv");
  const sites = Array.from({ length: 40 }, (_, site) =>
    [1, 2, 3].map((r) => `cg${site},r${r},${(site * r) % 7},,x${site % 2}`),
  );
  writeFileSync(table, `analyte,run,value,depth,stratum\n${sites.flat().join("\n")}\n`);
  const out = join(folder, "P");
  const environment = recordingEnvironment();
  expect(await run(["reproducibility", "--table", table, "--out", out], environment), environment.err()).toBe(0);
  expect(errorsOf(out)).toEqual([]);
  expect(environment.out()).toContain("40 analytes");
});

test("one replicate is a usage error, a missing one exit code 66; nothing is left", async () => {
  const absent = join(folder, "absent.vcf.gz");
  const out = join(folder, "P");
  const environment = recordingEnvironment();
  expect(await run(["reproducibility", "--replicate", absent, "--out", out], environment)).toBe(2);
  expect(environment.err()).toContain("TS_REPLICATES_TOO_FEW");
  const two = ["--replicate", absent, "--replicate", `${absent}2`];
  expect(await run(["reproducibility", ...two, "--out", out], recordingEnvironment())).toBe(66);
  expect(readdirSync(folder)).toEqual([]);
});
