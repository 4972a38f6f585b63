import { describe, expect, test } from "vitest";
import { expectClose, referenceAvailable, referenceCases } from "../../test/reference.ts";
import { rejectionProbability } from "./rule-performance.ts";
import { completeRuleSet } from "./rule-set.ts";
import { sigmaMetric, sigmaRules } from "./sigma-metric.ts";

describe("sigma metric", () => {
  test("only the size of the bias counts", () => {
    for (const bias of [2, -2]) expect(sigmaMetric({ allowableError: 10, bias, imprecision: 2 })).toBe(4);
  });

  test("below 0 where the bias alone is too large; undefined without imprecision", () => {
    expect(sigmaMetric({ allowableError: 10, bias: 12, imprecision: 2 })).toBe(-1);
    expect(sigmaMetric({ allowableError: 10, bias: 2, imprecision: 0 })).toBeNull();
  });

  test("refuses a negative CV, a TEa of 0 and NaN", () => {
    expect(() => sigmaMetric({ allowableError: 10, bias: 2, imprecision: -1 })).toThrow("imprecision");
    expect(() => sigmaMetric({ allowableError: 0, bias: 2, imprecision: 1 })).toThrow("allowableError");
    expect(() => sigmaMetric({ allowableError: 10, bias: Number.NaN, imprecision: 1 })).toThrow("bias");
  });

  test.skipIf(!referenceAvailable).each(referenceCases("sigma"))("$id", ({ input, expected, tolerance }) => {
    const sigma = sigmaMetric({ allowableError: input.TEa_pct, bias: input.bias_pct, imprecision: input.cv_pct });
    expectClose(sigma, expected.sigma, tolerance);
  });
});

describe("Westgard Sigma Rules", () => {
  test.each([
    [6.5, ["1-3s"], 2, 1, true],
    [6, ["1-3s"], 2, 1, true],
    [5.9, ["1-3s", "2-2s", "R-4s"], 2, 1, true],
    [4, ["1-3s", "2-2s", "R-4s", "4-1s"], 4, 1, true],
    [3.2, ["1-3s", "2-2s", "R-4s", "4-1s", "8-x"], 4, 2, true],
    [2.9, ["1-3s", "2-2s", "R-4s", "4-1s", "8-x"], 4, 2, false],
    [-1, ["1-3s", "2-2s", "R-4s", "4-1s", "8-x"], 4, 2, false],
  ])("%d sigma", (sigma, rules, controls, runs, isSufficient) => {
    const recommended = sigmaRules(sigma);
    expect(completeRuleSet(recommended.ruleSet).map(({ rule }) => rule)).toEqual(rules);
    expect(recommended).toMatchObject({ controls, runs, isSufficient });
  });

  test("three levels use the rules for three controls", () => {
    const rules = completeRuleSet(sigmaRules(3.5, 3).ruleSet).map(({ rule }) => rule);
    expect(rules).toEqual(["1-3s", "2of3-2s", "R-4s", "3-1s", "6-x"]);
  });

  test.each([6, 5, 4])("at %d sigma a critical shift is found with 90%% and more", (sigma) => {
    // The shift that leaves 5% of results beyond the allowable error (Westgard 2006): sigma - 1.65.
    const { ruleSet, controls, runs } = sigmaRules(sigma);
    const detection = rejectionProbability(ruleSet, { controls, shift: sigma - 1.65 }, runs);
    expect(detection.value).toBeGreaterThan(0.9);
  });
});
