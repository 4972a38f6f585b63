import { expect, test } from "vitest";
import { normalNoise } from "../../test/normal-noise.ts";
import { autocorrelations } from "./autocorrelation.ts";
import type { CorrectedMannKendall } from "./corrected-mann-kendall.ts";
import { mannKendallHamedRao } from "./hamed-rao.ts";
import { mannKendall } from "./mann-kendall.ts";
import { mannKendallPreWhitened, mannKendallTrendFreePreWhitened } from "./pre-whitening.ts";
import { mannKendallYueWang } from "./yue-wang.ts";

const RUNS = 20;
const REPEATS = 2000;

/** AR(1) series of variance 1. */
function autoregressive(correlation: number, noise: () => number): number[] {
  let value = noise();
  return Array.from({ length: RUNS }, () => {
    const now = value;
    value = correlation * value + Math.sqrt(1 - correlation * correlation) * noise();
    return now;
  });
}

function rejections(correlation: number, p: (values: number[]) => number | undefined): number {
  const noise = normalNoise(15);
  let rejected = 0;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    if ((p(autoregressive(correlation, noise)) ?? 1) < 0.05) rejected++;
  }
  return rejected / REPEATS;
}

// Simulated shares of the notes; the standard error of 2,000 series is at most 1.1%.
test.each([
  [0.3, 0.13],
  [0.5, 0.22],
  [0.7, 0.36],
])("pitfall 15: AR(1) of %d inflates the size of the plain test at n = 20 to about %d", (correlation, size) => {
  const plain = rejections(correlation, (values) => mannKendall(values).p.twoSided);
  expect(Math.abs(plain - size)).toBeLessThan(0.035);
});

// It is no cure at n = 20: the residuals of a fitted trend show less autocorrelation than there is.
test("pitfall 15: the corrected test rejects a dependent series less often", () => {
  const plain = rejections(0.7, (values) => mannKendall(values).p.twoSided);
  const corrected = rejections(0.7, (values) => mannKendallHamedRao(values).p?.twoSided);
  expect(corrected).toBeLessThan(plain - 0.03);
});

test("the paper's factor rejects independent series too often; max(1, factor) does not", () => {
  // Standard error of 2,000 series at 5%: .5%.
  const paper = (values: number[]) => mannKendallHamedRao(values, { convention: "modifiedmk" }).p?.twoSided;
  expect(rejections(0, paper)).toBeGreaterThan(0.065);
  expect(rejections(0, (values) => mannKendallHamedRao(values).p?.twoSided)).toBeLessThan(0.06);
});

test("pre-whitening holds the level where trend-free pre-whitening does not", () => {
  expect(rejections(0.5, (values) => mannKendallPreWhitened(values).tested.p.twoSided)).toBeLessThan(0.065);
  expect(rejections(0.5, (values) => mannKendallTrendFreePreWhitened(values).tested.p.twoSided)).toBeGreaterThan(0.15);
});

test("autocorrelations by hand", () => {
  // Deviations -1.5, -.5, .5, 1.5: squares 5, products at lag 1: .75 - .25 + .75, at lag 2: -.75 - .75, at lag 3: -2.25.
  expect([...(autocorrelations([1, 2, 3, 4], 3) ?? [])]).toEqual([1.25 / 5, -1.5 / 5, -2.25 / 5]);
  expect(autocorrelations([4, 4, 4], 2)).toBeNull();
});

const declining = [9, 9.2, 8.1, 8.4, 7.9, 8.2, 7.1, 7.4, 6.9, 7.3, 6.2, 6.5];

test.each([
  ["Hamed-Rao", mannKendallHamedRao],
  ["Yue-Wang", mannKendallYueWang],
])("%s by Touchstone's convention never makes p smaller", (_, method) => {
  const noise = normalNoise(3);
  for (let repeat = 0; repeat < 200; repeat++) {
    const values = autoregressive(repeat % 2 === 0 ? 0.6 : -0.6, noise);
    const { p, uncorrected, varianceFactor } = method(values);
    expect(varianceFactor).toBeGreaterThanOrEqual(1);
    expect(p?.twoSided).toBeGreaterThanOrEqual(uncorrected.p.twoSided);
  }
});

test.each([
  ["a third of it", (value: number) => value / 3],
  ["sevenfold", (value: number) => value * 7],
  ["an offset", (value: number) => value + 1000.1],
])("the factor does not hang on how %s is rounded", (_, change) => {
  // Sen's line of an odd number of slopes is parallel to that of two values: their residuals are tied.
  const noise = normalNoise(5);
  for (let repeat = 0; repeat < 100; repeat++) {
    const values = autoregressive(0.5, noise).map((value) => Math.round(value * 1000) / 1000);
    const changed = mannKendallHamedRao(values.map(change));
    expect(changed.rawVarianceFactor).toBeCloseTo(mannKendallHamedRao(values).rawVarianceFactor ?? Number.NaN, 9);
  }
});

test("reversal negates the corrected z, and any unit gives the same test", () => {
  const forward = mannKendallHamedRao(declining);
  const backward = mannKendallHamedRao(declining.toReversed());
  expect(backward.z).toBeCloseTo(-(forward.z ?? 0), 10);
  expect(mannKendallHamedRao(declining.map((value) => 4 * value)).z).toBeCloseTo(forward.z ?? 0, 10);
});

test.each([
  ["a straight line, of which rounding alone is left", Array.from({ length: 12 }, (_, run) => 1 - run * 0.1)],
  ["equal values", [5, 5, 5, 5, 5, 5, 5, 5]],
  ["two values", [1, 2]],
  ["nothing", []],
])("%s leaves no autocorrelation to correct for", (_, values) => {
  for (const method of [mannKendallHamedRao, mannKendallYueWang]) {
    const corrected: CorrectedMannKendall = method(values);
    expect(corrected).toMatchObject({ rawVarianceFactor: null, varianceFactor: 1 });
    expect(corrected.p).toEqual(mannKendall(values).p);
  }
});

test("a factor that is not positive gives no p, with the reason", () => {
  // Every second value high: Yue and Wang's sum over all lags is below -1/2 when it is cut off after one lag.
  const alternating = Array.from({ length: 20 }, (_, run) => (run % 2) + run * 1e-3);
  expect(mannKendallYueWang(alternating, { convention: "modifiedmk", lags: 1 })).toMatchObject({
    varianceOfS: null,
    z: null,
    p: null,
    reason: "negative variance",
  });
});

test("a missing value leaves a gap in Touchstone's trend, and none in modifiedmk's", () => {
  const withGap = [...declining.slice(0, 6), null, null, null, null, ...declining.slice(6)];
  const filled = mannKendallHamedRao(declining, { convention: "modifiedmk" });
  expect(mannKendallHamedRao(withGap, { convention: "modifiedmk" })).toEqual(filled);
  const times = withGap.map((_, index) => index).filter((index) => withGap[index] !== null);
  expect(mannKendallHamedRao(withGap)).toEqual(mannKendallHamedRao(declining, { times }));
});

test.each([0, -1, 1.5, Number.NaN])("%d lags are refused", (lags) => {
  expect(() => mannKendallHamedRao(declining, { lags })).toThrow(
    expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE", details: { argument: "lags" } }),
  );
});

test("pre-whitening tests what the lag-1 autocorrelation leaves", () => {
  const [r = 0] = autocorrelations(declining, 1) ?? [];
  const left = declining.slice(1).map((value, index) => value - r * (declining[index] as number));
  const whitened = mannKendallPreWhitened(declining);
  expect(whitened.lagOneAutocorrelation).toBeCloseTo(r, 12);
  expect(whitened.tested).toEqual(mannKendall(left));
  expect(whitened.slopeBefore).toBeLessThan(0);
});

test("trend-free pre-whitening keeps the trend that pre-whitening takes", () => {
  const kept = mannKendallTrendFreePreWhitened(declining);
  expect(kept.tested.s).toBeLessThan(mannKendallPreWhitened(declining).tested.s);
  expect(kept.slopeAfter).toBeCloseTo(kept.slopeBefore ?? 0, 1);
});

test.each([[[]], [[3]], [[4, 4, 4]]])("pre-whitening of %j is undefined, not wrong", (values) => {
  for (const method of [mannKendallPreWhitened, mannKendallTrendFreePreWhitened]) {
    const { lagOneAutocorrelation, tested, reason } = method(values);
    expect(lagOneAutocorrelation).toBeNull();
    expect(tested.p.twoSided).toBe(1);
    expect(reason).not.toBeNull();
  }
});
