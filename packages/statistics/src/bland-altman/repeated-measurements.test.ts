import { Random } from "@touchstone/test-support";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../distributions/normal.ts";
import { blandAltman } from "./limits-of-agreement.ts";
import { repeatability } from "./repeatability.ts";
import { pairedReplicateLimits, replicatedLimits } from "./replicated-limits.ts";

const value = fc.integer({ min: -80, max: 80 }).map((whole) => whole / 8);

describe("replicates of a constant true value", () => {
  test("one replicate each is the plain limits", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 20 }), (rows) => {
        const plain = blandAltman(
          rows.map(([x]) => x),
          rows.map(([, y]) => y),
        );
        const replicated = replicatedLimits(
          rows.map(([x]) => [x]),
          rows.map(([, y]) => [y]),
        );
        expect(replicated.correctedSd).toBeCloseTo(plain.sd ?? Number.NaN, 10);
        expect(replicated.limits?.[1]).toBeCloseTo(plain.limits?.[1] ?? Number.NaN, 10);
        expect(replicated.withinVariances).toEqual([null, null]);
      }),
    );
  });

  test("a subject that one method did not measure is left out", () => {
    const x = [[1, 2], [3, 5], [], [8, 8]];
    const y = [[1], [4, 4], [9, 9], [6]];
    expect(replicatedLimits(x, y)).toEqual(replicatedLimits([x[0], x[1], x[3]], [y[0], y[1], y[3]]));
  });

  test("swapping the methods mirrors the limits", () => {
    const x = [[1, 2.5], [3, 5, 4], [7.5], [8, 8.25]];
    const y = [[1, 0], [4, 4.5], [6, 9], [6.5]];
    const forward = replicatedLimits(x, y);
    const backward = replicatedLimits(y, x);
    expect(backward.bias).toBe(-(forward.bias ?? Number.NaN));
    expect(backward.correctedVariance).toBeCloseTo(forward.correctedVariance ?? Number.NaN, 12);
    expect(backward.lowerLimitInterval?.[0]).toBeCloseTo(-(forward.upperLimitInterval?.[1] ?? Number.NaN), 12);
  });

  test("the corrected variance is that of single differences, with unequal replicates", () => {
    const random = new Random(3);
    const normal = () => normalQuantile((random.uint32() + 0.5) / 2 ** 32);
    const x: number[][] = [];
    const y: number[][] = [];
    for (let subject = 0; subject < 20_000; subject++) {
      const truth = 10 * normal();
      const between = 0.5 * normal();
      x.push(Array.from({ length: 1 + (subject % 3) }, () => truth + between + normal()));
      y.push(Array.from({ length: 1 + (subject % 4) }, () => truth + 2 * normal()));
    }
    // 0.5^2 + 1^2 + 2^2
    expect(replicatedLimits(x, y).correctedVariance).toBeCloseTo(5.25, 0);
    expect(Math.abs((replicatedLimits(x, y).correctedVariance ?? 0) / 5.25 - 1)).toBeLessThan(0.04);
  });
});

describe("pairs within subjects", () => {
  const differences = [[0.6, 0.4, 0.9], [-0.2, 0.1], [1.1, 0.7, 0.8, 1.3], [0.3], [0, 0.5, -0.4]];

  // R 4.2.2: anova(lm(d ~ subject)), var of the subjects' means, qchisq and qt put into Zou's formulas.
  test("unequal numbers of pairs, against R", () => {
    const result = pairedReplicateLimits(differences);
    expect(result.bias).toBeCloseTo(0.378333333333333, 12);
    expect(result.varianceOfMeanDifferences).toBeCloseTo(0.182416666666667, 12);
    expect(result.withinVariances[0]).toBeCloseTo(0.100729166666667, 12);
    expect(result.correctedVariance).toBeCloseTo(0.234460069444444, 12);
    expect(result.biasInterval?.[0]).toBeCloseTo(-0.151984640577052, 10);
    expect(result.biasInterval?.[1]).toBeCloseTo(0.908651307243719, 10);
    expect(result.upperLimitInterval?.[0]).toBeCloseTo(0.724459838014852, 10);
    expect(result.upperLimitInterval?.[1]).toBeCloseTo(2.92154880183947, 10);
  });

  test("with equal numbers it is the sum of the ANOVA components of Bland and Altman", () => {
    const table = [
      [1, 2, 4],
      [3, 3, 5],
      [0, -1, 2],
      [6, 4, 3],
    ];
    const means = table.map((row) => row.reduce((sum, one) => sum + one, 0) / 3);
    const grand = means.reduce((sum, one) => sum + one, 0) / 4;
    const between = (3 * means.reduce((sum, one) => sum + (one - grand) ** 2, 0)) / 3;
    const within =
      table.reduce((sum, row, i) => sum + row.reduce((part, one) => part + (one - means[i]) ** 2, 0), 0) / 8;
    expect(pairedReplicateLimits(table).correctedVariance).toBeCloseTo((between - within) / 3 + within, 12);
  });

  test("the intervals cover the true limits about as often as they say", () => {
    const random = new Random(5);
    const normal = () => normalQuantile((random.uint32() + 0.5) / 2 ** 32);
    const trials = 3000;
    const truth = 1.96 * Math.sqrt(1 + 0.5 ** 2);
    let covered = 0;
    for (let trial = 0; trial < trials; trial++) {
      const sample = Array.from({ length: 12 }, (_, subject) => {
        const ofSubject = normal();
        return Array.from({ length: 2 + (subject % 3) }, () => ofSubject + 0.5 * normal());
      });
      const [low, high] = pairedReplicateLimits(sample).upperLimitInterval ?? [0, 0];
      if (low <= truth && truth <= high) covered++;
    }
    expect(covered / trials).toBeGreaterThan(0.93);
    expect(covered / trials).toBeLessThan(0.97);
  });

  test("no pairs, one subject and no variation", () => {
    expect(pairedReplicateLimits([[], []])).toMatchObject({ bias: null, limits: null, reason: "no data" });
    expect(pairedReplicateLimits([[1, 2]])).toMatchObject({ bias: 1.5, limits: null, reason: "too few values" });
    expect(pairedReplicateLimits([[1, 1], [1]])).toMatchObject({
      limits: [1, 1],
      upperLimitInterval: null,
      reason: "no variation",
    });
  });
});

describe("repeatability", () => {
  test("unequal replicates pool by degrees of freedom", () => {
    const result = repeatability([[1, 3], [2, 2, 5], [7], []]);
    // Sums of squares 2 and 6 on 1 + 2 degrees of freedom.
    expect(result).toMatchObject({ subjects: 3, observations: 6, degreesOfFreedom: 3, reason: null });
    expect(result.withinSd).toBeCloseTo(Math.sqrt(8 / 3), 14);
    expect(result.coefficient).toBeCloseTo(1.96 * Math.sqrt(16 / 3), 13);
    // Chi-squared with 3 degrees of freedom, published tables: 0.2158 and 9.3484.
    expect(result.withinSdInterval?.[0]).toBeCloseTo(Math.sqrt(8 / 9.3484), 4);
    expect(result.withinSdInterval?.[1]).toBeCloseTo(Math.sqrt(8 / 0.2158), 3);
  });

  test("values whose squares exceed all numbers are refused", () => {
    const refused = expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE" });
    expect(() => repeatability([[1e200, -1e200]])).toThrow(refused);
    expect(() => pairedReplicateLimits([[1e200, -1e200], [1, 2]])).toThrow(refused); // biome-ignore format: a table
  });

  test("undefined without replicates; without variation only the interval", () => {
    expect(repeatability([])).toMatchObject({ withinSd: null, coefficient: null, reason: "no data" });
    expect(repeatability([[1], [2]])).toMatchObject({ withinSd: null, reason: "too few values" });
    expect(repeatability([[1, 1]])).toMatchObject({ withinSd: 0, coefficientInterval: null, reason: "no variation" });
  });
});
