import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { allPairs, blandAltman, icc, mixedModelLimits } from "@touchstone/statistics";
import { expect, test } from "vitest";
import { compareTable } from "../src/compare-table.ts";
import type { TableMeasurement } from "../src/options.ts";
import { temporaryFolder, writeFiles } from "./replicate-files.ts";

const COLUMNS = { analyte: 1, run: 2, value: 3, depth: 4, stratum: 5 };

function compare(measurements: readonly TableMeasurement[], out = join(temporaryFolder(), "P")) {
  const [table] = writeFiles(temporaryFolder(), { "long.csv": "analyte,run,value\n" });
  const settings = { minimumDepth: 10, leastCvMean: 0.05, samplePoints: 10, seed: 1, compressionLevel: 1 };
  return compareTable({ ...settings, table, out, measurements, columns: COLUMNS });
}

/** Measurements "analyte run value [depth] [stratum]", one a line from line 2 on. */
function rows(...texts: string[]): TableMeasurement[] {
  return texts.map((text, place) => {
    const [analyte, run, value, depth, stratum] = text.split(" ");
    const known = depth === undefined || depth === "-" ? null : Number(depth);
    return { line: place + 2, analyte, run, value: Number(value), depth: known, stratum: stratum ?? null };
  });
}

/** Shrout & Fleiss 1979, Psychol Bull 86:420, table 2: six targets, four judges. */
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

test("Shrout and Fleiss's ratings have their ICC(A,1) of 0.29 and ICC(C,1) of 0.71", async () => {
  const texts = SHROUT_FLEISS.flatMap((ratings, target) =>
    ratings.map((value, judge) => `t${target} j${judge} ${value}`),
  );
  const { report } = await compare(rows(...texts));
  const [all] = report.strata;
  expect(all.icc.agreement.value).toBeCloseTo(0.29, 2);
  expect(all.icc.consistency.value).toBeCloseTo(0.71, 2);
  expect(all.icc.agreement.value).toBeCloseTo(icc(SHROUT_FLEISS, "ICC(A,1)").value ?? 0, 12);
  const [first, second] = [0, 1].map((judge) => SHROUT_FLEISS.map((ratings) => ratings[judge]));
  const [low, high] = blandAltman(first, second).limits ?? [];
  expect(all.pairs[0].agreement.limits).toEqual([expect.closeTo(low ?? 0, 12), expect.closeTo(high ?? 0, 12)]);
  expect(all.overdispersion.value).toBeNull();
});

test("pitfall 25: each stratum has its pairs, the level of all of them, and limits by the mixed model", async () => {
  const strata = { first: SHROUT_FLEISS.slice(0, 3), second: SHROUT_FLEISS.slice(3) };
  const texts = Object.entries(strata).flatMap(([name, matrix]) =>
    matrix.flatMap((ratings, target) => ratings.map((value, judge) => `${name}${target} j${judge} ${value} - ${name}`)),
  );
  const { report } = await compare(rows(...texts));
  for (const [name, matrix] of [...Object.entries(strata), ["all analytes", SHROUT_FLEISS] as const]) {
    const found = report.strata.find((stratum) => stratum.name === name);
    const { random } = mixedModelLimits(matrix);
    expect(found?.betweenRuns?.runVariance).toBeCloseTo(random.runVariance, 10);
    expect(found?.betweenRuns?.residualVariance).toBeCloseTo(random.residualVariance, 10);
    expect(found?.betweenRuns?.limits?.[1]).toBeCloseTo(random.limits?.[1] ?? Number.NaN, 10);
    expect(found?.betweenRuns?.upperLimitInterval?.[1]).toBeCloseTo(random.upperLimitInterval?.[1] ?? Number.NaN, 8);
    const judges = [0, 1, 2, 3].map((judge) => matrix.map((ratings) => ratings[judge]));
    const { pairs } = allPairs(judges);
    expect(found?.pairs).toHaveLength(6);
    // Six pairs at 95%: 1 - 6 * 0.05 by Bonferroni's inequality.
    expect(found?.pairsFamilyLevel).toBeCloseTo(0.7, 12);
    for (const [number, { first, second, agreement }] of pairs.entries()) {
      const pair = found?.pairs[number];
      expect([pair?.first, pair?.second]).toEqual([`j${first}`, `j${second}`]);
      expect(pair?.agreement.bias).toBeCloseTo(agreement.bias ?? Number.NaN, 12);
      expect(pair?.agreement.upperLimitInterval?.[1]).toBeCloseTo(agreement.upperLimitInterval?.[1] ?? Number.NaN, 8);
    }
  }
});

test("strata are those of the table; depths give the binomial floor", async () => {
  const { report } = await compare(
    rows("a r1 0.5 100 low", "a r2 0.6 100 low", "b r1 0.9 100 high", "b r2 0.9 9 high", "b r3 0.8 100 high"),
  );
  expect(report.kind).toBe("table");
  expect(report.runs.map(({ name }) => name)).toEqual(["r1", "r2", "r3"]);
  const [all, low, high] = report.strata;
  expect([all.name, low.name, high.name]).toEqual(["all analytes", "low", "high"]);
  expect(low.cv.floorMedian).toBeCloseTo(Math.sqrt((0.55 * 0.45) / 100) / 0.55, 6);
  expect(high.calls.runs[1]).toMatchObject({ lowDepth: 1, called: 0 });
  expect(high.within.degreesOfFreedom).toBe(1);
});

test.each([
  ["a second value of one run", rows("a r1 1", "a r2 2", "a r1 3"), 4, 1, "in line 2 already"],
  ["a fraction above 1", rows("a r1 0.5 30", "a r2 1.2 30"), 3, 3, "1.2 is no fraction"],
  ["a value whose square is no number", rows("a r1 0.5", "a r2 -1e200"), 3, 3, "too large"],
  ["a negative depth", rows("a r1 0.5 30", "a r2 0.5 -3"), 3, 4, "-3 is no depth"],
  ["two strata of one analyte", rows("a r1 0.5 30 x", "a r2 0.5 30 y"), 3, 5, "had stratum x before"],
])("%s names file, line and column, and leaves nothing", async (_, measurements, line, column, what) => {
  const out = join(temporaryFolder(), "P");
  const thrown = await compare(measurements, out).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ code: "TS_REPLICATES_TABLE_INVALID", details: { line, column } });
  expect((thrown as Error).message).toMatch(new RegExp(`long\\.csv:${line}, column ${column} .*${what}`));
  expect(readdirSync(dirname(out))).toEqual([]);
});

test.each([[rows()], [rows("a r1 1", "b r1 2")]])("fewer than two runs are refused", async (measurements) => {
  await expect(compare(measurements)).rejects.toMatchObject({ code: "TS_REPLICATES_TOO_FEW" });
});
