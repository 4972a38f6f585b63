import {
  blandAltman,
  coefficientOfVariation,
  cvSummary,
  fractionLimits,
  icc,
  iccReml,
  mean,
  proportionalBias,
  quantile,
  repeatability,
} from "@touchstone/statistics";
import { Random } from "@touchstone/test-support";
import fc from "fast-check";
import { expect, test } from "vitest";
import { stratumReport } from "../report/stratum-report.ts";
import { Observation } from "./observation.ts";
import { RunState } from "./run-state.ts";
import { PartialTally, Tally } from "./tally.ts";

const LEAST_MEAN = 0.05;
const DEPTH = 50;

/** A row of values, null where the run has none. */
type Row = readonly (number | null)[];

function partOf(rows: readonly Row[], runs: number): PartialTally {
  const part = new PartialTally(runs, 1, 10);
  const observation = new Observation(runs);
  for (const row of rows) {
    observation.clear();
    row.forEach((value, run) => {
      if (value === null) return;
      observation.states[run] = RunState.called;
      observation.calls[run] = 1;
      observation.values[run] = value;
      observation.depths[run] = DEPTH;
    });
    observation.summarise(false);
    if (!part.add(0, observation, false, LEAST_MEAN)) continue;
    part.addCv(0, observation.measured, Math.sqrt(observation.variance) / observation.mean, -1);
  }
  return part;
}

/** The report of rows that come in parts. */
function reportOf(parts: readonly (readonly Row[])[], runs: number) {
  const tally = new Tally(runs, 1, 10);
  for (const rows of parts) tally.add(partOf(rows, runs).finish());
  const names = Array.from({ length: runs }, (_, run) => `run${run + 1}`);
  return stratumReport({ name: "all", dimension: "all", cells: new Set([0]) }, tally, names, LEAST_MEAN);
}

/** Exact limits of small tables take long. */
const FEW_RUNS = { numRuns: 12 };

const fraction = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const completeRows = fc.array(fc.tuple(fraction, fraction, fraction), { minLength: 3, maxLength: 40 });

test("property: sums merged from parts give what the matrix functions give on the whole table", () => {
  fc.assert(
    fc.property(completeRows, fc.nat(), (rows, seed) => {
      const cut = seed % rows.length;
      const report = reportOf([rows.slice(0, cut), rows.slice(cut)], 3);
      for (const [form, estimate] of [
        ["ICC(A,1)", report.icc.agreement],
        ["ICC(C,1)", report.icc.consistency],
      ] as const) {
        const expected = icc(rows, form);
        if (expected.value === null) expect(estimate.value).toBeNull();
        else expect(estimate.value).toBeCloseTo(expected.value, 9);
      }
      expect(report.within.sd).toBeCloseTo(repeatability(rows).withinSd ?? Number.NaN, 12);
      const [pair] = report.pairs.slice(1);
      const [first, third] = [0, 2].map((run) => rows.map((row) => row[run]));
      const expected = blandAltman(first, third);
      expect([pair.first, pair.second]).toEqual(["run1", "run3"]);
      expect(pair.agreement.bias).toBeCloseTo(expected.bias ?? Number.NaN, 12);
      expect(pair.agreement.sd).toBeCloseTo(expected.sd ?? Number.NaN, 12);
      const slope = proportionalBias(first, third);
      if (slope.slope === null) expect(pair.proportionalBias.slope).toBeNull();
      else expect(pair.proportionalBias.slope).toBeCloseTo(slope.slope, 8);
    }),
    FEW_RUNS,
  );
});

test("property: quantiles over parts are type 7 quantiles of all CVs, to 24 bits", () => {
  fc.assert(
    fc.property(completeRows, fc.nat(), (rows, seed) => {
      const cut = seed % rows.length;
      const { cv } = reportOf([rows.slice(0, cut), rows.slice(cut)], 3);
      const cvs = rows.flatMap((row) => {
        const average = mean(row) ?? 0;
        const squares = row.reduce((sum, value) => sum + (value - average) ** 2, 0);
        return average >= LEAST_MEAN ? [Math.sqrt(squares / 2) / average] : [];
      });
      expect(cv.n).toBe(cvs.length);
      expect(cv.belowLeastMean).toBe(rows.length - cvs.length);
      for (const [p, value] of [
        [0.5, cv.median],
        [0.9, cv.p90],
      ] as const) {
        const expected = quantile(cvs, p);
        if (expected === null) expect(value).toBeNull();
        else expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(1.2e-7 * Math.max(...cvs));
      }
    }),
    FEW_RUNS,
  );
});

test("values of a subject that are equal leave no trace of rounding", () => {
  const rows = Array.from({ length: 50 }, (_, place) => [0.1, 0.1, 0.1].map((value) => value + place / 100));
  const report = reportOf([rows], 3);
  expect(report.within.sd).toBe(0);
  expect(report.cv.pooled).toBe(0);
  expect(report.within.sdInterval).toBeNull();
  expect(report.within.reason).toContain("no variation");
});

/** Normal numbers (Box & Muller 1958), the same each time. */
function normals(seed: number): () => number {
  const random = new Random(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
}

test("pitfall 18: pooling het and hom makes the ICC of pure noise nearly 1; by zygosity it is nearly 0", () => {
  const normal = normals(18);
  const noisy = (centre: number) => Array.from({ length: 3 }, () => centre + 0.02 * normal());
  const het = Array.from({ length: 500 }, () => noisy(0.5));
  const hom = Array.from({ length: 500 }, () => noisy(1));
  const agreement = (rows: readonly Row[]) => reportOf([rows], 3).icc.agreement.value ?? Number.NaN;
  expect(agreement([...het, ...hom])).toBeGreaterThan(0.99);
  expect(Math.abs(agreement(het))).toBeLessThan(0.1);
  expect(Math.abs(agreement(hom))).toBeLessThan(0.1);
  // What does not depend on the spread of the variants: the SD within a variant.
  const { sd } = reportOf([[...het, ...hom]], 3).within;
  expect(Math.abs((sd ?? 0) / 0.02 - 1)).toBeLessThan(0.06);
});

test("pitfall 19: reads drawn binomially have an overdispersion of 1 and the floor's CV", () => {
  const normal = normals(19);
  const rows = Array.from({ length: 4000 }, () =>
    Array.from({ length: 3 }, () => 0.5 + Math.sqrt(0.25 / DEPTH) * normal()),
  );
  const { overdispersion, cv } = reportOf([rows], 3);
  expect(overdispersion.value).toBeGreaterThan(0.94);
  expect(overdispersion.value).toBeLessThan(1.06);
  expect(cv.correctedMedian).toBeGreaterThan(0.94 * Math.sqrt(1 / DEPTH));
  expect(cv.correctedMedian).toBeLessThan(1.06 * Math.sqrt(1 / DEPTH));
});

test("CVs of different numbers of runs: pooled, median and corrected median are those of the statistics", () => {
  const rows = [
    [0.4, 0.5, null],
    [0.5, 0.5, 0.6],
    [0.9, 0.7, 0.8],
    [null, 0.2, 0.3],
  ];
  const expected = cvSummary(rows.map((row) => coefficientOfVariation(row.filter((value) => value !== null))));
  const { cv } = reportOf([rows], 3);
  expect(cv.pooled).toBeCloseTo(expected.pooled ?? Number.NaN, 12);
  expect(cv.median).toBeCloseTo(expected.median ?? Number.NaN, 7);
  expect(cv.p90).toBeCloseTo(expected.p90 ?? Number.NaN, 7);
  expect(cv.correctedMedian).toBeCloseTo(expected.correctedMedian ?? Number.NaN, 7);
});

test("the corrected median does not depend on the number of runs, the median does", () => {
  const medians = [2, 5].map((runs) => {
    const normal = normals(21);
    const rows = Array.from({ length: 6000 }, () => Array.from({ length: runs }, () => 0.5 + 0.05 * normal()));
    return reportOf([rows], runs).cv;
  });
  for (const { correctedMedian } of medians) expect(correctedMedian).toBeCloseTo(0.1, 2);
  expect(medians[0].median).toBeLessThan(0.075);
  expect(medians[1].median).toBeGreaterThan(0.085);
});

test("pitfall 21: low means have no CV and are counted", () => {
  const { cv } = reportOf([[[0.01, 0.02, 0.03]]], 3);
  expect(cv).toMatchObject({ n: 0, belowLeastMean: 1, pooled: null, median: null, p90: null, correctedMedian: null });
  expect(cv.reason).toContain("below");
});

test("pitfall 22: incomplete variants count for the SD and the pairs they have, and not for the ICC", () => {
  const report = reportOf(
    [
      [
        [0.4, 0.5, null],
        [0.5, 0.5, 0.6],
        [null, 0.4, null],
      ],
    ],
    3,
  );
  expect(report).toMatchObject({ variants: 3, complete: 1 });
  expect(report.within).toMatchObject({ variants: 2, degreesOfFreedom: 3 });
  expect(report.pairs.map(({ agreement }) => agreement.n)).toEqual([2, 1, 1]);
  expect(report.pairs.map(({ jaccard }) => jaccard)).toEqual([2 / 3, 1 / 2, 1 / 3]);
  expect(report.calls.calledIn).toEqual([0, 1, 1, 1]);
  expect(report.calls.callRate).toBe(6 / 9);
  expect(report.icc.agreement).toMatchObject({ value: null, reason: "too few values" });
});

test("pitfall 22: the ICC by REML is of all variants that two runs measured, however they are divided", () => {
  const normal = normals(22);
  const random = new Random(22);
  const rows = Array.from({ length: 120 }, () => {
    const centre = 0.5 + 0.1 * normal();
    return [0, 0.02, -0.01].map((bias) => (random.chance(0.25) ? null : centre + bias + 0.05 * normal()));
  });
  const used = rows.filter((row) => row.filter((value) => value !== null).length >= 2);
  const expected = iccReml(used);
  const { iccReml: found, complete } = reportOf([rows.slice(0, 31), [], rows.slice(31)], 3);
  expect(complete).toBeLessThan(used.length);
  expect(used.length).toBeLessThan(rows.length);
  expect(found).toMatchObject({ variants: used.length, values: expected.observations });
  for (const estimate of [found.agreement, found.consistency]) {
    const same = expected.estimates.find(({ form }) => form === estimate.form);
    expect(estimate.value).toBeCloseTo(same?.value ?? Number.NaN, 8);
    expect(estimate.interval?.[0]).toBeCloseTo(same?.interval?.[0] ?? Number.NaN, 6);
    expect(estimate.interval?.[1]).toBeCloseTo(same?.interval?.[1] ?? Number.NaN, 6);
  }
});

test("pitfall 22: variants that are lost where they disagree make complete cases look better than all of them", () => {
  const normal = normals(23);
  const rows = Array.from({ length: 600 }, () => {
    const centre = 0.5 + 0.05 * normal();
    const row = [0, 1, 2].map(() => centre + 0.05 * normal());
    // A third run that disagrees loses its call.
    return Math.abs(row[2] - (row[0] + row[1]) / 2) > 0.05 ? [row[0], row[1], null] : row;
  });
  const { icc: listwise, iccReml: all } = reportOf([rows], 3);
  expect(listwise.agreement.value).toBeGreaterThan((all.agreement.value ?? 1) + 0.02);
});

test("pitfall 20: odds ratios are the limits of the logits of reads", () => {
  const random = new Random(20);
  const reads = Array.from({ length: 60 }, () => [0, 1].map(() => random.between(0, DEPTH)));
  const [x, y] = [0, 1].map((run) => {
    const alternate = reads.map((row) => row[run]);
    return { alternate, other: alternate.map((count) => DEPTH - count) };
  });
  const rows = reads.map((row) => row.map((count) => count / DEPTH));
  const { oddsRatio } = reportOf([rows.slice(0, 20), rows.slice(20)], 2).pairs[0];
  const { transformed, oddsRatioLimits } = fractionLimits(x, y, "logit");
  expect(oddsRatio?.n).toBe(60);
  expect(oddsRatio?.bias).toBeCloseTo(Math.exp(transformed.bias ?? Number.NaN), 10);
  expect(oddsRatio?.limits[0]).toBeCloseTo(oddsRatioLimits?.[0] ?? Number.NaN, 10);
  expect(oddsRatio?.limits[1]).toBeCloseTo(oddsRatioLimits?.[1] ?? Number.NaN, 8);
});

test("pitfall 20: odds ratios by hand", () => {
  // Logits of 25 and 30 of 50 reads: 0 and l = ln(30.5 / 20.5); the differences are 0 and 2 l, their SD is sqrt(2) l.
  const rows = [
    [25 / 50, 25 / 50],
    [30 / 50, 20 / 50],
  ];
  const l = Math.log(30.5 / 20.5);
  const { oddsRatio } = reportOf([rows], 2).pairs[0];
  expect(oddsRatio?.bias).toBeCloseTo(30.5 / 20.5, 12);
  expect(oddsRatio?.limits[0]).toBeCloseTo(Math.exp(l - 1.96 * Math.SQRT2 * l), 12);
  expect(oddsRatio?.limits[1]).toBeCloseTo(Math.exp(l + 1.96 * Math.SQRT2 * l), 12);
});

test("pitfall 24: a run with a bias shows as agreement below consistency", () => {
  const rows = Array.from({ length: 20 }, (_, place) => [place / 40, place / 40 + 0.2 + (place % 2) / 500, place / 40]);
  const { icc: both } = reportOf([rows], 3);
  expect(both.agreement.value).toBeLessThan((both.consistency.value ?? 0) - 0.1);
});

test("an empty stratum has nulls and reasons, never 0 or NaN", () => {
  const report = reportOf([], 3);
  expect(report.within).toMatchObject({ sd: null, limits: null, reason: expect.any(String) });
  expect(report.cv).toMatchObject({ pooled: null, median: null, reason: expect.any(String) });
  expect(report.overdispersion).toMatchObject({ value: null, reason: expect.any(String) });
  expect(report.calls.callRate).toBeNull();
  expect(report.pairs[0]).toMatchObject({ jaccard: null, oddsRatio: null });
  expect(JSON.stringify(report)).not.toContain("NaN");
});
