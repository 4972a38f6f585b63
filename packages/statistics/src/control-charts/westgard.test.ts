import { describe, expect, test } from "vitest";
import { expectClose, referenceAvailable, referenceCases } from "../../test/reference.ts";
import { StatisticsError } from "../error.ts";
import { type ControlScore, controlScore } from "./control-score.ts";
import type { RuleFiring, RuleState } from "./rule-judge.ts";
import { classicMultirule, multiruleForThreeControls, type RuleSet } from "./rule-set.ts";
import { limitRejectionProbability } from "./shewhart-run-length.ts";
import { evaluateWestgard, type RunEvaluation, ruleState, WestgardEvaluator } from "./westgard.ts";
import { westgardRules } from "./westgard-rule.ts";

/** One material, one score a run. */
function single(scores: readonly ControlScore[]): ControlScore[][] {
  return scores.map((score) => [score]);
}

function rulesOf({ firings }: Pick<RunEvaluation, "firings">): string[] {
  return [...new Set(firings.map(({ rule }) => rule))];
}

/** 1-based runs at which a rule fires. */
function runsOf(runs: readonly RunEvaluation[], rule: string, isNews = false): number[] {
  return runs
    .filter(({ firings }) => firings.some((firing) => firing.rule === rule && (firing.begins || !isNews)))
    .map(({ run }) => run + 1);
}

function stateOf(scores: readonly ControlScore[][], ruleSet: RuleSet, rule: (typeof westgardRules)[number]): RuleState {
  const { checks, runs } = evaluateWestgard(scores, ruleSet);
  return ruleState(checks, runs[runs.length - 1], rule);
}

describe("what counts as beyond a limit", () => {
  test("a value exactly on a limit does not exceed it (pitfall 8)", () => {
    expect(stateOf(single([2]), ["1-2s"], "1-2s")).toBe("not fired");
    expect(stateOf(single([-3]), ["1-3s"], "1-3s")).toBe("not fired");
    expect(stateOf(single([2, 2]), ["2-2s"], "2-2s")).toBe("not fired");
    expect(stateOf([[2, -2]], [{ rule: "R-4s", rangeForm: "difference" }], "R-4s")).toBe("not fired");
  });

  test("the least excess counts, before any rounding (pitfall 8)", () => {
    const least = 2 + 2 ** -51;
    expect(least.toFixed(2)).toBe("2.00");
    expect(stateOf(single([least, least]), ["2-2s"], "2-2s")).toBe("fired");
  });

  test("a value exactly on the mean breaks the x rules (pitfall 8)", () => {
    const side = Array.from({ length: 9 }, () => 0.1);
    expect(stateOf(single([...side, 0.1]), ["10-x"], "10-x")).toBe("fired");
    expect(stateOf(single([...side, 0, 0.1]), ["10-x"], "10-x")).toBe("not fired");
  });
});

describe("R-4s", () => {
  test("does not apply to a single control, whatever the jump from run to run (pitfall 7)", () => {
    const { checks, runs } = evaluateWestgard(single([3.5, -3.5]), ["R-4s"]);
    expect(runs.map((run) => ruleState(checks, run, "R-4s"))).toEqual(["not applicable", "not applicable"]);
    expect(runs.map(({ verdict }) => verdict)).toEqual(["not evaluable", "not evaluable"]);
    const two = [
      [2.5, null],
      [-2.5, null],
    ];
    expect(stateOf(two, ["R-4s"], "R-4s")).toBe("not applicable");
  });

  test("has no scope across runs (pitfall 7)", () => {
    expect(() => evaluateWestgard([[1]], [{ rule: "R-4s", scopes: ["across runs"] }])).toThrow(StatisticsError);
  });

  test("compares both sides unless the difference is asked for", () => {
    expect(stateOf([[2.8, -1.3]], ["R-4s"], "R-4s")).toBe("not fired");
    expect(stateOf([[2.8, -1.3]], [{ rule: "R-4s", rangeForm: "difference" }], "R-4s")).toBe("fired");
  });
});

describe("scopes", () => {
  test("each is evaluated and reported by itself (pitfall 9)", () => {
    const scores = [
      [2.5, 0.5],
      [2.5, 2.5],
    ];
    const { runs } = evaluateWestgard(scores, ["2-2s"]);
    expect(runs[1].firings).toEqual([
      firing({
        rule: "2-2s",
        scope: "within run",
        material: null,
        window: [
          [1, 0],
          [1, 1],
        ],
      }),
      firing({
        rule: "2-2s",
        scope: "across runs",
        material: 0,
        window: [
          [0, 0],
          [1, 0],
        ],
      }),
    ]);
  });

  test("4-1s across materials needs two runs of two controls (pitfall 9)", () => {
    const scores = [
      [1.5, 1.2],
      [1.1, 1.3],
    ];
    expect(stateOf(scores, ["4-1s"], "4-1s")).toBe("not fired");
    const across: RuleSet = [{ rule: "4-1s", scopes: ["across materials"] }];
    expect(stateOf(scores, across, "4-1s")).toBe("fired");
    expect(stateOf([scores[0], [1.1, 1]], across, "4-1s")).toBe("not fired");
  });

  test("two of three controls are reported once when both rules are in use", () => {
    const rules: RuleSet = [{ rule: "2-2s", scopes: ["within run"] }, "2of3-2s"];
    expect(stateOf([[2.2, 0.4, 2.5]], rules, "2-2s")).toBe("not applicable");
    expect(stateOf([[2.2, 0.4, 2.5]], rules, "2of3-2s")).toBe("fired");
    expect(stateOf([[2.2, 0.4, 2.5]], ["2-2s"], "2-2s")).toBe("fired");
  });
});

/** A violation above the mean that rejects and is news. */
function firing(
  expected: Pick<RuleFiring, "rule" | "scope" | "material"> & { window: [run: number, material: number][] },
): RuleFiring {
  const window = expected.window.map(([run, material]) => ({ run, material }));
  return { ...expected, window, severity: "rejection", side: "above", begins: true };
}

describe("verdict of a run", () => {
  test("1-2s warns, and rejects only when told to (pitfall 10)", () => {
    expect(evaluateWestgard([[2.5]], classicMultirule).runs[0].verdict).toBe("warning");
    const gate: RuleSet = [{ rule: "1-2s", severity: "rejection" }];
    expect(evaluateWestgard([[2.5]], gate).runs[0].verdict).toBe("out of control");
  });

  test("no warning gates the other rules: 4-1s fires with no point beyond 2 SD (pitfall 10)", () => {
    const { runs } = evaluateWestgard(single([1.5, 1.5, 1.5, 1.5]), classicMultirule);
    expect(runs[3].verdict).toBe("out of control");
    expect(rulesOf(runs[3])).toEqual(["4-1s"]);
  });

  test("without limits nothing is in control (pitfall 11)", () => {
    const z = controlScore(0.5, 0.5, 0);
    expect(z).toBe("not evaluable");
    expect(controlScore(0.5, 0.5, null)).toBe("not evaluable");
    const [run] = evaluateWestgard([[z]], classicMultirule).runs;
    expect(run.verdict).toBe("not evaluable");
    expect(run.states).not.toContain("fired");
  });

  test("one control without limits does not hide what the other shows (pitfall 11)", () => {
    expect(evaluateWestgard([["not evaluable", 3.5]], classicMultirule).runs[0].verdict).toBe("out of control");
    expect(evaluateWestgard([["not evaluable", 2.5]], classicMultirule).runs[0].verdict).toBe("not evaluable");
  });

  test("a run in which nothing was measured is not evaluable", () => {
    expect(evaluateWestgard([[null, null]], classicMultirule).runs[0].verdict).toBe("not evaluable");
  });
});

describe("series", () => {
  test("a window that goes on holds at every run, and is news when it is new from end to end", () => {
    const { runs } = evaluateWestgard(single(Array.from({ length: 25 }, () => 0.5)), ["10-x"]);
    expect(runsOf(runs, "10-x")).toEqual(Array.from({ length: 16 }, (_, index) => index + 10));
    expect(runsOf(runs, "10-x", true)).toEqual([10, 20]);
  });

  test("rejected runs count on unless they are left out (pitfall 6)", () => {
    const scores = single([2.5, 3.5, 2.5]);
    const rules: RuleSet = ["1-3s", "2-2s"];
    expect(runsOf(evaluateWestgard(scores, rules).runs, "2-2s")).toEqual([2, 3]);
    expect(runsOf(evaluateWestgard(scores, rules, { rejectedRuns: "left out" }).runs, "2-2s")).toEqual([2, 3]);
    const later = single([3.5, 2.5]);
    expect(runsOf(evaluateWestgard(later, rules).runs, "2-2s")).toEqual([2]);
    expect(runsOf(evaluateWestgard(later, rules, { rejectedRuns: "left out" }).runs, "2-2s")).toEqual([]);
  });

  test("a corrective action starts the windows anew (pitfall 6)", () => {
    const scores = single(Array.from({ length: 12 }, () => 0.5));
    expect(runsOf(evaluateWestgard(scores, ["10-x"], { resets: [{ run: 5 }] }).runs, "10-x")).toEqual([]);
  });

  test("an excluded or unmeasured point is passed over", () => {
    const { checks, runs } = evaluateWestgard(single([2.5, null, 2.5]), ["2-2s"]);
    expect(ruleState(checks, runs[1], "2-2s")).toBe("not applicable");
    expect(runs[2].firings[0].window).toEqual([
      { run: 0, material: 0 },
      { run: 2, material: 0 },
    ]);
  });

  test("runs can be added one at a time to a stored history", () => {
    const evaluator = new WestgardEvaluator(1, ["10-x"]);
    for (let run = 0; run < 9; run++) expect(evaluator.add([0.5]).firings).toEqual([]);
    expect(rulesOf(evaluator.add([0.5]))).toEqual(["10-x"]);
  });
});

describe("refused", () => {
  test.each<[string, string, () => unknown]>([
    ["NaN", "TS_STATISTICS_NOT_FINITE", () => evaluateWestgard([[Number.NaN]], ["1-3s"])],
    ["an infinite score", "TS_STATISTICS_NOT_FINITE", () => evaluateWestgard([[Number.POSITIVE_INFINITY]], ["1-3s"])],
    ["runs of unequal length", "TS_STATISTICS_LENGTH", () => evaluateWestgard([[1, 2], [1]], ["1-3s"])],
    ["no run", "TS_STATISTICS_TOO_FEW", () => evaluateWestgard([], ["1-3s"])],
    ["no rule", "TS_STATISTICS_TOO_FEW", () => evaluateWestgard([[1]], [])],
    ["no material", "TS_STATISTICS_OUT_OF_RANGE", () => evaluateWestgard([[]], ["1-3s"])],
    ["an unknown rule", "TS_STATISTICS_RULE_UNKNOWN", () => evaluateWestgard([[1]], ["1-4s" as "1-3s"])],
    ["a rule twice", "TS_STATISTICS_RULE_UNKNOWN", () => evaluateWestgard([[1]], ["1-3s", "1-3s"])],
    [
      "a rule without scope",
      "TS_STATISTICS_RULE_UNKNOWN",
      () => evaluateWestgard([[1]], [{ rule: "1-3s", scopes: [] }]),
    ],
    [
      "a reset outside",
      "TS_STATISTICS_OUT_OF_RANGE",
      () => evaluateWestgard([[1]], ["1-3s"], { resets: [{ run: 1 }] }),
    ],
    ["a negative SD", "TS_STATISTICS_OUT_OF_RANGE", () => controlScore(1, 1, -1)],
    ["an infinite value", "TS_STATISTICS_NOT_FINITE", () => controlScore(Number.POSITIVE_INFINITY, 1, 1)],
  ])("%s", (_, code, act) => {
    expect(act).toThrow(expect.objectContaining({ name: "StatisticsError", code }));
  });
});

describe.skipIf(!referenceAvailable)("reference cases", () => {
  const cases = referenceCases("westgard");
  const defaultRules: RuleSet = [...classicMultirule, "2of3-2s"];
  const lesson = cases.find(({ input }) => input.controls !== undefined);
  const lessonScores = (lesson?.input.rows ?? []).map((row: number[]) =>
    Object.values<{ mean: number; sd: number }>(lesson?.input.controls).map(({ mean, sd }, material) =>
      controlScore(row[material], mean, sd),
    ),
  );

  test.each(cases.filter(({ input }) => input.single_material_z !== undefined))("$id", ({ input, expected }) => {
    const { runs } = evaluateWestgard(single(input.single_material_z), defaultRules);
    const rules = rulesOf(runs[runs.length - 1]);
    const strongest = rules.length > 1 ? rules.filter((rule) => rule !== "1-2s") : rules;
    expect(strongest).toEqual(expected.flags_at_last_point);
  });

  test.each(cases.filter(({ input }) => input.run_z !== undefined))("$id", ({ input, expected }) => {
    const [run] = evaluateWestgard([Object.values<number>(input.run_z)], defaultRules).runs;
    expect(rulesOf(run).filter((rule) => rule !== "1-2s")).toEqual(expected.flags);
  });

  test.each(cases.filter(({ input }) => input.z !== undefined))("$id", ({ input, expected }) => {
    const scores = [Object.values<number>(input.z)];
    expect(stateOf(scores, ["R-4s"], "R-4s") === "fired").toBe(expected.r4s_strict_two_sided_2s);
    const difference: RuleSet = [{ rule: "R-4s", rangeForm: "difference" }];
    expect(stateOf(scores, difference, "R-4s") === "fired").toBe(expected.r4s_exact_difference);
  });

  test.each(cases.filter(({ input }) => input.k !== undefined))("$id", ({ input, expected, tolerance }) => {
    input.N.forEach((controls: number, place: number) => {
      expectClose(limitRejectionProbability(input.k, controls), expected.pfr[place], tolerance);
    });
    expectClose(limitRejectionProbability(3), expected.pfr_1_3s_N1, tolerance);
  });

  test("28 days of Westgard's exercise: every violation, decision and reason", () => {
    const { runs } = evaluateWestgard(lessonScores, ["1-2s", "1-3s", "2-2s", "R-4s"]);
    const { expected } = lesson ?? { expected: {} };
    expect(runsOf(runs, "1-2s")).toEqual(expected.violations_1_2s_days);
    expect(runsOf(runs, "1-3s")).toEqual(expected.violations_1_3s_days);
    const letters = { "in control": "A", warning: "W", "out of control": "R", "not evaluable": "?" };
    expect(Object.fromEntries(runs.map(({ run, verdict }) => [run + 1, letters[verdict]]))).toEqual(expected.decision);
    const reasons = runs.flatMap(({ run, firings }) =>
      firings.filter(({ severity }) => severity === "rejection").map((reason) => [run + 1, described(reason)]),
    );
    expect(Object.fromEntries(reasons)).toEqual(expected.reject_reason);
  });

  test("the same days with every rule across runs", () => {
    const { runs } = evaluateWestgard(lessonScores, ["1-3s", "2-2s", "R-4s", "4-1s", "8-x", "10-x"]);
    const found = runs
      .filter(({ firings }) => firings.length > 0)
      .map(({ run, firings }) => [run + 1, firings.map(abbreviated).sort()]);
    const { expected } = cases.find(({ expected }) => expected.violations !== undefined) ?? { expected: {} };
    expect(Object.fromEntries(found)).toEqual(expected.violations);
  });
});

/** In the words of the published answers. */
function described({ rule, scope, material, window }: RuleFiring): string {
  if (rule === "1-3s") return rule;
  if (scope === "across runs") return `${rule} across runs, material C${(material ?? 0) + 1}`;
  return new Set(window.map((point) => point.material)).size > 1 && rule !== "R-4s"
    ? `${rule} within run across materials`
    : `${rule} within run`;
}

function abbreviated({ rule, scope, material }: RuleFiring): string {
  if (rule === "R-4s") return rule;
  if (material === null) return `${rule}:within-run`;
  return `${rule}:C${material + 1}${scope === "across runs" ? ":across" : ""}`;
}

test("the rule sets name rules that exist", () => {
  for (const rule of [...classicMultirule, ...multiruleForThreeControls]) expect(westgardRules).toContain(rule);
});
