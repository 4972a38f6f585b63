import { Random } from "@touchstone/test-support";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../distributions/normal.ts";
import { allPairs } from "./all-pairs.ts";
import { blandAltman } from "./limits-of-agreement.ts";
import { mixedModelLimits } from "./mixed-model-limits.ts";

const value = fc.integer({ min: -800, max: 800 }).map((whole) => whole / 8);
const table = (runs: number) =>
  fc.array(fc.array(value, { minLength: runs, maxLength: runs }), { minLength: 3, maxLength: 12 });
const transpose = (matrix: readonly (readonly number[])[]) => matrix[0].map((_, run) => matrix.map((row) => row[run]));

describe("all pairs", () => {
  test("each is the limits of its two runs", () => {
    fc.assert(
      fc.property(table(4), (matrix) => {
        const runs = transpose(matrix);
        const { pairs, pairsPerRun } = allPairs(runs, { interval: "1999" });
        expect(pairs.map(({ first, second }) => `${first}${second}`)).toEqual(["01", "02", "03", "12", "13", "23"]);
        expect(pairsPerRun).toBe(3);
        for (const { first, second, agreement } of pairs) {
          expect(agreement).toEqual(blandAltman(runs[first], runs[second], { interval: "1999" }));
        }
      }),
    );
  });

  test("the biases of three runs close a triangle", () => {
    fc.assert(
      fc.property(table(3), (matrix) => {
        const [ab, ac, bc] = allPairs(transpose(matrix), { interval: "1999" }).pairs.map(
          (pair) => pair.agreement.bias ?? 0,
        );
        expect(ab + bc).toBeCloseTo(ac, 9);
      }),
    );
  });

  test("multiplicity is stated, and corrected on demand", () => {
    const runs = [
      [1, 2, 4],
      [1, 3, 3],
      [2, 2, 5],
    ];
    expect(allPairs(runs)).toMatchObject({ pairLevel: 0.95, pairs: { length: 3 } });
    expect(allPairs(runs).familyLevel).toBeCloseTo(0.85, 12);
    const corrected = allPairs(runs, { multiplicity: "all pairs" });
    expect(corrected.pairLevel).toBeCloseTo(1 - 0.05 / 3, 12);
    expect(corrected.familyLevel).toBeCloseTo(0.95, 12);
    expect(corrected.pairs[0].agreement.level).toBe(corrected.pairLevel);
  });

  test("one run is no pair", () => {
    expect(() => allPairs([[1, 2]])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_TOO_FEW" }));
  });
});

describe("mixed-model limits", () => {
  const matrix = [
    [10.1, 10.4, 9.8],
    [12.2, 12.9, 12.0],
    [8.7, 9.1, 8.1],
    [15.3, 15.4, 15.0],
    [11.1, 11.9, 11.0],
  ];

  // R 4.2.2, lme4: lmer(y ~ 1 + (1 | subject) + (1 | run)) and lmer(y ~ run + (1 | subject)).
  test("the variance components are those of lme4", () => {
    const { random, fixed } = mixedModelLimits(matrix);
    expect(random.runVariance).toBeCloseTo(0.1404999791621, 5);
    expect(random.residualVariance).toBeCloseTo(0.0301666681962, 6);
    expect(random.limits[1]).toBeCloseTo(1.96 * Math.sqrt(2 * (0.1405 + 0.0301666667)), 5);
    expect(fixed.residualVariance).toBeCloseTo(0.0301670135035, 5);
  });

  test("two fixed runs are the limits of their pair", () => {
    fc.assert(
      fc.property(table(2), (rows) => {
        const [x, y] = transpose(rows);
        const plain = blandAltman(x, y, { interval: "1999" });
        const { pairs, differenceSd } = mixedModelLimits(rows).fixed;
        expect(differenceSd).toBeCloseTo(plain.sd ?? Number.NaN, 9);
        if (plain.sd === 0) return;
        expect(pairs[0].bias).toBeCloseTo(plain.bias ?? Number.NaN, 9);
        pairs[0].upperLimitInterval?.forEach((bound, index) => {
          expect(bound).toBeCloseTo(plain.upperLimitInterval?.[index] ?? Number.NaN, 7);
        });
      }),
    );
  });

  test("twice the squared standard deviation of random runs is the mean squared difference of all pairs", () => {
    fc.assert(
      fc.property(table(3), (rows) => {
        const squares = rows.flatMap(([a, b, c]) => [(a - b) ** 2, (a - c) ** 2, (b - c) ** 2]);
        const meanSquare = squares.reduce((sum, one) => sum + one, 0) / squares.length;
        const { differenceSd } = mixedModelLimits(rows).random;
        expect(Math.abs(differenceSd ** 2 - meanSquare)).toBeLessThan(1e-9 * (1 + meanSquare));
      }),
    );
  });

  test("a run that is off widens the limits of random runs, and is a bias of fixed ones", () => {
    const shifted = matrix.map(([a, b, c]) => [a, b + 10, c]);
    const before = mixedModelLimits(matrix);
    const after = mixedModelLimits(shifted);
    expect(after.fixed.differenceSd).toBeCloseTo(before.fixed.differenceSd, 10);
    expect(after.fixed.pairs[0].bias).toBeCloseTo(before.fixed.pairs[0].bias - 10, 10);
    expect(after.random.limits[1]).toBeGreaterThan(5 * before.random.limits[1]);
    // Three runs tell about runs with two degrees of freedom, however many subjects there are: chi-squared 0.0506.
    const share = (after.random.upperLimitInterval?.[1] ?? 0) / after.random.limits[1];
    expect(share).toBeCloseTo(Math.sqrt(2 / 0.0506), 1);
  });

  test("the interval of random runs covers the true limit about as often as it says, that of a pair does not", () => {
    const random = new Random(41);
    const normal = () => normalQuantile((random.uint32() + 0.5) / 2 ** 32);
    const trials = 1000;
    const truth = 1.96 * Math.sqrt(2 * (1 + 0.5 ** 2));
    let covered = 0;
    let coveredByPair = 0;
    for (let trial = 0; trial < trials; trial++) {
      const ofRun = Array.from({ length: 4 }, normal);
      const rows = Array.from({ length: 30 }, () => {
        const subject = 5 * normal();
        return ofRun.map((effect) => subject + effect + 0.5 * normal());
      });
      const [low, high] = mixedModelLimits(rows).random.upperLimitInterval ?? [0, 0];
      if (low <= truth && truth <= high) covered++;
      const [first, second] = transpose(rows);
      const [from, to] = blandAltman(first, second).upperLimitInterval ?? [0, 0];
      if (from <= truth && truth <= to) coveredByPair++;
    }
    expect(covered / trials).toBeGreaterThan(0.92);
    expect(covered / trials).toBeLessThan(0.98);
    expect(coveredByPair / trials).toBeLessThan(0.3);
  });

  test("no run effect: the run variance is 0, and the limits keep the mean square within subjects", () => {
    const { random } = mixedModelLimits([
      [1, 2, 3],
      [3, 1, 2],
      [2, 3, 1],
    ]);
    expect(random.runVariance).toBe(0);
    expect(random.residualVariance).toBe(1);
  });

  test("identical runs have limits 0 and no interval", () => {
    const { random, fixed } = mixedModelLimits([
      [1, 1],
      [2, 2],
    ]);
    expect(random).toMatchObject({ limits: [-0, 0], upperLimitInterval: null, reason: "no variation" });
    expect(fixed).toMatchObject({ differenceSdInterval: null, reason: "no variation" });
    expect(fixed.pairs[0]).toMatchObject({ limits: [0, 0], upperLimitInterval: null });
  });

  test("one subject or one run throws", () => {
    expect(() => mixedModelLimits([[1, 2]])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_TOO_FEW" }));
    expect(() => mixedModelLimits([[1], [2]])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_TOO_FEW" }));
  });
});
