import { describe, expect, test } from "vitest";
import { expectClose } from "../../test/reference.ts";
import { normalUpperTail } from "../distributions/normal.ts";
import { studentTTwoSided } from "../distributions/student-t.ts";
import { falseRejectionOfEstimatedLimits } from "./estimated-limits.ts";
import { expectedFalseAlarms } from "./false-alarms.ts";
import { MultiruleChain } from "./multirule-chain.ts";
import {
  powerFunction,
  type RuleSetFigure,
  rejectedShare,
  rejectionProbability,
  ruleSetRunLength,
} from "./rule-performance.ts";
import { classicMultirule, type RuleSet } from "./rule-set.ts";
import { limitRejectionProbability, shewhartAverageRunLength } from "./shewhart-run-length.ts";
import { simulateRejectedShare, simulateRejection, simulateRunLength } from "./simulate-rules.ts";

const exact = { method: "Markov chain", standardError: null };
const inControl = { shift: 0, sdRatio: 1 };

function expectSimulated({ value }: RuleSetFigure, simulated: { value: number; standardError: number }): void {
  expect(Math.abs(value - simulated.value)).toBeLessThan(4 * simulated.standardError);
}

describe("average run length of rule sets", () => {
  test("1-3s has its closed form, for any number of controls and any error", () => {
    for (const controls of [1, 2, 4]) {
      for (const error of [{}, { shift: 1.5 }, { sdRatio: 2 }]) {
        const figure = ruleSetRunLength(["1-3s"], { controls, ...error });
        expect(figure).toMatchObject(exact);
        expectClose(figure.value, shewhartAverageRunLength(3, controls, error), 1e-10);
      }
    }
  });

  test("2-2s across runs: (1 + p) / (2 p^2), p the tail beyond 2 SD", () => {
    const p = normalUpperTail(2);
    expectClose(ruleSetRunLength(["2-2s"], { controls: 1 }).value, (1 + p) / (2 * p * p), 1e-10);
  });

  test.each([
    ["6-x", 2 ** 6 - 1],
    ["8-x", 2 ** 8 - 1],
    ["10-x", 2 ** 10 - 1],
    ["12-x", 2 ** 12 - 1],
  ] as const)("%s alone waits %d runs, as a coin does for so many equal tosses", (rule, tosses) => {
    expectClose(ruleSetRunLength([rule], { controls: 1 }).value, tosses, 1e-9);
  });

  test("Champ & Woodall 1987, table 1: 1-3s with 8-x, 152.73", () => {
    expect(ruleSetRunLength(["1-3s", "8-x"], { controls: 1 }).value).toBeCloseTo(152.73, 2);
  });

  test.each([
    [1, 0],
    [1, 1],
    [2, 0],
    [2, 2],
  ])("classic multirule, %d controls, shift %d: as simulated with the evaluator", (controls, shift) => {
    const figure = ruleSetRunLength(classicMultirule, { controls, shift });
    expect(figure).toMatchObject(exact);
    const rules = classicMultirule.filter((rule) => rule !== "1-2s");
    expectSimulated(figure, simulateRunLength(rules, controls, { shift, sdRatio: 1 }, 7));
  });

  test("classic multirule with one control: 183 runs, and 163 where a series is given up after 400", () => {
    const chain = MultiruleChain.create(["1-3s", "2-2s", "R-4s", "4-1s", "10-x"], 1, false) as MultiruleChain;
    const probabilities = chain.combinationProbabilities(inControl);
    let [distribution, remaining, length] = [chain.start(), 1, 0];
    for (let run = 0; run < 400; run++) {
      length += remaining;
      const step = chain.step(distribution, probabilities);
      distribution = step.distribution;
      remaining -= step.rejected;
    }
    expect(length).toBeCloseTo(163, 0);
    expect(ruleSetRunLength(classicMultirule, { controls: 1 }).value).toBeCloseTo(183, 1);
  });

  test("two controls find a shift sooner and raise more false alarms than one", () => {
    const length = (controls: number, shift: number) => ruleSetRunLength(classicMultirule, { controls, shift }).value;
    expect(length(2, 0)).toBeLessThan(length(1, 0));
    expect(length(2, 2)).toBeLessThan(length(1, 2));
  });

  test("R-4s with one control never rejects", () => {
    expect(ruleSetRunLength(["R-4s"], { controls: 1 })).toEqual({ ...exact, value: Number.POSITIVE_INFINITY });
  });

  test("what is no small chain is simulated, the same way every time", () => {
    const byDifference: RuleSet = ["1-3s", { rule: "R-4s", rangeForm: "difference" }];
    const figure = ruleSetRunLength(byDifference, { controls: 2, sdRatio: 2 });
    expect(figure.method).toBe("simulation");
    expect(ruleSetRunLength(byDifference, { controls: 2, sdRatio: 2 })).toEqual(figure);
    // The two-sided form needs more, so that it is found later.
    expect(figure.value).toBeLessThan(ruleSetRunLength(["1-3s", "R-4s"], { controls: 2, sdRatio: 2 }).value);
  });

  test("4-1s across materials of one material is 4-1s across runs", () => {
    const simulated = ruleSetRunLength([{ rule: "4-1s", scopes: ["across materials"] }], { controls: 1, shift: 1 });
    expect(simulated.method).toBe("simulation");
    const chain = ruleSetRunLength([{ rule: "4-1s", scopes: ["across runs"] }], { controls: 1, shift: 1 });
    expectSimulated(chain, { value: simulated.value, standardError: simulated.standardError ?? 0 });
  });

  test("a set that only warns has no run length", () => {
    expect(() => ruleSetRunLength(["1-2s"], { controls: 1 })).toThrow("no rule of the set rejects");
  });
});

describe("probability of rejection", () => {
  test("1-3s in one run has its closed form", () => {
    for (const controls of [1, 2, 3, 4]) {
      for (const error of [{ shift: 2 }, { sdRatio: 3 }]) {
        const figure = rejectionProbability(["1-3s"], { controls, ...error });
        expectClose(figure.value, limitRejectionProbability(3, controls, error), 1e-12);
      }
    }
  });

  test("R-4s of two controls: 2 p^2 strictly", () => {
    const p = normalUpperTail(2);
    expectClose(rejectionProbability(["R-4s"], { controls: 2 }).value, 2 * p * p, 1e-12);
  });

  test.each([
    [0, 1],
    [2, 1],
    [-1, 1],
    [0, 2],
  ])("1-3s/2-2s/R-4s of two controls, shift %d, SD x %d: closed form", (shift, sdRatio) => {
    const beyond = (limit: number) => normalUpperTail((limit - shift) / sdRatio);
    const between = (low: number, high: number) => beyond(low) - beyond(high);
    // Accepted: both inside 2 SD, or one of them between 2 and 3 SD on either side.
    const inside = between(-2, 2);
    const accepted = inside * (inside + 2 * (between(2, 3) + between(-3, -2)));
    const figure = rejectionProbability(["1-3s", "2-2s", "R-4s"], { controls: 2, shift, sdRatio });
    expectClose(figure.value, 1 - accepted, 1e-11);
  });

  test("over 20 runs, as simulated with the evaluator", () => {
    const rules: RuleSet = ["1-3s", "2-2s", "R-4s", "4-1s", "10-x"];
    const simulated = simulateRejection(rules, 2, { shift: 0.5, sdRatio: 1 }, 20, 11);
    expectSimulated(rejectionProbability(rules, { controls: 2, shift: 0.5 }, 20), simulated);
  });

  test("a power function rises with the error, and with the controls (N = 1 to 4)", () => {
    const shifts = [0, 1, 2, 3, 4].map((shift) => ({ shift }));
    const ratios = [1, 2, 3, 4].map((sdRatio) => ({ sdRatio }));
    for (const errors of [shifts, ratios]) {
      const curves = [1, 2, 3, 4].map((controls) =>
        powerFunction(["1-3s", "2-2s", "R-4s"], controls, errors).map(({ probability }) => probability.value),
      );
      for (const curve of curves) expect(curve).toEqual([...curve].sort((a, b) => a - b));
      const last = curves.map((curve) => curve[curve.length - 1]);
      expect(last).toEqual([...last].sort((a, b) => a - b));
    }
  });

  test("share of rejected runs where windows go on, as simulated with the evaluator", () => {
    const rules: RuleSet = ["1-3s", "2-2s", "R-4s", "4-1s", "10-x"];
    const share = rejectedShare(rules, { controls: 1 });
    expect(share).toMatchObject(exact);
    expectSimulated(share, simulateRejectedShare(rules, 1, inControl, 3));
    expect(share.value).toBeGreaterThan(1 / ruleSetRunLength(rules, { controls: 1 }).value);
  });

  test("a run count below 1 is refused", () => {
    expect(() => rejectionProbability(["1-3s"], { controls: 1 }, 0)).toThrow("runs is 0");
    expect(() => rejectionProbability(["1-3s"], { controls: 0 })).toThrow("controls is 0");
  });
});

describe("false alarms", () => {
  test("in the long run .0068 of good runs with one control and .0152 with two are rejected", () => {
    expect(rejectedShare(classicMultirule, { controls: 1 }).value).toBeCloseTo(0.0068, 4);
    expect(rejectedShare(classicMultirule, { controls: 2 }).value).toBeCloseTo(0.0152, 3);
  });

  test("charts add up: .033, .066, .13 and .29 of good runs for 5, 10, 20 and 50", () => {
    const perRun = [5, 10, 20, 50].map(
      (charts) =>
        expectedFalseAlarms(classicMultirule, { controls: 1, runsPerYear: 250, charts, afterRejection: "go on" })
          .perRun,
    );
    expect(perRun.map((value) => Number(value.toPrecision(2)))).toEqual([0.034, 0.066, 0.13, 0.29]);
  });

  test("a year of 250 runs with 1-3s alone: 250 / 370.4", () => {
    const alarms = expectedFalseAlarms(["1-3s"], { controls: 1, runsPerYear: 250 });
    expectClose(alarms.perYear, 250 / 370.398347344959, 1e-9);
    expectClose(alarms.perRun, 0.0026997960632601866, 1e-9);
    expectClose(
      expectedFalseAlarms(["1-3s"], { controls: 1, runsPerYear: 250, charts: 4 }).perYear,
      1000 / 370.398347344959,
      1e-9,
    );
  });

  test("a schedule without runs is refused", () => {
    expect(() => expectedFalseAlarms(["1-3s"], { controls: 1, runsPerYear: 0 })).toThrow("runsPerYear");
  });
});

describe("limits from few measurements (pitfall 2)", () => {
  test.each([2, 5, 20, 100])("1-3s from %d measurements is a t test of the next one", (n) => {
    const expected = studentTTwoSided(3 / Math.sqrt(1 + 1 / n), n - 1);
    expectClose(falseRejectionOfEstimatedLimits(["1-3s"], n), expected, 1e-7);
  });

  test("the full rules reject within 20 runs: .12, .15, .21, .31, .46 for 100, 50, 20, 10, 5 (simulated figures)", () => {
    const known = rejectionProbability(classicMultirule, { controls: 1 }, 20).value;
    const found = [100, 50, 20, 10, 5].map((n) => falseRejectionOfEstimatedLimits(classicMultirule, n, 20));
    [0.12, 0.148, 0.213, 0.309, 0.456].forEach((simulated, place) => {
      expect(Math.abs(found[place] - simulated)).toBeLessThan(0.007);
    });
    expect([known, ...found]).toEqual([known, ...found].sort((a, b) => a - b));
    expect(known).toBeCloseTo(0.093, 2);
  });

  test("one measurement makes no limits", () => {
    expect(() => falseRejectionOfEstimatedLimits(["1-3s"], 1)).toThrow("n is 1");
    expect(() => falseRejectionOfEstimatedLimits(["1-2s"], 20)).toThrow("no rejection rule");
  });
});
