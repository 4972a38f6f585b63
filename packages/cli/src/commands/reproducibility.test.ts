import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReplicateOptions, TableOptions } from "@touchstone/replicates";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { recordingEnvironment } from "../../test/recording-environment.ts";
import { run } from "../run.ts";

const engine = vi.hoisted(() => ({
  compareReplicates: vi.fn(),
  compareTable: vi.fn(),
  formatReproducibility: vi.fn(),
}));
vi.mock("@touchstone/replicates", () => engine);

const TWO = ["reproducibility", "--replicate", "a.vcf.gz", "--replicate", "b.vcf.gz"];
const NEEDED = [...TWO, "--out", "o/p"];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-reproducibility-"));
  for (const compare of [engine.compareReplicates, engine.compareTable]) {
    compare.mockReset().mockResolvedValue({ report: { variants: 1 }, warnings: ["odd"], files: [] });
  }
  engine.formatReproducibility.mockReset().mockReturnValue("the summary");
});

afterEach(() => rmSync(folder, { recursive: true }));

function givenOptions(): ReplicateOptions {
  return engine.compareReplicates.mock.lastCall?.[0];
}

test("the defaults", async () => {
  const environment = recordingEnvironment();
  expect(await run(NEEDED, environment)).toBe(0);
  expect(givenOptions()).toEqual({
    replicates: ["a.vcf.gz", "b.vcf.gz"],
    samples: [],
    out: "o/p",
    minimumDepth: 10,
    vafDenominator: "all",
    includeImputed: false,
    allRecords: false,
    vafBins: [0.05, 0.1, 0.25, 0.75, 0.9],
    leastCvMean: 0.05,
    samplePoints: 2000,
    seed: 1,
    compressionLevel: 1,
    threads: expect.any(Number),
    attach: expect.any(Function),
    signal: environment.signal,
    onProgress: expect.any(Function),
  });
  expect(environment.out()).toBe("the summary\n");
  expect(environment.err()).toContain("odd");
});

test("every option reaches the comparison", async () => {
  const files = [
    "--sample",
    "S",
    "--sample",
    "T",
    "--regions",
    "r.bed",
    "--reference",
    "r.fa",
    "--compression-level",
    "9",
  ];
  const selection = ["--min-depth", "20", "--all-records", "--include-imputed", "--vaf-denominator", "ref-alt"];
  const statistics = ["--vaf-bins", "0.1,.5", "--cv-minimum", "0.2", "--sample-points", "50", "--seed", "3"];
  expect(await run([...NEEDED, ...files, ...selection, ...statistics, "--threads", "3"], recordingEnvironment())).toBe(
    0,
  );
  expect(givenOptions()).toMatchObject({
    ...{ samples: ["S", "T"], regions: "r.bed", reference: "r.fa", compressionLevel: 9, minimumDepth: 20 },
    ...{ allRecords: true, includeImputed: true, vafDenominator: "ref-alt", vafBins: [0.1, 0.5], leastCvMean: 0.2 },
    ...{ samplePoints: 50, seed: 3, threads: 3 },
  });
});

test("--json prints the report", async () => {
  const environment = recordingEnvironment();
  await run([...NEEDED, "--json"], environment);
  expect(JSON.parse(environment.out())).toEqual({ variants: 1 });
});

test("a table is read by the names of its columns", async () => {
  const table = join(folder, "long.csv");
  writeFileSync(table, "run,analyte,value,depth\nr1,cg1,0.5,30\nr2,cg1,0.6,\n");
  expect(await run(["reproducibility", "--table", table, "--out", join(folder, "P")], recordingEnvironment())).toBe(0);
  const { measurements, columns } = engine.compareTable.mock.calls[0][0] as TableOptions;
  expect(measurements).toEqual([
    { line: 2, analyte: "cg1", run: "r1", value: 0.5, depth: 30, stratum: null },
    { line: 3, analyte: "cg1", run: "r2", value: 0.6, depth: null, stratum: null },
  ]);
  expect(columns).toEqual({ run: 1, analyte: 2, value: 3, depth: 4 });
});

test.each([
  ["analyte,run\na,r1\n", 1, "no column value"],
  ["analyte,run,value\na,r1,0.5\na,r2,high\n", 3, "'high' is no finite number"],
  ["analyte,run,value\na,r1,NaN\n", 2, "'NaN' is no finite number"],
  ["analyte,run,value\na,r1,\n", 2, "empty"],
  ["analyte,run,value\na,,1\n", 2, "empty"],
])("the table %j is refused with its line", async (text, line, what) => {
  const table = join(folder, "long.csv");
  writeFileSync(table, text);
  const environment = recordingEnvironment();
  expect(await run(["reproducibility", "--table", table, "--out", join(folder, "P")], environment)).toBe(65);
  expect(environment.err()).toContain(`long.csv:${line}`);
  expect(environment.err()).toContain(what);
  expect(readdirSync(folder)).toEqual(["long.csv"]);
});

test.each([
  [["reproducibility"], "--replicate (two or more) or --table, --out missing"],
  [TWO, "--out missing"],
  [[...NEEDED, "--table", "t.csv"], "cannot be used together"],
  [
    ["reproducibility", "--table", "t.csv", "--out", "p", "--reference", "r.fa"],
    "--reference cannot be used with --table",
  ],
  [["reproducibility", "--table", "t.csv", "--out", "p", "--include-imputed"], "--include-imputed cannot be used"],
  [[...NEEDED, "--replicate", "c.vcf", "--sample", "S", "--sample", "T"], "2 of --sample for 3 of --replicate"],
  [[...NEEDED, "--min-depth", "0"], "whole number from 1"],
  [[...NEEDED, "--min-depth", "-3"], "whole number from 1"],
  [[...NEEDED, "--vaf-bins", "0.5,0.1"], "rising numbers"],
  [[...NEEDED, "--vaf-bins", "0.5,1.5"], "rising numbers"],
  [[...NEEDED, "--cv-minimum", "-1"], "number of 0 or more"],
  [[...TWO, "--out", "o/"], "is a folder"],
])("%j is a usage error", async (argv, what) => {
  const environment = recordingEnvironment();
  expect(await run(argv, environment)).toBe(2);
  expect(environment.err()).toContain(what);
  expect(engine.compareReplicates).not.toHaveBeenCalled();
});

test("an input is not overwritten", async () => {
  mkdirSync(join(folder, "o"));
  const table = join(folder, "o/P.pairs.csv");
  writeFileSync(table, "analyte,run,value\n");
  const environment = recordingEnvironment();
  expect(await run(["reproducibility", "--table", table, "--out", join(folder, "o/P")], environment)).toBe(2);
  expect(environment.err()).toContain("would overwrite");
});
