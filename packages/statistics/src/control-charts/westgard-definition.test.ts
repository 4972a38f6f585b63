import fc from "fast-check";
import { expect, test } from "vitest";
import type { ControlScore } from "./control-score.ts";
import type { RuleState } from "./rule-judge.ts";
import { completeRuleSet, type RuleCheck, type RuleSetting } from "./rule-set.ts";
import { evaluateWestgard } from "./westgard.ts";
import { ruleDefinition, westgardRules } from "./westgard-rule.ts";

/**
 * The rules as their definitions read, by looking at whole windows again for every run. Scores that are not evaluable
 * are replaced by every value that can matter.
 */

type Known = number | null;
type Series<Score> = readonly (readonly Score[])[];
type Setting = Required<RuleSetting>;

/** One of each region, the edges, and some far enough apart for every R-4s by difference. */
const COMPLETIONS = [-9, -2.5, -1.5, -0.5, 0, 0.5, 1.5, 2.5, 9];

const everyRule: RuleSetting[] = westgardRules.map((rule) => ({ rule, scopes: ruleDefinition(rule).scopes }));

function beyond(score: number, limit: number, side: number): boolean {
  return side * score > limit;
}

/** Scores of a material up to the last run, unmeasured runs passed over. */
function measured(series: Series<Known>, material: number): number[] {
  return series.map((run) => run[material]).filter((score) => score !== null);
}

function firesWithinRun(run: readonly Known[], { rule, rangeForm }: Setting, material: number | null): boolean {
  const { shape, limit, count } = ruleDefinition(rule);
  const scores = run.filter((score, index) => score !== null && (material === null || index === material)) as number[];
  if (shape === "range" && rangeForm === "difference") return Math.max(...scores) - Math.min(...scores) > 2 * limit;
  if (shape === "range") return scores.some((z) => z > limit) && scores.some((z) => z < -limit);
  return [1, -1].some((side) => scores.filter((z) => beyond(z, limit, side)).length >= count);
}

function fires(series: Series<Known>, check: RuleCheck, setting: Setting): boolean {
  const { shape, limit, count } = ruleDefinition(check.rule);
  const last = series.at(-1) ?? [];
  if (check.scope === "within run") return firesWithinRun(last, setting, check.material);
  let window: number[];
  if (check.scope === "across materials") {
    window = [];
    for (let run = series.length - 1; run >= 0 && window.length < count; run--) {
      window.push(...series[run].filter((score) => score !== null));
    }
  } else {
    const all = measured(series, check.material ?? 0);
    if (shape === "two of three") {
      const [newest, ...earlier] = all.slice(-3).reverse();
      return [1, -1].some((side) => beyond(newest, limit, side) && earlier.some((z) => beyond(z, limit, side)));
    }
    window = all.slice(-count);
  }
  return window.length >= count && [1, -1].some((side) => window.every((z) => beyond(z, limit, side)));
}

function applies(run: readonly ControlScore[], check: RuleCheck): boolean {
  if (check.material !== null) return run[check.material] !== null;
  const controls = run.filter((score) => score !== null).length;
  if (check.scope === "across materials") return controls > 0;
  const { shape, count } = ruleDefinition(check.rule);
  if (check.rule === "2-2s") return controls === 2;
  return controls >= (shape === "two of three" ? 3 : count);
}

/** Every way in which the scores that are not evaluable could have come out. */
function completions(series: Series<ControlScore>): Known[][][] {
  let found: Known[][][] = [[]];
  for (const run of series) {
    let runs: Known[][] = [[]];
    for (const score of run) {
      const values = score === "not evaluable" ? COMPLETIONS : [score];
      runs = runs.flatMap((begun) => values.map((value) => [...begun, value]));
    }
    found = found.flatMap((begun) => runs.map((completed) => [...begun, completed]));
  }
  return found;
}

function stateByDefinition(series: Series<ControlScore>, check: RuleCheck, setting: Setting): RuleState {
  if (!applies(series.at(-1) ?? [], check)) return "not applicable";
  const outcomes = completions(series).map((completed) => fires(completed, check, setting));
  if (outcomes.every(Boolean)) return "fired";
  return outcomes.some(Boolean) ? "not evaluable" : "not fired";
}

const score: fc.Arbitrary<ControlScore> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(0.5, 1.5, 2.5) },
  { weight: 4, arbitrary: fc.constantFrom(0, 1, 2, 3, 3.5, -0.5, -1.5, -2.5, -3.5) },
  { weight: 2, arbitrary: fc.constant(null) },
);

/** Long enough for 12-x, and so much on one side that it happens. */
function seriesOf(materials: number): fc.Arbitrary<ControlScore[][]> {
  const run = fc.array(score, { minLength: materials, maxLength: materials });
  return fc.array(run, { minLength: 1, maxLength: 24 });
}

const anySeries: fc.Arbitrary<ControlScore[][]> = fc.integer({ min: 1, max: 4 }).chain(seriesOf);

/** With up to three scores of the last runs replaced by ones that are not evaluable. */
const seriesWithUnknown: fc.Arbitrary<ControlScore[][]> = fc
  .tuple(anySeries, fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 3 })), { maxLength: 3 }))
  .map(([series, places]) => {
    const unknown = series.map((run) => [...run]);
    for (const [back, material] of places) {
      const run = unknown.at(-1 - back);
      if (run !== undefined && material < run.length) run[material] = "not evaluable";
    }
    return unknown;
  });

function settingsOf(rangeForm: Setting["rangeForm"]): Setting[] {
  return completeRuleSet(everyRule.map((setting) => ({ ...setting, rangeForm })));
}

function settingFor(settings: readonly Setting[], check: RuleCheck): Setting {
  return settings.find(({ rule }) => rule === check.rule) as Setting;
}

test.each(["two-sided 2s", "difference"] as const)(
  "every state of every run is that of the definition (R-4s %s)",
  (form) => {
    const settings = settingsOf(form);
    fc.assert(
      fc.property(anySeries, (series) => {
        const { checks, runs } = evaluateWestgard(series, settings);
        for (const { run, states } of runs) {
          const expected = checks.map((check) =>
            stateByDefinition(series.slice(0, run + 1), check, settingFor(settings, check)),
          );
          expect(states).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  },
);

test("a score that is not evaluable leaves open exactly what it could decide (pitfall 11)", () => {
  const settings = settingsOf("two-sided 2s");
  fc.assert(
    fc.property(seriesWithUnknown, (series) => {
      const { checks, runs } = evaluateWestgard(series, settings);
      const expected = checks.map((check) => stateByDefinition(series, check, settingFor(settings, check)));
      expect(runs.at(-1)?.states).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test("the window of a violation violates the rule by itself, and is the shortest that does", () => {
  const settings = settingsOf("two-sided 2s");
  fc.assert(
    fc.property(anySeries, (series) => {
      for (const { run, firings } of evaluateWestgard(series, settings).runs) {
        for (const { window, ...check } of firings) {
          const inside = new Set(window.map((point) => `${point.run} ${point.material}`));
          const alone = series
            .slice(0, run + 1)
            .map((scores, place) => scores.map((z, material) => (inside.has(`${place} ${material}`) ? z : null)));
          expect(window.length).toBe(inside.size);
          expect(window.at(-1)?.run).toBe(run);
          const setting = settingFor(settings, check);
          expect(fires(alone as Known[][], check, setting)).toBe(true);
          const shorter = alone.map((scores) => (scores.some((z) => z !== null) ? scores : null));
          shorter[shorter.findIndex((scores) => scores !== null)] = null;
          const rest = shorter.map((scores) => scores ?? series[0].map(() => null));
          expect(fires(rest as Known[][], check, setting)).toBe(false);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("a violation begins when a window of measurements after the last news is violated", () => {
  const settings = settingsOf("two-sided 2s");
  fc.assert(
    fc.property(anySeries, (series) => {
      const { checks, runs } = evaluateWestgard(series, settings);
      for (const check of checks) {
        const expected: number[] = [];
        let start = 0;
        for (let run = 0; run < series.length; run++) {
          const since = series.slice(start, run + 1) as Known[][];
          if (!applies(series[run], check) || !fires(since, check, settingFor(settings, check))) continue;
          expected.push(run);
          start = run + 1;
        }
        const found = runs.filter(({ firings }) =>
          firings.some(
            (f) => f.begins && f.rule === check.rule && f.scope === check.scope && f.material === check.material,
          ),
        );
        expect(found.map(({ run }) => run)).toEqual(expected);
      }
    }),
    { numRuns: 200 },
  );
});

test("left out, a rejected run is as one that never took place (pitfall 6)", () => {
  const settings = settingsOf("two-sided 2s");
  fc.assert(
    fc.property(anySeries, (series) => {
      const { checks, runs } = evaluateWestgard(series, settings, { rejectedRuns: "left out" });
      const remembered: ControlScore[][] = [];
      for (const { run, states, verdict } of runs) {
        const seen = [...remembered, series[run]];
        expect(states).toEqual(checks.map((check) => stateByDefinition(seen, check, settingFor(settings, check))));
        if (verdict !== "out of control") remembered.push(series[run]);
      }
    }),
    { numRuns: 200 },
  );
});

test("after a reset no window reaches back (pitfalls 5 and 6)", () => {
  const settings = settingsOf("two-sided 2s");
  fc.assert(
    fc.property(anySeries, fc.nat({ max: 23 }), (series, place) => {
      const run = place % series.length;
      const whole = evaluateWestgard(series, settings, { resets: [{ run }] }).runs.slice(run);
      const anew = evaluateWestgard(series.slice(run), settings).runs;
      expect(whole.map(({ states }) => states)).toEqual(anew.map(({ states }) => states));
    }),
  );
});

test("a reset of one material leaves the windows of the others (pitfall 5)", () => {
  const settings = settingsOf("two-sided 2s");
  fc.assert(
    fc.property(seriesOf(2), fc.nat({ max: 23 }), (series, place) => {
      const run = place % series.length;
      const { checks, runs } = evaluateWestgard(series, settings, { resets: [{ run, material: 0 }] });
      const untouched = evaluateWestgard(series, settings).runs;
      const anew = evaluateWestgard(series.slice(run), settings).runs;
      checks.forEach(({ material, scope }, check) => {
        const keeps = scope === "within run" || material === 1;
        const expected = keeps ? untouched.slice(run) : anew;
        expect(runs.slice(run).map(({ states }) => states[check])).toEqual(expected.map(({ states }) => states[check]));
      });
    }),
  );
});

test("the order of the materials and the side of the mean do not matter", () => {
  const settings = settingsOf("two-sided 2s");
  fc.assert(
    fc.property(anySeries, (series) => {
      const materials = series[0].length;
      const mirrored = series.map((run) => run.map((z) => (typeof z === "number" ? -z : z)).reverse());
      const { checks, runs } = evaluateWestgard(series, settings);
      const other = evaluateWestgard(mirrored, settings);
      checks.forEach(({ rule, scope, material }, check) => {
        const twin = material === null ? null : materials - 1 - material;
        const place = other.checks.findIndex((c) => c.rule === rule && c.scope === scope && c.material === twin);
        expect(runs.map(({ states }) => states[check])).toEqual(other.runs.map(({ states }) => states[place]));
      });
    }),
  );
});
