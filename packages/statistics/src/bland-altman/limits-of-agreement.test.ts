import { Random } from "@touchstone/test-support";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../distributions/normal.ts";
import { StatisticsError } from "../error.ts";
import { DifferenceAccumulator, differenceMoments, differencesOf } from "./differences.ts";
import { limitDistances } from "./limit-intervals.ts";
import { blandAltman, limitsOfAgreement } from "./limits-of-agreement.ts";

const value = fc.integer({ min: -1000, max: 1000 }).map((whole) => whole / 8);
const pairs = fc.array(fc.tuple(value, value), { minLength: 3, maxLength: 40 });
const columns = (rows: readonly (readonly [number, number])[]) =>
  [rows.map(([x]) => x), rows.map(([, y]) => y)] as const;
const negated = (interval: readonly [number, number] | null) =>
  interval === null ? null : [-interval[1], -interval[0]];

describe("limits of agreement", () => {
  test("swapping the methods mirrors all of it", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = columns(rows);
        const forward = blandAltman(x, y, { interval: "1999" });
        const backward = blandAltman(y, x, { interval: "1999" });
        expect(backward.bias).toBeCloseTo(-(forward.bias ?? Number.NaN), 10);
        expect(backward.sd).toBeCloseTo(forward.sd ?? Number.NaN, 10);
        const mirrored = negated(forward.upperLimitInterval);
        backward.lowerLimitInterval?.forEach((bound, index) => {
          expect(bound).toBeCloseTo(mirrored?.[index] ?? Number.NaN, 8);
        });
      }),
    );
  });

  test("a common offset changes nothing, not even a large one", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = columns(rows);
        const shift = 2 ** 30;
        const [shiftedX, shiftedY] = [x.map((one) => one + shift), y.map((one) => one + shift)];
        const options = { interval: "1999" } as const;
        expect(blandAltman(shiftedX, shiftedY, options)).toEqual(blandAltman(x, y, options));
      }),
    );
  });

  test("a change of unit scales limits and intervals, and leaves the test of the bias", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = columns(rows);
        const options = { interval: "1999" } as const;
        const plain = blandAltman(x, y, options);
        const scaled = blandAltman(
          x.map((one) => 1024 * one),
          y.map((one) => 1024 * one),
          options,
        );
        expect(scaled.limits).toEqual(plain.limits?.map((one) => 1024 * one));
        expect(scaled.upperLimitInterval ?? null).toEqual(plain.upperLimitInterval?.map((one) => 1024 * one) ?? null);
        expect(scaled.biasP).toBe(plain.biasP);
      }),
    );
  });

  test("streamed and merged pairs give the limits of pairs in memory", () => {
    fc.assert(
      fc.property(pairs, fc.nat(40), (rows, cut) => {
        const [x, y] = columns(rows);
        const parts = [new DifferenceAccumulator(), new DifferenceAccumulator()];
        rows.forEach(([one, other], index) => {
          parts[index < cut ? 0 : 1].add(one, other);
        });
        parts[0].merge(parts[1]);
        const streamed = parts[0].moments();
        const inMemory = differenceMoments(x, y);
        expect(streamed.n).toBe(inMemory.n);
        for (const name of ["meanDifference", "meanAverage"] as const) {
          expect(streamed[name]).toBeCloseTo(inMemory[name], 9);
        }
        for (const name of ["varianceDifference", "varianceAverage", "covariance"] as const) {
          expect(Math.abs(streamed[name] - inMemory[name])).toBeLessThan(1e-7);
        }
      }),
    );
  });

  test("the exact interval is the default below 30 pairs, the 1999 formula from there on", () => {
    expect(limitsOfAgreement({ n: 29, mean: 0, sd: 1 }).intervalMethod).toBe("exact");
    expect(limitsOfAgreement({ n: 30, mean: 0, sd: 1 }).intervalMethod).toBe("1999");
  });

  // R 4.2.2: qt(c(.025, .975), n - 1, 1.96 * sqrt(n)) / sqrt(n)
  test.each([
    [99, 13.24601, 14.89534],
    [17, 48.860767, 119.927534],
  ])("the exact interval of %d pairs is that of R's noncentral t", (n, low, high) => {
    const differences =
      n === 99
        ? { n, mean: 9.26262626262626, sd: 2.4029142960158 }
        : { n, mean: -2.11764705882353, sd: 38.7651298736074 };
    const { upperLimitInterval } = limitsOfAgreement(differences, { interval: "exact" });
    expect(upperLimitInterval?.[0]).toBeCloseTo(low, 4);
    expect(upperLimitInterval?.[1]).toBeCloseTo(high, 4);
  });

  test("the exact interval covers the true limit as often as it says, with 8 pairs; the 1986 formula does not", () => {
    const random = new Random(1);
    const trials = 20_000;
    const truth = 1.96;
    const distances = {
      exact: limitDistances(8, truth, 0.95, "exact"),
      "1986": limitDistances(8, truth, 0.95, "1986"),
    };
    const below = { exact: 0, "1986": 0 };
    for (let trial = 0; trial < trials; trial++) {
      const sample = Array.from({ length: 8 }, () => normalQuantile((random.uint32() + 0.5) / 2 ** 32));
      const { mean, sd } = differencesOf(
        differenceMoments(
          sample,
          sample.map(() => 0),
        ),
      );
      for (const method of ["exact", "1986"] as const) {
        if (mean + distances[method][1] * (sd ?? Number.NaN) < truth) below[method]++;
      }
    }
    // 2.5% of 20,000 is 500, standard deviation 22.
    expect(Math.abs(below.exact - 500)).toBeLessThan(4 * 22);
    expect(below["1986"]).toBeGreaterThan(1000);
  });

  test("the formulas approach the exact interval as pairs grow", () => {
    const gap = (n: number) => limitDistances(n, 1.96, 0.95, "exact")[1] - limitDistances(n, 1.96, 0.95, "1999")[1];
    // The standard error falls with the root of n, the gap with n.
    expect(gap(50)).toBeGreaterThan(0.05);
    expect(gap(5000)).toBeLessThan(gap(50) / 50);
  });
});

describe("what is undefined is null, with the reason", () => {
  test("no pairs", () => {
    const { bias, sd, limits, biasInterval, reason } = blandAltman([], []);
    expect({ bias, sd, limits, biasInterval, reason }).toEqual({
      bias: null,
      sd: null,
      limits: null,
      biasInterval: null,
      reason: "no data",
    });
  });

  test("one pair has a bias only", () => {
    const { bias, sd, limits, upperLimitInterval, reason } = blandAltman([0.5], [0.25]);
    expect({ bias, sd, limits, upperLimitInterval, reason }).toEqual({
      bias: 0.25,
      sd: null,
      limits: null,
      upperLimitInterval: null,
      reason: "too few values",
    });
  });

  test("two pairs have everything", () => {
    const result = blandAltman([1, 2], [1, 1]);
    expect(result.reason).toBeNull();
    expect(result.sd).toBeCloseTo(Math.SQRT1_2, 14);
    expect(result.upperLimitInterval?.every(Number.isFinite)).toBe(true);
  });

  test("equal differences have limits, but no interval or test", () => {
    const { bias, sd, limits, biasInterval, biasT, biasP, upperLimitInterval, reason } = blandAltman(
      [2, 3, 4],
      [1, 2, 3],
    );
    expect({ bias, sd, limits }).toEqual({ bias: 1, sd: 0, limits: [1, 1] });
    expect([biasInterval, biasT, biasP, upperLimitInterval]).toEqual([null, null, null, null]);
    expect(reason).toBe("no variation");
  });
});

describe("bad arguments throw", () => {
  test.each([
    ["TS_STATISTICS_NOT_FINITE", () => blandAltman([Number.NaN], [1])],
    ["TS_STATISTICS_NOT_FINITE", () => blandAltman([1], [Number.POSITIVE_INFINITY])],
    ["TS_STATISTICS_LENGTH", () => blandAltman([1, 2], [1])],
    ["TS_STATISTICS_OUT_OF_RANGE", () => blandAltman([1], [1], { level: 1 })],
    ["TS_STATISTICS_OUT_OF_RANGE", () => blandAltman([1], [1], { multiplier: 0 })],
    ["TS_STATISTICS_OUT_OF_RANGE", () => limitsOfAgreement({ n: 2.5, mean: 0, sd: 1 })],
    ["TS_STATISTICS_OUT_OF_RANGE", () => limitsOfAgreement({ n: 2, mean: 0, sd: -1 })],
    ["TS_STATISTICS_OUT_OF_RANGE", () => limitsOfAgreement({ n: 2, mean: 0, sd: null })],
    ["TS_STATISTICS_NOT_FINITE", () => limitsOfAgreement({ n: 2, mean: Number.NaN, sd: 1 })],
  ])("%s", (code, call) => {
    expect(call).toThrow(StatisticsError);
    expect(call).toThrow(expect.objectContaining({ code }));
  });
});
