import { describe, expect, test } from "vitest";
import { checkCases } from "./check-case.ts";
import type { JsonRecord } from "./reference-case.ts";
import { ruleMention } from "./rule-names.ts";

function check(input: JsonRecord, expected: JsonRecord) {
  const one = { id: "rules", category: "westgard", source: "", referenceImplementation: "", tolerance: 0 };
  return checkCases([{ ...one, input, expected }], () => "")[0];
}

function passes(input: JsonRecord, expected: JsonRecord): void {
  const result = check(input, expected);
  expect(result.mismatches).toEqual([]);
  expect(result).toMatchObject({ passed: true, unchecked: [] });
}

function fails(input: JsonRecord, expected: JsonRecord): void {
  expect(check(input, expected).passed).toBe(false);
}

const controls = { low: { mean: 100, sd: 10 }, high: { mean: 200, sd: 20 } };
/** Scores as measurements of both materials. */
const rowsOf = (scores: readonly (readonly (number | null)[])[]) =>
  scores.map(([low, high]) => [low === null ? null : 100 + 10 * low, high === null ? null : 200 + 20 * high]);

describe("names of rules", () => {
  test.each([
    ["1-2s(warn)", "1-2s"],
    ["1_3s", "1-3s"],
    ["22s", "2-2s"],
    ["R4s", "R-4s"],
    ["r_4s", "R-4s"],
    ["10x", "10-x"],
    ["12-xbar", "12-x"],
    ["(2of3)2s", "2of3-2s"],
    ["2 of 3-2s", "2of3-2s"],
    ["8-x:C1:across", "8-x"],
  ])("%s is %s", (text, rule) => {
    expect(ruleMention(text, []).rule).toBe(rule);
  });

  test("scope and material are found behind the rule", () => {
    const materials = ["C1", "Level 2"];
    expect(ruleMention("2-2s:C1:across", materials)).toMatchObject({ scope: "across runs", material: 0 });
    expect(ruleMention("2-2s within run across materials", materials)).toMatchObject({
      scope: "within run",
      material: null,
    });
    expect(ruleMention("10-x across materials", materials)).toMatchObject({ scope: "across materials" });
    expect(ruleMention("4-1s across runs, material Level 2", materials)).toMatchObject({ material: 1 });
  });

  test("a text that names no rule fails its case and names it", () => {
    const result = check({ single_material_z: [1], rules: ["3-7s"] }, { flags_at_last_point: [] });
    expect(result.mismatches[0].computed).toContain("'3-7s' names no control rule");
  });
});

describe("forms of input", () => {
  test("the same runs as scores, as values of one material, as rows", () => {
    const scores = [2.5, 0.5, 2.25, 2.125];
    const expected = { flags_at_last_point: ["2-2s"], decision: { "1": "W", "2": "A", "3": "W", "4": "R" } };
    passes({ single_material_z: scores }, expected);
    passes({ mean: 10, sd: 2, values: scores.map((z) => 10 + 2 * z) }, expected);
    passes({ controls: { A: { mean: 10, sd: 2 } }, rows: scores.map((z) => [10 + 2 * z]) }, expected);
    passes({ single_material_z: scores.map((z) => -z) }, expected);
  });

  test("a run that was not measured is passed over", () => {
    const rows = rowsOf([
      [2.5, 0],
      [null, 0],
      [2.5, 0],
    ]);
    passes({ controls, rows }, { violations: { "3": ["2-2s:low:across"] }, no_R4s_across_runs: true });
    fails({ controls, rows }, { violations: { "2": ["2-2s:low"] } });
  });

  test("one run, as record or list", () => {
    passes({ run_z: { low: 2.1, high: 2.2 } }, { flags: ["2-2s"] });
    passes({ z: [2.1, -2.2] }, { flags: ["R-4s"], r4s_strict_two_sided_2s: true, r4s_exact_difference: true });
    passes({ run_z: { a: 1.2, b: 1.3, c: 1.4 } }, { flags: ["3-1s"] });
    passes({ run_z: { low: 1.9, high: -1.9 } }, { flags: [], r4s_exact_difference: false });
  });
});

describe("what is expected", () => {
  const rows = rowsOf([
    [0.5, 0.5],
    [3.5, 0.5],
    [1.5, 2.5],
    [1.5, 2.5],
    [1.5, 0.5],
    [2.5, -2.5],
    [-2.8, 1.3],
  ]);
  const input = { controls, rows, rules: ["1-2s(warn)", "1-3s", "2-2s", "R-4s", "4-1s"] };

  test("violations of every run, as precisely as they are mentioned", () => {
    const violations = {
      "2": ["1-3s:low"],
      "4": ["2-2s:high:across"],
      "5": ["4-1s:low:across runs"],
      "6": ["R-4s:within", "4-1s:low"],
    };
    passes(input, { violations });
    fails(input, { violations: { ...violations, "2": ["1-3s:high"] } });
    fails(input, { violations: { ...violations, "4": ["2-2s:within-run"] } });
    fails(input, { violations: { ...violations, "7": ["R-4s"] } });
    const { "2": _, ...missing } = violations;
    fails(input, { violations: missing });
  });

  test("decisions, reasons, runs by rule", () => {
    passes(input, { decision: { "1": "A", "2": "R", "3": "W", "4": "R", "5": "R", "7": "W" } });
    fails(input, { decision: { "3": "A" } });
    passes(input, { decision: { "1": "accept", "2": "reject", "3": "Warning" } });
    fails(input, { decision: { "1": "reject" } });
    passes({ run_z: { low: 3.5, high: 0 } }, { decision: "R", violations: ["1-3s:low"] });
    passes(input, { reject_reason: { "2": "1-3s", "4": "2-2s across runs, material high", "6": "R-4s within run" } });
    fails(input, { reject_reason: { "4": "2-2s within run" } });
    passes(input, { violations_1_2s_days: [2, 3, 4, 6, 7], violations_R_4s_runs: [6] });
    fails(input, { violations_1_2s_days: [2, 3, 4, 6] });
  });

  test("first fire: a window that goes on is reported once, then counting starts anew", () => {
    const nine = Array.from({ length: 9 }, () => 1.5);
    passes(
      { single_material_z: nine },
      { first_fire: { "4-1s": [4, 8], "8-x": [8] }, first_fire_strict: { "2-2s": [] } },
    );
    fails({ single_material_z: nine }, { first_fire: { "4-1s": [4] } });
    passes(input, { first_fire: { "4-1s:low": [5], "4-1s:high": [], "2-2s within": [], "2-2s:high": [4] } });
    passes(input, { first_fire: { "4-1s": { low: [5], high: [] }, "2-2s": { within: [], high: [4] } } });
    passes(input, { first_fire: { "low 4-1s": [5], "2-2s_high": [4], "1-3s (low)": [2] } });
    passes(input, { first_fire_exact_difference_R4s: [6, 7] });
  });

  test("exactly two SD is not beyond them", () => {
    passes({ single_material_z: [2, 2] }, { first_fire_strict: { "2-2s": [] }, flags_at_last_point: [] });
  });

  test("windows as single runs, as first and last, and over all runs that they hold for", () => {
    const violation_windows = [
      { rule: "1-3s", at: [2] },
      { rule: "2-2s", material: "high", at: [3, 4] },
      { rule: "4-1s", window: [2, 5] },
      { rule: "4-1s", window: [2, 6] },
    ];
    passes(input, { violation_windows });
    fails(input, { violation_windows: [{ rule: "4-1s", window: [3, 7] }] });
    fails(input, { violation_windows: [{ rule: "2-2s", material: "low", at: [3, 4] }] });
    fails(input, { violation_windows: [] });
  });

  test("rules across materials where the case says so", () => {
    const both = rowsOf([
      [1.5, 1.2],
      [1.1, 1.3],
    ]);
    passes({ controls, rows: both }, { violations: { "2": ["4-1s across materials"] } });
    passes({ controls, rows: both, rules: ["4-1s"], scope: "across materials" }, { violations: { "2": ["4-1s"] } });
    passes({ controls, rows: both, rules: ["4-1s"] }, { flags: [] });
  });
});
