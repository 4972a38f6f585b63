import { describe, expect, test } from "vitest";
import { type CaseResult, checkCases } from "./check-case.ts";
import type { JsonRecord, ReferenceCase } from "./reference-case.ts";

/** Cases that are in no folder: forms of input and names of values whose answers follow from a closed form or an identity. */

const given = { source: "", referenceImplementation: "", tolerance: 1e-10 };

function check(
  category: string,
  input: JsonRecord,
  expected: JsonRecord,
  more: Partial<ReferenceCase> = {},
): CaseResult {
  return checkCases([{ id: "variant", category, ...given, input, expected, ...more }], () => "")[0];
}

function expectPassed(result: CaseResult): void {
  expect(result.mismatches).toEqual([]);
  expect(result.unchecked).toEqual([]);
  expect(result).toMatchObject({ passed: true, problem: null });
}

function passes(...[category, input, expected, more]: Parameters<typeof check>): void {
  expectPassed(check(category, input, expected, more));
}

const SF = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe("icc", () => {
  /** Mean squares by their definition. */
  function squares(matrix: readonly (readonly number[])[]) {
    const [n, k] = [matrix.length, matrix[0].length];
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    const grand = sum(matrix.flat()) / (n * k);
    const rows = matrix.map((row) => sum(row) / k);
    const columns = matrix[0].map((_, j) => sum(matrix.map((row) => row[j])) / n);
    const MSR = (k * sum(rows.map((m) => (m - grand) ** 2))) / (n - 1);
    const MSC = (n * sum(columns.map((m) => (m - grand) ** 2))) / (k - 1);
    const residuals = matrix.flatMap((row, i) => row.map((x, j) => (x - rows[i] - columns[j] + grand) ** 2));
    return { MSR, MSC, MSE: sum(residuals) / ((n - 1) * (k - 1)), n, k };
  }
  const agreement = ({ MSR, MSC, MSE, n, k }: ReturnType<typeof squares>) =>
    (MSR - MSE) / (MSR + (k - 1) * MSE + (k / n) * (MSC - MSE));

  test("listwise and the shape of what is left, with missing cells", () => {
    const matrix = SF.map((row, i) => row.map((x, j) => (i === 1 && j === 3 ? null : x)));
    const complete = squares(SF.filter((_, i) => i !== 1));
    const { MSR, MSC, MSE } = complete;
    const value = agreement(complete);
    passes("icc", { matrix }, { listwise: { "ICC(A,1)": value, MSR, MSC, F: MSR / MSE, df2: 12 }, listwise_n: 5 });
    passes("icc", { matrix }, { listwise: { icc: value, mean_squares: { MSE } } });
  });

  // lme4 1.1-31, lmer(y ~ 1 + (1|subject) + (1|run)) with bobyqa and rhoend = 1e-12.
  test("REML with a missing cell: blocks, and the bare names of a table that is not complete", () => {
    const matrix = SF.map((row, i) => row.map((x, j) => (i === 1 && j === 3 ? null : x)));
    const [subject, judge, resid] = [1.971921341612, 6.044239378658, 0.447351286648];
    const components = { var_subject: subject, var_judge: judge, var_resid: resid };
    const icc = subject / (subject + judge + resid);
    passes("icc", { matrix }, { reml: { ...components, "ICC(A,1)": icc } }, { tolerance: 1e-5 });
    passes("icc", { matrix }, { reml: { "ICC(A,1)": { icc } }, icc }, { tolerance: 1e-5 });
    passes("variance-components", { matrix }, { ...components, lme4: [subject, judge, resid] }, { tolerance: 1e-5 });
  });

  test("bare names belong to the coefficient, whatever it is called; average by the words of the source", () => {
    const { MSR, MSC, MSE } = squares(SF);
    const consistency = (MSR - MSE) / (MSR + 3 * MSE);
    for (const coefficient of ["ICC(C,1)", "ICC(3,1)", "ICC3"])
      passes("icc", { matrix: SF, coefficient }, { icc: consistency });
    const average = (MSR - MSE) / (MSR + (MSC - MSE) / 6);
    passes("icc", { matrix: SF }, { icc: average }, { source: "the k-average of McGraw & Wong" });
    passes("icc", { matrix: SF }, { "ICC(A,4)": average, ICC2k: average, "ICC(A,1)": agreement(squares(SF)) });
  });

  // CRAN irr, icc(twoway, agreement, average): quoted as .0394 to .9286 beside psych's .0711 to .9272.
  test("the interval of the k-average, stepped up or with degrees of freedom of its own", () => {
    const input = { matrix: SF, coefficient: "ICC(A,k)" };
    passes("icc", input, { icc: 0.62, ci_low: 0.0394, ci_high: 0.9286 }, { tolerance: 0.002 });
    passes("icc", input, { icc: 0.62, ci_low: 0.0711, ci_high: 0.9272 }, { tolerance: 0.002 });
    expect(check("icc", input, { ci_low: 0.0394, ci_high: 0.9272 }, { tolerance: 1e-3 }).passed, "mixed").toBe(false);
  });

  test("shift, scale and order of subjects and runs change nothing; alpha widens", () => {
    const value = agreement(squares(SF));
    const moved = SF.toReversed().map((row) => row.toReversed().map((x) => 3 * x - 7));
    passes("icc", { matrix: moved }, { "ICC(A,1)": { icc: value, df1: 5, df2: 15 } });
    // F and its exact interval at 90%: R 4.2.2, qf(0.95, 5, 15) and qf(0.95, 15, 5).
    const { MSR, MSE } = squares(SF);
    const [low, high] = [MSR / MSE / 2.90129453623616, (MSR / MSE) * 4.61875911640583];
    const block = { ci_low: (low - 1) / (low + 3), ci_high: (high - 1) / (high + 3) };
    passes("icc", { matrix: SF, alpha: 0.1 }, { "ICC(C,1)": block });
    passes("icc", { matrix: SF, level: 0.9 }, { ICC3: block });
  });
});

describe("variance-components", () => {
  test("negative between batches: ANOVA shows it, REML is 0", () => {
    // Means 2 and 2: MSB = 0; within squares 2 each.
    const input = { batch: ["a", "a", "b", "b"], y: [1, 3, 3, 1] };
    passes("variance-components", input, { MSB: 0, MSW: 2, anova_var_batch: -1, anova_var_resid: 2, icc11: -1 });
    passes("variance-components", input, { var_batch: 0, reml_var_batch: 0, lme4: [0, 4 / 3] }, { tolerance: 1e-6 });
  });

  test("nested and unbalanced: sums of squares by hand, whatever the order of the labels", () => {
    // Day 1: runs {1, 3} and {6}; day 2: run {2, 4}.
    const labels = { run: [1, 1, 2, 1, 1], day: ["x", "x", "x", "y", "y"] };
    const y = [1, 3, 6, 2, 4];
    const rows = ["total", "day", "day:run", "error"];
    const result = check("variance-components", { ...labels, y }, { rows, MS: [null, 2 / 15, 32 / 3, 2] });
    expectPassed(result);
    const { day, run } = labels;
    passes("variance-components", { day, run, y }, { rows: ["error", "day:run"], SS: [4, 32 / 3] });
  });

  test("crossed moments of a table", () => {
    const matrix = [
      [1, 2],
      [3, 6],
    ];
    // Row means 1.5, 4.5; column means 2, 4: MSR 9, MSC 4, MSE 1.
    const moments = { anova_var_subject: 4, anova_var_judge: 1.5, anova_var_resid: 1 };
    passes("variance-components", { matrix }, moments);
    passes("variance-components", { matrix }, { MSR: 9, MSC: 4, MSE: 1 });
  });
});

describe("anova and moments", () => {
  test("groups as rows, as labels and by the names of NIST", () => {
    const expected = { MSB: 8, MSW: 2, F: 4, df: [1, 2], R2: 2 / 3 };
    passes(
      "anova",
      {
        matrix: [
          [-1, 1],
          [Math.sqrt(8) - 1, Math.sqrt(8) + 1],
        ],
      },
      expected,
    );
    passes(
      "anova",
      {
        groups: [
          [-1, 1],
          [Math.sqrt(8) - 1, Math.sqrt(8) + 1],
        ],
      },
      expected,
    );
    passes("anova", { batch: [1, 1, 2, 2], y: [-1, 1, Math.sqrt(8) - 1, Math.sqrt(8) + 1] }, expected);
    passes("anova", { generator: "SmLs01 + 1e6" }, { F: 21 }, { tolerance: 1e-8 });
    passes("anova", { generator: "SmLs05" }, { F: 201, df: [8, 1800] }, { tolerance: 1e-4 });
    passes("anova", { generator: "2 groups centred c=[1,3]; each: c, then 1 x (c-1,c+1)" }, { MSB: 6, MSW: 1, F: 6 });
  });

  test("moments of values and of recipes", () => {
    passes(
      "moments",
      { generator: "[1.2, then 500 x (1.1, 1.3)]" },
      { mean: 1.2, sd: 0.1, lag1_autocorrelation: -0.999 },
    );
    passes(
      "moments",
      { values: [2, 4, 4, 4, 5, 5, 7, 9] },
      { mean: 5, var: 32 / 7, cv: Math.sqrt(32 / 7) / 5, median: 4.5 },
    );
  });
});

describe("cv", () => {
  const matrix = [
    [1, 3],
    [4, 4],
    [0, 0],
  ];
  test("of a matrix: per variant, pooled, percentiles of any share and type", () => {
    passes("cv", { matrix }, { per_variant: [Math.SQRT1_2, 0, null], rms: 0.5, median: Math.SQRT1_2 / 2 });
    passes("cv", { matrix: matrix.slice(0, 2) }, { p90_type7: 0.9 * Math.SQRT1_2, p25: Math.SQRT1_2 / 4 });
    passes("cv", { cvs: [0.3, 0.4] }, { rms: Math.sqrt(0.125), p75_type6: 0.4, p50_type2: 0.35 });
  });

  test("log method: sqrt(exp(variance of logarithms) - 1)", () => {
    const logMethod = Math.sqrt(Math.exp(0.5) - 1);
    passes("cv", { values: [1, Math.E] }, { log_method: logMethod });
    passes(
      "cv",
      {
        matrix: [
          [1, Math.E],
          [2, 2 * Math.E],
        ],
      },
      { log_method: logMethod },
    );
    passes("cv", { values: [0, 1] }, { log_method: null });
  });
});

describe("bland-altman", () => {
  const x = [1, 4, 2, 8, 6];
  const y = [2, 2, 3, 7, 3];
  // Differences -1, 2, -1, 1, 3.
  const bias = 0.8;
  const sd = Math.sqrt((1.8 ** 2 + 1.2 ** 2 + 1.8 ** 2 + 0.2 ** 2 + 2.2 ** 2) / 4);

  test("the multiplier of the case, or 1.96, or the quantile that it rounds, but not both in one case", () => {
    for (const z of [2, 2.5758]) passes("bland-altman", { x, y, z }, { loa: [bias - z * sd, bias + z * sd], bias, sd });
    const by = (z: number) => [bias - z * sd, bias + z * sd];
    const quantile = 1.959963984540054;
    passes("bland-altman", { x, y }, { loa: by(1.96) });
    passes("bland-altman", { x, y }, { loa: by(quantile), loa_se_1999: sd * Math.sqrt(1 / 5 + quantile ** 2 / 8) });
    const mixed = { loa: by(1.96), loa_se_1999: sd * Math.sqrt(1 / 5 + quantile ** 2 / 8) };
    expect(check("bland-altman", { x, y }, mixed).passed).toBe(false);
  });

  test("intervals at another level, and with the methods exchanged", () => {
    // R 4.2.2: qt(0.95, 4).
    const t = 2.131846786326649;
    const half = (t * sd) / Math.sqrt(5);
    passes("bland-altman", { x, y, level: 0.9 }, { bias_ci: [bias - half, bias + half] });
    passes("bland-altman", { x: y, y: x, alpha: 0.1 }, { bias: -bias, bias_ci: [-bias - half, half - bias] });
    const se = sd * Math.sqrt(1 / 5 + 1.96 ** 2 / 8);
    const upper = bias + 1.96 * sd;
    passes("bland-altman", { x, y, level: 0.9 }, { loa_se: se, loa_upper_ci: [upper - t * se, upper + t * se] });
  });

  test("repeated measurements of the methods that the case names, from a file", () => {
    const csv = ["meth,item,repl,y", "A,1,1,1", "A,1,2,3", "B,1,1,0", "B,1,2,0", "C,1,1,9", "C,2,1,9", "A,2,1,5", "A,2,2,7", "B,2,1,2", "B,2,2,2"].join("\n"); // biome-ignore format: a table
    const input = { file: "long.csv", methods: ["A", "B"] };
    const one = { id: "f", category: "bland-altman", ...given, input };
    // Means A 2, 6; B 0, 2: differences 2, 4, variance 2, and half of the variance 2 within A.
    const expected = { s2_w_A: 2, s2_w_B: 0, bias: 3, var_mean_diff: 2, corrected_var: 3, corrected_sd: Math.sqrt(3) };
    expectPassed(checkCases([{ ...one, expected }], () => csv)[0]);
    const named = { ...one, input: { file: "long.csv" }, expected };
    expectPassed(checkCases([named], () => csv)[0]);
  });

  test("repeatability of any method's name, three replicates", () => {
    const pipeline = [
      [1, 4],
      [2, 4],
      [3, 4],
    ];
    passes("repeatability", { pipeline }, { within_sd_pipeline: Math.SQRT1_2, pipeline_2sd: 2 });
  });
});

describe("kappa", () => {
  const table = [
    [20, 5],
    [10, 15],
  ];
  test("two categories: linear and quadratic weights change nothing, nor who is first", () => {
    const expected = { kappa: 0.4, po: 0.7, pe: 0.5, kappa_max: 0.8, accuracy: 0.7 };
    passes("kappa", { table }, expected);
    passes(
      "kappa",
      {
        table: [
          [20, 10],
          [5, 15],
        ],
      },
      expected,
    );
    for (const weights of ["linear", "quadratic", "Equal-Spacing", "squared"]) {
      passes("kappa", { table, weights }, { kappa: 0.4, po: 0.7, pe: 0.5 });
    }
  });

  test("linear weights of three categories by hand", () => {
    // po = (8 + 2 / 2) / 10; margins rows .5 .3 .2, columns .4 .4 .2.
    const three = [
      [4, 1, 0],
      [0, 3, 0],
      [0, 0, 2],
    ];
    const po = 0.9 + 0.05;
    const pe = 0.5 * (0.4 + 0.2) + 0.3 * (0.2 + 0.4 + 0.1) + 0.2 * (0.2 + 0.2);
    passes("kappa", { table: three, weights: "linear" }, { kappa: (po - pe) / (1 - pe), po, pe });
  });

  test("TN as a number, and counts as lists", () => {
    const one = { TP: 20, FN: 5, FP: 10, TN: 15 };
    passes("kappa", one, { kappa: 0.4, accuracy: 0.7, f1: 40 / 55, precision: 2 / 3, recall: 0.8 });
    const lists = { kappa: [0.4, -0.4], accuracy: [0.7, 0.3], f1: [40 / 55, 10 / 45] };
    passes("kappa", { TP: [20, 5], FN: [5, 20], FP: [10, 15], TN: [15, 10] }, lists);
    passes(
      "kappa",
      {
        table: [
          [3, 0],
          [0, 0],
        ],
      },
      { kappa: null, ci: null, z: null, p: null, reason: "one category" },
    );
  });
});

describe("proportions, concordance and McNemar", () => {
  test("closed forms at any level", () => {
    for (const level of [0.8, 0.99]) {
      const bound = 1 - ((1 - level) / 2) ** (1 / 7);
      passes("proportion-ci", { x: 0, n: 7, level }, { p: 0, clopper_pearson: [0, bound] });
      passes("proportion-ci", { x: 7, n: 7, alpha: 1 - level }, { clopper_pearson: [1 - bound, 1] });
    }
    // z^2 / (n + z^2) with z of R 4.2.2 qnorm(.995).
    const z2 = 2.5758293035489 ** 2;
    passes("proportion-ci", { x: 0, n: 20, level: 0.99 }, { wilson: [0, z2 / (20 + z2)] });
    passes("proportion-ci", { x: 0, n: 0 }, { p: null, jeffreys: [null, null], clopper_pearson: null });
  });

  test("scores of counts and of totals, undefined ones null", () => {
    passes("concordance", { tp: 8, fp: 2, fn: 8 }, { precision: 0.8, recall: 0.5, f1: 8 / 13 });
    passes(
      "concordance",
      { tp: 0, fp: 0, fn: 4 },
      { precision: null, recall: 0, f1: null, precision_ci: [null, null] },
    );
    passes("concordance", { tp: 8, total_truth: 16, total_query: 10 }, { f1: 8 / 13 });
    const row = { "TRUTH.TOTAL": 0, "TRUTH.TP": 0, "TRUTH.FN": 0, "QUERY.TOTAL": 4, "QUERY.FP": 1, "QUERY.UNK": 2 };
    const expected = { "METRIC.Recall": null, "METRIC.Precision": 0.5, Frac_NA: 0.5, F1_Score: null };
    passes("concordance", { rows: [row] }, { rows: [expected] });
  });

  test("McNemar either way round, also from a table", () => {
    const expected = { p_exact: 0.0703125, p_mid: 0.0390625, chi2: 4.5, chi2_cc: 3.125 };
    passes("mcnemar", { b: 1, c: 7 }, expected);
    passes("mcnemar", { b: 7, c: 1 }, expected);
    passes(
      "mcnemar",
      {
        table: [
          [1, 7],
          [1, 12],
        ],
      },
      expected,
    );
    passes("mcnemar", { b: 0, c: 0 }, { p_exact: 1, p_mid: null, chi2: null, p: null, p_cc: null });
  });
});

describe("run lengths, sigma and counting noise", () => {
  test("identities of charts", () => {
    const shewhart = 370.398347344959;
    passes("arl", { lambda: 1, L: 3 }, { ARL0: shewhart }, { tolerance: 1e-9 });
    passes("arl", { limits: [3], sided: "one" }, { ARL0: [2 * shewhart] }, { tolerance: 1e-9 });
    // R package spc 0.6.7: xcusum.arl(0.5, 5, 0), and xewma.arl(0.1, 2.7, ...) with limits "fix" and "vacl".
    const tolerance = 1e-6;
    passes("arl", { k: 0.5, h: 5, sided: "one" }, { ARL0: 930.887012064239 }, { tolerance });
    passes("arl", { k: [0.5, 0.5], h: 5, sided: "two" }, { ARL0: [465.44350603212, 465.44350603212] }, { tolerance });
    const ewma = { lambda: 0.1, L: 2.7, sided: "two" };
    passes("arl", ewma, { ARL_half_sd: 28.190539620469, ARL_1sd: 9.73001162225523 }, { tolerance });
    passes("arl", { ...ewma, limits: "vacl" }, { ARL_1sd: 7.54127643526696 }, { tolerance });
    passes("arl", { rules: ["1-3s"], N: 1 }, { ARL0: shewhart }, { tolerance: 1e-9 });
  });

  test("one number or several", () => {
    passes("sigma", { TEa_pct: [10, 6], bias_pct: -1, cv_pct: [1.5, 0] }, { sigma: [6, null] });
    passes("vaf", { p: 0.2, DP: [16, 0] }, { sd: [0.1, null], cv: [0.5, null] });
    passes("vaf", { p: 0, DP: 30 }, { sd: 0, cv: null });
  });

  test("false rejection for other limits and numbers of controls", () => {
    const beyond3 = 0.00269979606326019;
    passes(
      "westgard",
      { k: 3, N: [1, 4] },
      { pfr: [beyond3, 1 - (1 - beyond3) ** 4], pfr_1_3s_N2: 1 - (1 - beyond3) ** 2 },
    );
    passes("westgard", { rules: ["1-3s"], N: 2 }, { pfr: 1 - (1 - beyond3) ** 2 });
  });
});

describe("trends", () => {
  test("the distribution of S up to 50 values", () => {
    const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
    const tails = Object.fromEntries(
      [3, 12, 25, 50].map((n) => [
        n,
        { [(n * (n - 1)) / 2]: 1 / factorial(n), [(n * (n - 1)) / 2 - 2]: n / factorial(n) },
      ]),
    );
    passes("mann-kendall", { n: "3..50" }, { P_S_ge: tails });
    passes("mann-kendall", { n: 4 }, { P_S_ge: { "6": 1 / 24, "4": 4 / 24 } });
  });

  test("a series turned round: the sides exchange", () => {
    const x = [1, 2, 3, 4];
    passes(
      "mann-kendall",
      { x },
      { S: 6, p_exact_two_sided: 1 / 12, p_exact_one_sided_increasing: 1 / 24, tau: 1, Tau: 1 },
    );
    passes("mann-kendall", { x: x.toReversed() }, { s: -6, p_exact_decreasing: 1 / 24, slope: -1, intercept: 4 });
    passes("mann-kendall", { x: [1, null, 3, 4] }, { S: 3, sen_slope: 1, "Sen's Slope": 1, intercept: 1 });
    // Exact p of 5 falling values .0167; the normal one is .0275.
    passes("mann-kendall", { x: [5, 4, 3, 2, 1] }, { p_exact_two_sided: 2 / 120, trend: "decreasing", h: true });
    passes("mann-kendall", { x: [4, 3, 2, 1] }, { trend: "no trend", h: false });
  });

  test("a correction that has nothing to correct leaves the uncorrected test, by every convention", () => {
    const x = [1, 5, 2, 6, 3, 7];
    const z = (9 - 1) / Math.sqrt(85 / 3);
    for (const method of ["Hamed-Rao (pyMannKendall)", "Hamed-Rao (modifiedmk)", "Hamed-Rao"]) {
      passes(
        "mann-kendall-autocorr",
        { x: [1, 2, 3, 4, 6, 5], method },
        { z_uncorrected: (13 - 1) / Math.sqrt(85 / 3) },
      );
    }
    expect(check("mann-kendall-autocorr", { x, method: "Yue-Wang (modifiedmk)" }, { "Original Z": z }).checked).toBe(1);
  });

  test("names of modifiedmk after pre-whitening", () => {
    // Equal values have no autocorrelation to take away.
    const names = { "Sen's Slope": 0, "Old Sen's Slope": 0, "Z-Value": 0, "P-value": 1, S: 0, "Var(S)": 0, Tau: 0 };
    passes("mann-kendall-autocorr", { x: [2, 2, 2, 2], method: "pre-whitening (modifiedmk)" }, names);
    passes("mann-kendall-autocorr", { x: [2, 2, 2, 2], method: "trend-free pre-whitening" }, names);
  });

  test("intervals of the slope at other levels", () => {
    // One slope, 1: ranks beyond it are cut by scipy, and leave none in R.
    passes("sen-slope", { x: [1, 2] }, { slope: 1, ci99: [1, 1], sen_ci95: null, sen_ci90: [null, null] });
  });
});
