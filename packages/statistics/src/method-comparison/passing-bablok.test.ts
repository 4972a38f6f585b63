import { Random } from "@touchstone/test-support";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../distributions/normal.ts";
import { kolmogorovUpperTail } from "./linearity-test.ts";
import { MOST_PAIRS, passingBablok } from "./passing-bablok.ts";

/**
 * R 4.2.2, by another route: the angles of all lines, those below -45 degrees turned by 180, and ranks of the sorted
 * angles without any shift. The data of the second are those of Bland & Altman 1986 (Lancet i:307).
 */
const examples = [
  {
    x: [7, 8.3, 10.5, 9, 5.1, 8.2, 10.2, 10.3, 7.1, 5.9],
    y: [7.9, 8.2, 9.6, 9, 6.5, 7.3, 10.2, 10.6, 6.3, 5.2],
    slopes: 45,
    slope: 1,
    slopeInterval: [0.71875, 1.42105263157895],
    intercept: -0.05,
    interceptInterval: [-3.78947368421052, 2.3828125],
    linearity: { above: 5, below: 5, statistic: 0.816496580927726, p: 0.517550663581875 },
  },
  {
    x: [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427],
    y: [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451],
    slopes: 135,
    slope: 1.06481481481481,
    slopeInterval: [0.837078651685393, 1.3968253968254],
    intercept: -24.3055555555556,
    interceptInterval: [-178.031746031746, 82.938202247191],
    linearity: { above: 8, below: 8, statistic: 0.666666666666667, p: 0.765763173475486 },
  },
];

test.each(examples)("$slopes slopes, against R", ({ x, y, slope, intercept, ...expected }) => {
  const result = passingBablok(x, y);
  expect(result.slopes).toBe(expected.slopes);
  expect(result.slope).toBeCloseTo(slope, 12);
  expect(result.intercept).toBeCloseTo(intercept, 10);
  for (const bound of [0, 1]) {
    expect(result.slopeInterval?.[bound]).toBeCloseTo(expected.slopeInterval[bound], 12);
    expect(result.interceptInterval?.[bound]).toBeCloseTo(expected.interceptInterval[bound], 10);
  }
  expect(result.linearity).toMatchObject({ above: expected.linearity.above, below: expected.linearity.below });
  expect(result.linearity?.statistic).toBeCloseTo(expected.linearity.statistic, 12);
  expect(result.linearity?.p).toBeCloseTo(expected.linearity.p, 12);
});

// Seven points have 21 slopes, an odd number, whose median needs no averaging. Powers keep all differences distinct.
const sevenPoints = fc
  .tuple(
    fc.shuffledSubarray([1, 3, 7, 19, 47, 113, 271, 653], { minLength: 7, maxLength: 7 }),
    fc.shuffledSubarray([2, 5, 12, 29, 70, 169, 408, 985], { minLength: 7, maxLength: 7 }),
  )
  .map(([x, y]) => ({ x, y }));

describe("invariants", () => {
  test("exchanging the methods inverts slope and interval", () => {
    fc.assert(
      fc.property(sevenPoints, ({ x, y }) => {
        const forward = passingBablok(x, y);
        const backward = passingBablok(y, x);
        // The 1983 method is for positively correlated methods.
        fc.pre((forward.slope ?? -1) > 0 && (backward.slope ?? -1) > 0);
        fc.pre(forward.slopes === 21);
        expect((forward.slope ?? 0) * (backward.slope ?? 0)).toBeCloseTo(1, 12);
        const [low, high] = forward.slopeInterval ?? [0, 0];
        fc.pre(low > 0 && backward.slopeInterval !== null);
        expect(backward.slopeInterval?.[0]).toBeCloseTo(1 / high, 12);
        expect(backward.slopeInterval?.[1]).toBeCloseTo(1 / low, 12);
      }),
    );
  });

  test("the same shift and unit for both leave the slope; order of the pairs changes nothing", () => {
    fc.assert(
      fc.property(sevenPoints, ({ x, y }) => {
        const plain = passingBablok(x, y);
        const moved = passingBablok(
          x.map((one) => 4 * one + 64),
          y.map((one) => 4 * one + 64),
        );
        expect(moved.slope).toBe(plain.slope);
        expect(moved.slopeInterval).toEqual(plain.slopeInterval);
        expect(passingBablok([...x].reverse(), [...y].reverse())).toEqual(plain);
      }),
    );
  });
});

test("an outlier that ruins least squares leaves the line", () => {
  const x = Array.from({ length: 20 }, (_, index) => index + 1);
  const y = x.map((one, index) => (index === 19 ? 1000 : 2 * one + 1));
  expect(passingBablok(x, y)).toMatchObject({ slope: 2, intercept: 1 });
});

test("the interval covers the true slope about as often as it says", () => {
  const random = new Random(13);
  const normal = () => normalQuantile((random.uint32() + 0.5) / 2 ** 32);
  const trials = 1000;
  let covered = 0;
  for (let trial = 0; trial < trials; trial++) {
    const truth = Array.from({ length: 40 }, () => 10 * random.fraction());
    const { slopeInterval } = passingBablok(
      truth.map((one) => one + 0.5 * normal()),
      truth.map((one) => one + 0.5 * normal()),
    );
    if (slopeInterval !== null && slopeInterval[0] <= 1 && slopeInterval[1] >= 1) covered++;
  }
  expect(covered / trials).toBeGreaterThan(0.92);
  expect(covered / trials).toBeLessThan(0.985);
});

test("the linearity test sees a curve and accepts a line", () => {
  const random = new Random(17);
  const noise = () => 0.05 * normalQuantile((random.uint32() + 0.5) / 2 ** 32);
  const x = Array.from({ length: 100 }, (_, index) => index / 25);
  const p = (curve: (value: number) => number) =>
    passingBablok(
      x,
      x.map((one) => curve(one) + noise()),
    ).linearity?.p ?? Number.NaN;
  expect(p((one) => one * one)).toBeLessThan(0.001);
  expect(p((one) => 1.2 * one)).toBeGreaterThan(0.05);
});

// scipy 1.10.1, scipy.special.kolmogorov
test.each([
  [0, 1],
  [0.19, 0.999999999999981],
  [0.3, 0.9999906941986655],
  [0.5, 0.9639452436648751],
  [1, 0.26999967167735456],
  [1.3581, 0.0499996304316674],
  [1.6276, 0.010001537333060776],
])("P(K > %d)", (h, expected) => {
  expect(kolmogorovUpperTail(h)).toBeCloseTo(expected, 12);
});

test("decimal steps of exactly -1 do not take part", () => {
  expect(passingBablok([0.1, 0.2, 0.5], [0.3, 0.2, 0.6]).slopes).toBe(2);
});

test("undefined without a line", () => {
  expect(passingBablok([], [])).toMatchObject({ slope: null, reason: "no data" });
  expect(passingBablok([1], [1])).toMatchObject({ slope: null, reason: "too few values" });
  expect(passingBablok([1, 1, 1], [1, 2, 3])).toMatchObject({ slope: null, reason: "no variation between subjects" });
  expect(passingBablok([1, 1], [1, 1])).toMatchObject({ slopes: 0, slope: null });
  expect(passingBablok([1, 2], [1, 3])).toMatchObject({ slope: 2, slopeInterval: null, reason: "too few values" });
});

test("bad arguments throw", () => {
  const many = new Float64Array(MOST_PAIRS + 1);
  expect(() => passingBablok(many, many)).toThrow(expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }));
  expect(() => passingBablok([1, 2], [1])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_LENGTH" }));
  expect(() => passingBablok([Number.NaN], [1])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE" }));
});
