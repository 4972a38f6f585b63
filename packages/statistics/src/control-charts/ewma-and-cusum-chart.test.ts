import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ControlScore } from "./control-score.ts";
import { cusumChart } from "./cusum-chart.ts";
import { ewmaChart } from "./ewma-chart.ts";

const scores = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 60 });

/** Montgomery, table 9.1: 20 measurements of N(10, 1), then 10 of N(11, 1). */
const MONTGOMERY = [
  9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62, 10.31,
  8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
].map((value) => value - 10);

describe("CUSUM chart", () => {
  test("Montgomery, example 9.1: k .5, h 5 signals at measurement 29 with C+ 5.28", () => {
    const points = cusumChart(MONTGOMERY, { k: 0.5, h: 5 });
    expect(points.findIndex(({ state }) => state === "fired") + 1).toBe(29);
    expect(points[28].upper).toBeCloseTo(5.28, 9);
    expect(points[28].side).toBe("above");
    expect(points[1].lower).toBeCloseTo(1.56, 9);
  });

  test("a head start is where both sums begin", () => {
    const [first] = cusumChart([0.2], { k: 0.5, h: 5, headStart: 2.5 });
    expect(first.upper).toBeCloseTo(2.2, 12);
    expect(first.lower).toBeCloseTo(1.8, 12);
  });

  test("mirrored scores exchange the sums", () => {
    fc.assert(
      fc.property(scores, (sample) => {
        const points = cusumChart(sample, { k: 0.5, h: 4 });
        const mirrored = cusumChart(
          sample.map((z) => -z),
          { k: 0.5, h: 4 },
        );
        expect(mirrored.map(({ lower }) => lower)).toEqual(points.map(({ upper }) => upper));
      }),
    );
  });
});

describe("EWMA chart", () => {
  test("values and limits by hand: lambda .5, L 3", () => {
    const points = ewmaChart([2, 2], { lambda: 0.5, limit: 3 });
    // Variances .25 and .25 + .0625.
    expect(points.map(({ value }) => value)).toEqual([1, 1.5]);
    expect(points[0].limit).toBeCloseTo(1.5, 12);
    expect(points[1].limit).toBeCloseTo(3 * Math.sqrt(0.3125), 12);
    expect(points.map(({ state }) => state)).toEqual(["not fired", "not fired"]);
  });

  test("time-varying limits grow to the asymptotic ones", () => {
    const varying = ewmaChart(new Array<number>(200).fill(0), { lambda: 0.2, limit: 3 }).map(({ limit }) => limit);
    expect(varying).toEqual([...varying].sort((a, b) => a - b));
    const [asymptotic] = ewmaChart([0], { lambda: 0.2, limit: 3, limits: "asymptotic" });
    expect(asymptotic.limit).toBe(1);
    expect(varying[199]).toBeCloseTo(1, 12);
  });

  test("with lambda 1 it is the measurements themselves", () => {
    fc.assert(
      fc.property(scores, (sample) => {
        const points = ewmaChart(sample, { lambda: 1, limit: 3 });
        points.forEach(({ value, limit, state }, index) => {
          expect(value).toBeCloseTo(sample[index], 12);
          expect(limit).toBe(3);
          expect(state).toBe(Math.abs(value) > 3 ? "fired" : "not fired");
        });
      }),
    );
  });
});

test("a run without a score moves no chart and is never in control (pitfall 11)", () => {
  const sample: ControlScore[] = [2.5, null, "not evaluable", 0.1];
  const states = ["not fired", "not applicable", "not evaluable", "not fired"];
  const ewma = ewmaChart(sample, { lambda: 0.2, limit: 3 });
  expect(ewma.map(({ state }) => state)).toEqual(states);
  expect(ewma[2].value).toBe(ewma[0].value);
  const cusum = cusumChart(sample, { k: 0.5, h: 5 });
  expect(cusum.map(({ state }) => state)).toEqual(states);
  expect(cusum[2].upper).toBe(cusum[0].upper);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])("a score of %d is refused", (score) => {
  expect(() => ewmaChart([score], { lambda: 0.2, limit: 3 })).toThrow("no score");
  expect(() => cusumChart([score], { k: 0.5, h: 5 })).toThrow("no score");
});
