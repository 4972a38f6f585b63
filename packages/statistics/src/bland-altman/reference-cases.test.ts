import { readFileSync } from "node:fs";
import { sharedData } from "@touchstone/test-support";
import { describe, expect, test } from "vitest";
import { expectClose, type ReferenceCase, referenceAvailable, referenceCases } from "../../test/reference.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { blandAltman, DEFAULT_MULTIPLIER, limitsOfAgreement } from "./limits-of-agreement.ts";
import { ratioLimits } from "./log-ratio.ts";
import { proportionalBias } from "./proportional-bias.ts";
import { repeatability } from "./repeatability.ts";
import { replicatedLimits } from "./replicated-limits.ts";

/** Compares numbers, or lists and records of them, by the names that the case expects. */
function expectAll(actual: unknown, expected: unknown, tolerance: number, name = ""): void {
  if (typeof expected === "number" || expected === null) {
    expectClose(actual as number | null, expected, tolerance);
    return;
  }
  expect(actual, name).toBeTypeOf("object");
  for (const key of Object.keys(expected as object)) {
    if (key === "published") continue;
    const [below, wanted] = [actual, expected].map((part) => (part as Record<string, unknown>)[key]);
    expect(below, `${name}.${key}`).not.toBeUndefined();
    expectAll(below, wanted, tolerance, `${name}.${key}`);
  }
}

/** A case without a multiplier means 1.96 or the normal quantile that 1.96 rounds; its limits show which. */
function multiplierOf({ input, expected, tolerance }: ReferenceCase): number {
  if (input.z !== undefined || expected.sd === 0) return input.z ?? DEFAULT_MULTIPLIER;
  const used = (expected.loa[1] - expected.loa[0]) / (2 * expected.sd);
  const found = [DEFAULT_MULTIPLIER, normalQuantile(0.975)].find((one) => Math.abs(one / used - 1) < 10 * tolerance);
  return found ?? expect.fail(`${used} is neither multiplier`);
}

function plainLimits(reference: ReferenceCase): Record<string, unknown> {
  const { x, y } = reference.input;
  const multiplier = multiplierOf(reference);
  const formula = blandAltman(x, y, { multiplier, interval: "1999" });
  const rounded = blandAltman(x, y, { multiplier, interval: "1986" });
  const exact = blandAltman(x, y, { multiplier, interval: "exact" });
  const trend = proportionalBias(x, y);
  const ratio = ratioLimits(x, y, { multiplier });
  return {
    n: formula.n,
    bias: formula.bias,
    sd: formula.sd,
    bias_se: formula.biasStandardError,
    bias_ci: formula.biasInterval,
    bias_t: formula.biasT,
    bias_p: formula.biasP,
    loa: formula.limits,
    loa_se_1999: formula.limitStandardError,
    loa_lower_ci_1999: formula.lowerLimitInterval,
    loa_upper_ci_1999: formula.upperLimitInterval,
    loa_se_1986_approx_sqrt3: rounded.limitStandardError,
    loa_lower_ci_1986: rounded.lowerLimitInterval,
    loa_upper_ci_1986: rounded.upperLimitInterval,
    loa_lower_ci_exact: exact.lowerLimitInterval,
    loa_upper_ci_exact: exact.upperLimitInterval,
    prop_slope: trend.slope,
    prop_intercept: trend.intercept,
    prop_slope_se: trend.slopeStandardError,
    prop_p: trend.p,
    pitman_r: trend.r,
    pitman_p: trend.p,
    prop: {
      slope: trend.slope,
      intercept: trend.intercept,
      r: trend.r,
      p: trend.p,
      se: trend.slopeStandardError,
    },
    log_ratio: { bias: ratio.logarithm?.bias, sd: ratio.logarithm?.sd, loa: ratio.logarithm?.limits },
    ratio_loa: ratio.limits,
  };
}

/** sbp_long.csv: meth, item, repl, y. */
function replicatesOf(file: string, method: string): number[][] {
  const subjects: number[][] = [];
  for (const line of readFileSync(sharedData(`../reference/${file}`), "utf8")
    .trim()
    .split("\n")
    .slice(1)) {
    const [name, subject, , measured] = line.split(",");
    if (name.replaceAll('"', "") !== method) continue;
    subjects[Number(subject) - 1] ??= [];
    subjects[Number(subject) - 1].push(Number(measured));
  }
  return subjects;
}

const limitCases = referenceCases("bland-altman");

describe.skipIf(!referenceAvailable)("reference cases of limits of agreement", () => {
  test.each(limitCases.filter(({ input }) => "x" in input).map((one) => [one.id, one] as const))(
    "%s",
    (_, reference) => {
      expectAll(plainLimits(reference), reference.expected, reference.tolerance);
    },
  );

  test.each(limitCases.filter(({ input }) => "file" in input).map((one) => [one.id, one] as const))(
    "%s",
    (_, { input, expected, tolerance }) => {
      const result = replicatedLimits(replicatesOf(input.file, "J"), replicatesOf(input.file, "S"));
      const actual = {
        s2_w_J: result.withinVariances[0],
        s2_w_S: result.withinVariances[1],
        bias: result.bias,
        var_mean_diff: result.varianceOfMeanDifferences,
        corrected_var: result.correctedVariance,
        corrected_sd: result.correctedSd,
        loa: result.limits,
      };
      expectAll(actual, expected, tolerance);
    },
  );

  test("the limits of averages are narrower than those of single measurements", () => {
    const averages = (method: string) =>
      replicatesOf("sbp_long.csv", method).map((of) => of.reduce((a, b) => a + b) / 3);
    const { sd } = blandAltman(averages("J"), averages("S"));
    expect(sd).toBeCloseTo(18.93, 2);
    expect(
      replicatedLimits(replicatesOf("sbp_long.csv", "J"), replicatesOf("sbp_long.csv", "S")).correctedSd,
    ).toBeCloseTo(20.95, 2);
  });
});

describe.skipIf(!referenceAvailable)("reference cases of repeatability", () => {
  test.each(referenceCases("repeatability").map((one) => [one.id, one] as const))(
    "%s",
    (_, { input, expected, tolerance }) => {
      for (const method of ["large", "mini"]) {
        const [first, second]: number[][] = input[method];
        const result = repeatability(
          first.map((one, subject) => [one, second[subject]]),
          { multiplier: 2 },
        );
        // The tolerance of the case is for the published, rounded figures; these two are not rounded.
        expectClose(result.coefficient, expected[`${method}_2sd`], Math.min(tolerance, 1e-12));
        expectClose(result.withinSd, expected[`within_sd_${method}`], Math.min(tolerance, 1e-12));
      }
    },
  );
});

/** Bland & Altman 1986, Lancet i:307, text: the limits with the multiplier 2. */
test("the paper of 1986 with its multiplier of 2", () => {
  const { limits } = limitsOfAgreement({ n: 17, mean: -2.1, sd: 38.8 }, { multiplier: 2 });
  expect(limits?.[0]).toBeCloseTo(-79.7, 1);
  expect(limits?.[1]).toBeCloseTo(75.5, 1);
});
