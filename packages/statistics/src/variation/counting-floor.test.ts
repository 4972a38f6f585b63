import { Random } from "@touchstone/test-support";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectClose, referenceAvailable, referenceCases } from "../../test/reference.ts";
import { binomialProbability } from "../distributions/binomial.ts";
import { binomialFloor, binomialFloorOfRuns, compareWithFloor } from "./binomial-floor.ts";
import { coefficientOfVariation } from "./coefficient-of-variation.ts";
import { cvSummary } from "./cv-summary.ts";
import { overdispersion, pooledOverdispersion, varianceRatio } from "./overdispersion.ts";

describe.skipIf(!referenceAvailable)("reference cases of fractions", () => {
  test.each(referenceCases("vaf").map((one) => [one.id, one] as const))("%s", (_, { input, expected, tolerance }) => {
    input.p.forEach((p: number, index: number) => {
      const floor = binomialFloor(p, input.DP[index]);
      expectClose(floor.sd, expected.sd[index], tolerance);
      expectClose(floor.cv, expected.cv[index], tolerance);
    });
  });
});

describe("binomial floor", () => {
  test("is the standard deviation of the binomial distribution, by its definition", () => {
    let meanSquare = 0;
    for (let k = 0; k <= 30; k++) meanSquare += binomialProbability(k, 30, 0.3) * (k / 30 - 0.3) ** 2;
    expect(binomialFloor(0.3, 30).sd).toBeCloseTo(Math.sqrt(meanSquare), 14);
  });

  test("runs of unequal depth: the mean of their variances", () => {
    const mean = (0.25 / 10 + 0.25 / 40) / 2;
    expect(binomialFloorOfRuns(0.5, [10, 0, 40]).sd).toBeCloseTo(Math.sqrt(mean), 14);
    expect(binomialFloorOfRuns(0.5, [30, 30]).sd).toBeCloseTo(binomialFloor(0.5, 30).sd ?? Number.NaN, 14);
  });

  test("undefined without reads, and the coefficient at p = 0; at p = 1 it is 0", () => {
    expect(binomialFloor(0.5, 0)).toEqual({ sd: null, cv: null, reason: "no data" });
    expect(binomialFloorOfRuns(0.5, [])).toEqual({ sd: null, cv: null, reason: "no data" });
    expect(binomialFloor(0, 30)).toEqual({ sd: 0, cv: null, reason: "mean is zero" });
    expect(binomialFloor(1, 30)).toEqual({ sd: 0, cv: 0, reason: null });
  });

  test.each([
    () => binomialFloor(1.1, 30),
    () => binomialFloor(0.5, -1),
    () => binomialFloor(Number.NaN, 1),
    () => binomialFloorOfRuns(0.5, [10, -1]),
    () => binomialFloorOfRuns(0.5, [Number.NaN]),
  ])("out of range", (call) => {
    expect(call).toThrow(expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }));
  });

  test("counting noise alone at 30x: the plain median passes 15%, the corrected one does not, and is 1 x the floor", () => {
    const random = new Random(31);
    const read = () => (random.chance(0.5) ? 1 : 0);
    const fraction = () => Array.from({ length: 30 }, read).reduce((sum: number, one) => sum + one, 0) / 30;
    const variants = Array.from({ length: 6000 }, () => coefficientOfVariation([fraction(), fraction(), fraction()]));
    const { median, correctedMedian } = cvSummary(variants);
    const floors = variants.map(({ mean }) => binomialFloor(mean ?? 0, 30).cv);
    const { floor, ratio } = compareWithFloor(correctedMedian, floors);
    expect(median ?? 1).toBeLessThan(0.16);
    expect(correctedMedian ?? 0).toBeGreaterThan(0.17);
    expect(floor).toBeCloseTo(0.18, 2);
    expect(Math.abs((ratio ?? 0) - 1)).toBeLessThan(0.06);
  });

  test("nothing to compare is null", () => {
    expect(compareWithFloor(null, [0.1])).toEqual({ floor: 0.1, ratio: null, reason: "no data" });
    expect(compareWithFloor(0.1, [null])).toEqual({ floor: null, ratio: null, reason: "no data" });
    expect(compareWithFloor(0.1, [0, 0, null])).toEqual({ floor: 0, ratio: null, reason: "no variation" });
    expect(compareWithFloor(0.2, [0.1, null])).toEqual({ floor: 0.1, ratio: 2, reason: null });
  });
});

describe("overdispersion", () => {
  test("is Pearson's chi-squared of the table of runs by reads", () => {
    // 2 x 2 table 10/20, 20/10: chi-squared n (ad - bc)^2 / product of margins = 60 (100 - 400)^2 / 30^4.
    const result = overdispersion([10, 20], [30, 30]);
    expect(result.chiSquared).toBeCloseTo((60 * 300 ** 2) / 30 ** 4, 12);
    expect(result).toMatchObject({ runs: 2, degreesOfFreedom: 1, reason: null });
    // Chi-squared with 1 degree of freedom, R 4.2.2: pchisq(20/3, 1, lower.tail = FALSE).
    expect(result.p).toBeCloseTo(0.00982327450751921, 12);
  });

  test("exact expectation given the reads that carry the allele: N / (N - 1), by enumeration", () => {
    const depths = [4, 6, 3];
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
    const total = 5;
    let weights = 0;
    let sum = 0;
    for (let a = 0; a <= 4; a++) {
      for (let b = 0; b <= 6; b++) {
        const c = total - a - b;
        if (c < 0 || c > 3) continue;
        const weight = choose(4, a) * choose(6, b) * choose(3, c);
        weights += weight;
        sum += weight * (overdispersion([a, b, c], depths).factor ?? Number.NaN);
      }
    }
    expect(sum / weights).toBeCloseTo(13 / 12, 12);
  });

  test("with equal depths it is observed over binomial variance", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 8 }), (alternate) => {
        const depths = alternate.map(() => 50);
        const ratio = varianceRatio(
          alternate.map((one) => one / 50),
          depths,
        );
        const { factor } = overdispersion(alternate, depths);
        if (ratio === null || factor === null) expect(factor).toBe(ratio);
        else expect(factor).toBeCloseTo(ratio, 9);
      }),
    );
  });

  test("neither the order of runs nor the choice of the allele matters", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { minLength: 2, maxLength: 8 }), (runs) => {
        const depths = runs.map(([a, r]) => a + r);
        const plain = overdispersion(
          runs.map(([a]) => a),
          depths,
        );
        const other = overdispersion(
          runs.map(([, r]) => r),
          depths,
        );
        const reversed = overdispersion(runs.map(([a]) => a).reverse(), [...depths].reverse());
        for (const same of [other, reversed]) {
          expect(same.reason).toBe(plain.reason);
          expect(same.factor ?? -1).toBeCloseTo(plain.factor ?? -1, 9);
        }
      }),
    );
  });

  test("pooled over variants it finds the true factor, inside its interval", () => {
    const random = new Random(37);
    const variants = Array.from({ length: 2000 }, () => {
      // A fraction that itself varies uniformly by 0.5 -+ 0.1 between runs: variance 0.2^2 / 12.
      const depths = [40, 80, 120];
      const alternate = depths.map((depth) => {
        const p = 0.4 + 0.2 * random.fraction();
        return Array.from({ length: depth }, () => (random.chance(p) ? 1 : 0)).reduce(
          (sum: number, one) => sum + one,
          0,
        );
      });
      return { alternate, depths };
    });
    const { factor, interval, degreesOfFreedom } = pooledOverdispersion(variants);
    expect(degreesOfFreedom).toBe(4000);
    // E of chi-squared / df: 1 + (sum d - sum d^2 / sum d) / df * (tau^2 / pq) - tau^2 / pq, tau^2 = 1/300, pq = 1/4.
    const share = 1 / 300 / 0.25;
    const expected = 1 - share + ((240 - (40 ** 2 + 80 ** 2 + 120 ** 2) / 240) / 2) * share;
    expect(Math.abs((factor ?? 0) / expected - 1)).toBeLessThan(0.06);
    expect(interval?.[0]).toBeGreaterThan(1);
    expect(interval?.[0]).toBeLessThan(factor ?? 0);
    expect(interval?.[1]).toBeGreaterThan(factor ?? 0);
  });

  test("undefined cases", () => {
    expect(overdispersion([], [])).toMatchObject({ factor: null, reason: "no data" });
    expect(overdispersion([0, 0], [0, 0])).toMatchObject({ factor: null, reason: "no data" });
    expect(overdispersion([3, 0], [9, 0])).toMatchObject({ runs: 1, factor: null, reason: "too few values" });
    expect(overdispersion([0, 0], [9, 9])).toMatchObject({ factor: null, reason: "no variation" });
    expect(overdispersion([9, 7], [9, 7])).toMatchObject({ factor: null, reason: "no variation" });
    expect(overdispersion([3, 3], [9, 9])).toMatchObject({ factor: 0, interval: null, p: 1, reason: "no variation" });
    expect(pooledOverdispersion([{ alternate: [0, 0], depths: [9, 9] }])).toMatchObject({
      factor: null,
      reason: "no data",
    });
    expect(varianceRatio([0.5], [30])).toBeNull();
    expect(varianceRatio([1, 1], [30, 20])).toBeNull();
  });

  test.each([
    ["TS_STATISTICS_OUT_OF_RANGE", () => overdispersion([10], [9])],
    ["TS_STATISTICS_OUT_OF_RANGE", () => overdispersion([-1], [9])],
    ["TS_STATISTICS_OUT_OF_RANGE", () => overdispersion([1], [Number.POSITIVE_INFINITY])],
    ["TS_STATISTICS_LENGTH", () => overdispersion([1, 2], [9])],
    ["TS_STATISTICS_OUT_OF_RANGE", () => varianceRatio([1.5, 0.5], [9, 9])],
    ["TS_STATISTICS_OUT_OF_RANGE", () => varianceRatio([0.5, 0.5], [9, 0])],
  ])("%s", (code, call) => {
    expect(call).toThrow(expect.objectContaining({ code }));
  });
});
