import { readFileSync } from "node:fs";
import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { describe, expect, test } from "vitest";
import { AFTER, baselineOf, baselinePoints, measured } from "../../test/controls.ts";
import { createRuleSet, type Measurement, monitor } from "../index.ts";

const CASES = "../reference/statistics-cases.json";

describe.skipIf(!sharedDataAvailable(CASES))("Westgard's lesson 12, by the shared reference cases", () => {
  const { cases } = sharedDataAvailable(CASES) ? JSON.parse(readFileSync(sharedData(CASES), "utf8")) : { cases: [] };
  const lesson = cases.find(({ id }: { id: string }) => id === "westgard-lesson12-28days");
  const withLongRules = cases.find(({ id }: { id: string }) => id === "westgard-lesson12-full-rules");
  const { C1, C2 } = lesson.input.controls;
  const baseline = baselineOf([
    ...baselinePoints(C1.mean, C1.sd, { material: "C1" }),
    ...baselinePoints(C2.mean, C2.sd, { material: "C2" }),
  ]);
  const measurements: Measurement[] = lesson.input.rows.flatMap(([first, second]: [number, number], index: number) => [
    measured(AFTER + index + 1, first, { run: String(index + 1), material: "C1" }),
    measured(AFTER + index + 1, second, { run: String(index + 1), material: "C2" }),
  ]);

  test("the decisions are the published ones", () => {
    const ruleSet = createRuleSet({
      schema: "touchstone/rule-set/1",
      name: "lesson 12",
      version: 1,
      rules: ["1-2s", "1-3s", "2-2s", "R-4s"],
    });
    const letters = { "in control": "A", warning: "W", "out of control": "R", "not evaluable": "?" };
    const { runs } = monitor({ measurements, baselines: [baseline], ruleSet });
    const decisions = Object.fromEntries(runs.map(({ run, state }) => [run, letters[state]]));
    expect(decisions).toEqual(lesson.expected.decision);
    expect(runs.map(({ proposal }) => proposal?.disposition)).toEqual(
      runs.map(({ run }) => (lesson.expected.decision[run] === "R" ? "held" : "released")),
    );
  });

  test("the rules over many runs fire where they should", () => {
    const { runs } = monitor({ measurements, baselines: [baseline] });
    const tenX = Object.keys(withLongRules.expected.violations).filter((run) =>
      withLongRules.expected.violations[run].some((violation: string) => violation.startsWith("10-x")),
    );
    const fired = runs.filter(({ points }) =>
      points.some((point) => point.violations.some(({ rule }) => rule === "10-x")),
    );
    expect(fired.map(({ run }) => run)).toEqual(tenX);
  });
});
