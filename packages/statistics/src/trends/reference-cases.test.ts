import { readFileSync } from "node:fs";
import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { describe, expect, test } from "vitest";
import { mannKendallHamedRao } from "./hamed-rao.ts";
import { scoreDistribution } from "./kendall-distribution.ts";
import { mannKendall, trendDirection } from "./mann-kendall.ts";
import { mannKendallPreWhitened, mannKendallTrendFreePreWhitened } from "./pre-whitening.ts";
import { senSlope } from "./sen-slope.ts";
import type { Series } from "./series.ts";
import { mannKendallYueWang } from "./yue-wang.ts";

type Expected = Readonly<Record<string, unknown>>;

interface Case {
  readonly id: string;
  readonly category: string;
  readonly input: { readonly x?: (number | null)[]; readonly method?: string; readonly lag?: number };
  readonly expected: Expected;
  readonly tolerance: number;
}

const CASES = "../reference/statistics-cases.json";
const available = sharedDataAvailable(CASES);
const cases: readonly Case[] = available ? JSON.parse(readFileSync(sharedData(CASES), "utf8")).cases : [];
const caseNamed = (id: string) => cases.find((one) => one.id === id) as Case;

/** Compares the numbers that both name; relative to the expected one. */
function compare(actual: Readonly<Record<string, unknown>>, { expected, tolerance }: Case): string[] {
  const names = Object.keys(actual).filter((name) => name in expected);
  for (const name of names) {
    const wanted = [expected[name]].flat();
    const given = [actual[name]].flat();
    expect(given.length, name).toBe(wanted.length);
    for (const [index, value] of wanted.entries()) {
      if (typeof value !== "number") expect(given[index], name).toBe(value);
      else {
        const error = Math.abs((given[index] as number) - value) / (value === 0 ? 1 : Math.abs(value));
        expect(error, `${name}: ${given[index]} for ${value}`).toBeLessThanOrEqual(tolerance);
      }
    }
  }
  return names;
}

function plainNumbers(x: Series): Record<string, unknown> {
  const test = mannKendall(x);
  const trend = senSlope(x);
  return {
    S: test.s,
    s: test.s,
    var_S: test.varianceOfS,
    var_s: test.varianceOfS,
    z: test.z,
    p: test.normal.twoSided,
    p_two_sided: test.normal.twoSided,
    p_decreasing: test.normal.decreasing,
    p_normal_cc_two_sided: test.normal.twoSided,
    p_exact_two_sided: test.exact?.twoSided,
    p_exact_decreasing: test.exact?.decreasing,
    p_exact_one_sided_increasing: test.exact?.increasing,
    tau: test.tauB,
    Tau: test.tauA,
    sen_slope: trend.slope,
    slope: trend.slope,
    intercept: trend.intercept,
    intercept_median: trend.intercept,
    sen_ci95: trend.interval,
    ci95: senSlope(x, { beyondSlopes: "clamped" }).interval,
    trend: trendDirection(test),
    h: trendDirection(test) !== "no trend",
  };
}

const plain = cases.filter(
  ({ category, input }) => (category === "mann-kendall" || category === "sen-slope") && input.x !== undefined,
);

describe.skipIf(!available)("reference cases", () => {
  test.each(plain)("$id", (one) => {
    const unnamed = new Set(["kendall_pkg", "kendall_pkg_p"]);
    const names = compare(plainNumbers(one.input.x ?? []), one);
    // An all-equal series has no tau; pyMannKendall prints 0 for it, and so does tau-a here.
    expect(names.sort()).toEqual(
      Object.keys(one.expected)
        .filter((name) => !unnamed.has(name))
        .sort(),
    );
  });

  test("the exact upper tail agrees with Kendall's table", () => {
    const table = caseNamed("mk-exact-upper-tail-table").expected.P_S_ge as Record<string, Record<string, number>>;
    for (const [n, tail] of Object.entries(table)) {
      const distribution = scoreDistribution(Number(n), []);
      for (const [s, probability] of Object.entries(tail)) {
        expect(distribution.upperTail(Number(s)) / probability, `n ${n}, S ${s}`).toBeCloseTo(1, 12);
      }
    }
  });

  test("3,000 values of a linear congruential generator", () => {
    let state = 99;
    const x = Array.from({ length: 3000 }, (_, index) => {
      state = (1103515245 * state + 12345) % 2 ** 31;
      return state / 2 ** 31 - 0.00001 * (index + 1);
    });
    const one = caseNamed("mk-huge-n");
    const test = mannKendall(x);
    const numbers = { S: test.s, var_S: test.varianceOfS, z: test.z, p_two_sided: test.p.twoSided };
    expect(compare(numbers, one)).toHaveLength(4);
  });

  test.each([
    ["mk-pymk-hamed_rao_modification_test", mannKendallHamedRao],
    ["mk-pymk-hamedrao-lag3", mannKendallHamedRao],
    ["mk-pymk-hamedrao-nile", mannKendallHamedRao],
    ["mk-pymk-yue_wang_modification_test", mannKendallYueWang],
  ])("%s", (id, method) => {
    const one = caseNamed(id);
    const { x = [], lag } = one.input;
    const corrected = method(x, { convention: "pyMannKendall", ...(lag === undefined ? {} : { lags: lag }) });
    const numbers = {
      trend: trendDirection(corrected),
      h: trendDirection(corrected) !== "no trend",
      p: corrected.p?.twoSided,
      z: corrected.z,
      Tau: corrected.uncorrected.tauA,
      s: corrected.s,
      var_s: corrected.varianceOfS,
      slope: senSlope(x).slope,
      intercept: senSlope(x).intercept,
    };
    expect(compare(numbers, one)).toHaveLength(Object.keys(one.expected).length);
  });

  test.each([
    ["mk-pymk-pre_whitening_modification_test", mannKendallPreWhitened],
    ["mk-pymk-trend_free_pre_whitening_modification_test", mannKendallTrendFreePreWhitened],
  ])("%s", (id, method) => {
    const one = caseNamed(id);
    const { x = [] } = one.input;
    const { tested, slopeBefore } = method(x, { convention: "pyMannKendall" });
    const numbers = {
      trend: trendDirection(tested),
      h: trendDirection(tested) !== "no trend",
      p: tested.p.twoSided,
      z: tested.z,
      Tau: tested.tauA,
      s: tested.s,
      var_s: tested.varianceOfS,
      slope: slopeBefore,
      intercept: senSlope(x).intercept,
    };
    expect(compare(numbers, one)).toHaveLength(Object.keys(one.expected).length);
  });

  test("mk-hamedrao-maxau-R: modifiedmk", () => {
    const one = caseNamed("mk-hamedrao-maxau-R");
    const corrected = mannKendallHamedRao(one.input.x ?? [], { convention: "modifiedmk" });
    const numbers = {
      z: corrected.z,
      p: corrected.p?.twoSided,
      n_over_nstar: corrected.rawVarianceFactor,
      z_uncorrected: corrected.uncorrected.z,
    };
    expect(compare(numbers, one)).toHaveLength(4);
  });

  test("mk-hamedrao-negative-acf: modifiedmk shrinks the variance, pyMannKendall and Touchstone do not", () => {
    const { input, expected, tolerance } = caseNamed("mk-hamedrao-negative-acf");
    const x = input.x ?? [];
    const corrected = mannKendallHamedRao(x, { convention: "modifiedmk" });
    const numbers = {
      "Corrected Zc": corrected.z,
      "new P-value": corrected.p?.twoSided,
      "N/N*": corrected.rawVarianceFactor,
      "Original Z": corrected.uncorrected.z,
      "old P.value": corrected.uncorrected.normal.twoSided,
      Tau: corrected.uncorrected.tauA,
      "Sen's slope": senSlope(x).slope,
      "old.variance": corrected.uncorrected.varianceOfS,
      "new.variance": corrected.varianceOfS,
    };
    const wanted = { expected: expected.modifiedmk as Expected, tolerance } as Case;
    expect(compare(numbers, wanted)).toHaveLength(9);
    // The mirror image of the paper's factor .167410714285714 about 1.
    expect(mannKendallHamedRao(x, { convention: "pyMannKendall" }).varianceFactor).toBeCloseTo(1.832589285714286, 10);
    const ours = mannKendallHamedRao(x);
    expect(ours.varianceFactor).toBe(1);
    expect(ours.rawVarianceFactor).toBeCloseTo(0.167410714285714, 10);
    expect(ours.p).toEqual(ours.uncorrected.p);
  });

  test("the Kendall package's figures, to the digits of its single precision", () => {
    const one = caseNamed("mk-precipgl");
    const package_ = one.expected.kendall_pkg as Record<string, number>;
    const test = mannKendall(one.input.x ?? []);
    expect(test.s).toBe(package_.S);
    expect(test.varianceOfS / (package_.varS as number)).toBeCloseTo(1, 6);
    expect(test.tauB).toBeCloseTo(package_.tau as number, 6);
    expect(test.p.twoSided).toBeCloseTo(package_.p as number, 6);
  });
});
