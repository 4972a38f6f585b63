import { Random } from "@touchstone/test-support";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectClose, referenceAvailable, referenceCases } from "../../test/reference.ts";
import { type QuantileType, quantile } from "../descriptive/quantile.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { coefficientFromMoments, coefficientOfVariation } from "./coefficient-of-variation.ts";
import { cvSummary, pooledCv } from "./cv-summary.ts";
import { geometricCv, pooledGeometricCv } from "./geometric-cv.ts";
import { medianStandardDeviationFactor } from "./replicate-correction.ts";

describe.skipIf(!referenceAvailable)("reference cases of coefficients of variation", () => {
  const cases = referenceCases("cv");

  test.each(cases.filter(({ input }) => "values" in input).map((one) => [one.id, one] as const))(
    "%s",
    (_, { input, expected, tolerance }) => {
      const { mean, sd, cv, cvUnbiased } = coefficientOfVariation(input.values);
      const actual: Record<string, number | null> = { mean, sd, cv, cv_unbiased: cvUnbiased };
      for (const [name, value] of Object.entries<number | null>(expected)) expectClose(actual[name], value, tolerance);
    },
  );

  test.each(cases.filter(({ input }) => "cvs" in input).map((one) => [one.id, one] as const))(
    "%s",
    (_, { input, expected, tolerance }) => {
      for (const [name, value] of Object.entries<number>(expected)) {
        const type = name === "median" ? 7 : (Number(name.replace("p90_type", "")) as QuantileType);
        expectClose(quantile(input.cvs, name === "median" ? 0.5 : 0.9, type), value, tolerance);
      }
    },
  );
});

const positives = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 12 });

describe("one variant", () => {
  test("a change of unit changes no coefficient", () => {
    fc.assert(
      fc.property(positives, (values) => {
        const scaled = values.map((one) => 8 * one);
        expect(coefficientOfVariation(scaled).cv).toBe(coefficientOfVariation(values).cv);
        expectClose(geometricCv(scaled).cv, geometricCv(values).cv, 1e-10);
      }),
    );
  });

  test("a summary gives what the values give", () => {
    fc.assert(
      fc.property(positives, (values) => {
        const direct = coefficientOfVariation(values, { meanFloor: 100 });
        const { n, mean, sd } = direct;
        expect(coefficientFromMoments({ n, mean: mean ?? 0, sd }, { meanFloor: 100 })).toEqual(direct);
      }),
    );
  });

  test("two values 1 and 3", () => {
    const { mean, sd, cv, cvUnbiased } = coefficientOfVariation([1, 3]);
    expect([mean, sd]).toEqual([2, Math.SQRT2]);
    expect(cv).toBeCloseTo(Math.SQRT1_2, 15);
    expect(cvUnbiased).toBeCloseTo(1.125 * Math.SQRT1_2, 15);
  });

  test("undefined coefficients, with the reason", () => {
    expect(coefficientOfVariation([])).toMatchObject({ mean: null, cv: null, reason: "no data" });
    expect(coefficientOfVariation([1])).toMatchObject({ mean: 1, sd: null, cv: null, reason: "too few values" });
    expect(coefficientOfVariation([-1, 1])).toMatchObject({ mean: 0, cv: null, reason: "mean is zero" });
    expect(coefficientOfVariation([5e-324, 0, 0])).toMatchObject({ cv: null, reason: "mean is zero" });
    expect(coefficientOfVariation([0.02, 0.04], { meanFloor: 0.05 })).toMatchObject({
      cv: null,
      reason: "mean below the floor",
    });
    expect(coefficientOfVariation([0.04, 0.06], { meanFloor: 0.05 }).reason).toBeNull();
  });

  test("the sign of the mean does not matter", () => {
    expect(coefficientOfVariation([-1, -3]).cv).toBe(coefficientOfVariation([1, 3]).cv);
  });

  test("bad arguments throw", () => {
    expect(() => coefficientOfVariation([1, Number.NaN])).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE" }),
    );
    expect(() => coefficientOfVariation([1, 2], { meanFloor: -1 })).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }),
    );
    expect(() => coefficientFromMoments({ n: 2, mean: 1, sd: -1 })).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }),
    );
  });
});

describe("geometric coefficient", () => {
  test("of a factor e between two values: variance of logarithms 1/2", () => {
    expect(geometricCv([1, Math.E]).cv).toBeCloseTo(Math.sqrt(Math.exp(0.5) - 1), 14);
  });

  test("pools the variances of logarithms by degrees of freedom", () => {
    const ofPair = Math.log(2) ** 2 / 2;
    const ofThree = Math.log(3) ** 2;
    const result = pooledGeometricCv([[1, 2], [1, 3, 9], [5], [0, 1]]);
    expect(result).toMatchObject({ variants: 2, excluded: 2, reason: null });
    expect(result.cv).toBeCloseTo(Math.sqrt(Math.exp((ofPair + 2 * ofThree) / 3) - 1), 13);
  });

  test("is near the plain coefficient where that is small", () => {
    const values = [100, 101, 99, 100.5];
    expect(geometricCv(values).cv).toBeCloseTo(coefficientOfVariation(values).cv ?? Number.NaN, 4);
  });

  test("undefined cases", () => {
    expect(() => geometricCv([1e-300, 1e300])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE" }));
    expect(geometricCv([])).toMatchObject({ cv: null, reason: "no data" });
    expect(geometricCv([1])).toMatchObject({ cv: null, reason: "too few values" });
    expect(geometricCv([0, 1])).toMatchObject({ cv: null, excluded: 1, reason: "value not positive" });
    expect(pooledGeometricCv([])).toMatchObject({ cv: null, reason: "no data" });
    expect(pooledGeometricCv([[1], [2]])).toMatchObject({ cv: null, reason: "too few values" });
    expect(pooledGeometricCv([[0, 2], [2]])).toMatchObject({ cv: null, reason: "value not positive" });
  });
});

describe("many variants", () => {
  const of = (rows: readonly number[][]) => rows.map((row) => coefficientOfVariation(row, { meanFloor: 0.05 }));

  test("exclusions are counted by reason and are no zeros", () => {
    const summary = cvSummary(of([[0.4, 0.6], [0, 0], [0.01, 0.02], [0.5], [0.9, 1]]));
    expect(summary).toMatchObject({
      n: 2,
      excluded: 3,
      excludedBy: { "mean is zero": 1, "mean below the floor": 1, "too few values": 1 },
    });
    const [wide, narrow] = [0.02 ** 0.5 / 0.5, 0.005 ** 0.5 / 0.95];
    expect(summary.median).toBeCloseTo((wide + narrow) / 2, 14);
    expect(summary.p90).toBeCloseTo(narrow + 0.9 * (wide - narrow), 14);
    expect(summary.pooled).toBeCloseTo(Math.sqrt((wide ** 2 + narrow ** 2) / 2), 14);
  });

  test("none: null, with the reason that all share", () => {
    expect(cvSummary([])).toMatchObject({
      median: null,
      p90: null,
      pooled: null,
      correctedMedian: null,
      reason: "no data",
    });
    expect(cvSummary(of([[0, 0]]))).toMatchObject({ median: null, excluded: 1, reason: "mean is zero" });
    expect(pooledCv([])).toBeNull();
  });

  test("unequal numbers of replicates pool by degrees of freedom", () => {
    const pair = coefficientOfVariation([1, 3]);
    const three = coefficientOfVariation([1, 2, 3]);
    expect(pooledCv([pair, three])).toBeCloseTo(Math.sqrt((0.5 + 2 * 0.25) / 3), 14);
  });
});

describe("correction of the median for the number of replicates", () => {
  test("closed forms: two replicates |z| at its median, three the exponential distribution", () => {
    expect(medianStandardDeviationFactor(2)).toBeCloseTo(normalQuantile(0.75), 13);
    expect(medianStandardDeviationFactor(3)).toBeCloseTo(Math.sqrt(Math.LN2), 13);
    expect(medianStandardDeviationFactor(100_000)).toBeCloseTo(1, 5);
    expect(() => medianStandardDeviationFactor(1)).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }),
    );
  });

  test.each([2, 3, 5, 10])(
    "the plain median of %d replicates is low by the factor, the corrected one is right",
    (n) => {
      const random = new Random(19 + n);
      const normal = () => normalQuantile((random.uint32() + 0.5) / 2 ** 32);
      const truth = 0.08;
      const variants = Array.from({ length: 20_000 }, () => {
        const level = 0.1 + 0.8 * random.fraction();
        return coefficientOfVariation(Array.from({ length: n }, () => level * (1 + truth * normal())));
      });
      const { median, correctedMedian, pooled } = cvSummary(variants);
      expect(Math.abs((correctedMedian ?? 0) / truth - 1)).toBeLessThan(0.025);
      expect(Math.abs((pooled ?? 0) / truth - 1)).toBeLessThan(0.025);
      expect((median ?? 0) / (correctedMedian ?? 1)).toBeCloseTo(medianStandardDeviationFactor(n), 12);
    },
  );

  test("corrects each variant by its own number of replicates", () => {
    const random = new Random(29);
    const normal = () => normalQuantile((random.uint32() + 0.5) / 2 ** 32);
    const variants = Array.from({ length: 30_000 }, (_, variant) =>
      coefficientOfVariation(Array.from({ length: 2 + (variant % 3) }, () => 1 + 0.05 * normal())),
    );
    expect(Math.abs((cvSummary(variants).correctedMedian ?? 0) / 0.05 - 1)).toBeLessThan(0.025);
  });
});
