import fc from "fast-check";
import { expect, test } from "vitest";
import { AFTER, baselineOf, baselinePoints, measured } from "../../test/controls.ts";
import type { Measurement } from "../measurements/measurement.ts";
import { createRuleSet, defaultRuleSet, type RuleSet } from "../rule-set/rule-set.ts";
import { monitor, monitorRuns } from "./monitor.ts";

const ANALYTES = ["EGFR L858R", "KRAS G12D"];
const MATERIALS = ["C1", "C2"];
const BASELINE = baselineOf(
  ANALYTES.flatMap((analyte) => MATERIALS.flatMap((material) => baselinePoints(100, 10, { analyte, material }))),
);

const LEFT_OUT: RuleSet = createRuleSet({
  schema: "touchstone/rule-set/1",
  name: "left out",
  version: 1,
  rules: ["1-2s", "1-3s", { rule: "2-2s", scopes: ["within run", "across runs"] }, "R-4s", "4-1s", "10-x"],
  policies: { rejectedRuns: "left out", missingControl: "ignore" },
});

const ruleSets = fc.constantFrom(defaultRuleSet, LEFT_OUT);
/** Values of every control of every analyte in a run, about half of them beyond 1 SD; null: not measured. */
const runsOfValues = fc.array(
  fc.array(fc.option(fc.double({ min: 60, max: 140, noNaN: true }), { freq: 12 }), { minLength: 4, maxLength: 4 }),
  { minLength: 1, maxLength: 25 },
);

function toMeasurements(runs: readonly (readonly (number | null)[])[]): Measurement[] {
  return runs.flatMap((values, index) =>
    values.flatMap((value, control) => {
      if (value === null) return [];
      return [measured(AFTER + index, value, { analyte: ANALYTES[control >> 1], material: MATERIALS[control & 1] })];
    }),
  );
}

/** All points' verdicts by analyte, material and run. */
function verdicts(measurements: readonly Measurement[], ruleSet: RuleSet, analyte?: string): Map<string, unknown> {
  const { runs } = monitor({ measurements, baselines: [BASELINE], ruleSet });
  const points = runs
    .flatMap((run) => run.points)
    .filter((point) => (analyte ?? point.measurement.analyte) === point.measurement.analyte);
  return new Map(
    points.map((point) => [
      `${point.measurement.analyte} ${point.measurement.material} ${point.measurement.run}`,
      point,
    ]),
  );
}

test("what is measured later changes no verdict and no disposition", () => {
  fc.assert(
    fc.property(runsOfValues, fc.nat(24), ruleSets, (runs, cut, ruleSet) => {
      const all = monitor({ measurements: toMeasurements(runs), baselines: [BASELINE], ruleSet });
      const first = monitor({ measurements: toMeasurements(runs.slice(0, cut)), baselines: [BASELINE], ruleSet });
      expect(all.runs.slice(0, first.runs.length)).toEqual(first.runs);
    }),
  );
});

test("an analyte's verdicts do not depend on other analytes", () => {
  fc.assert(
    fc.property(runsOfValues, ruleSets, (runs, ruleSet) => {
      const measurements = toMeasurements(runs);
      const alone = measurements.filter(({ analyte }) => analyte === ANALYTES[0]);
      expect(verdicts(alone, ruleSet)).toEqual(verdicts(measurements, ruleSet, ANALYTES[0]));
    }),
  );
});

test("the order of the materials makes no difference", () => {
  fc.assert(
    fc.property(runsOfValues, ruleSets, (runs, ruleSet) => {
      const measurements = toMeasurements(runs);
      const bySeries = [...ANALYTES]
        .reverse()
        .flatMap((analyte) =>
          [...MATERIALS]
            .reverse()
            .flatMap((material) =>
              measurements.filter((point) => point.analyte === analyte && point.material === material),
            ),
        );
      const [expected, found] = [verdicts(measurements, ruleSet), verdicts(bySeries, ruleSet)];
      expect(new Set(found.keys())).toEqual(new Set(expected.keys()));
      for (const [key, verdict] of expected) expect(found.get(key)).toEqual(verdict);
    }),
  );
});

test("no run with a point that is not in control is released, except on warnings", () => {
  fc.assert(
    fc.property(runsOfValues, ruleSets, (runs, ruleSet) => {
      for (const { points, proposal } of monitorRuns({
        measurements: toMeasurements(runs),
        baselines: [BASELINE],
        ruleSet,
      })) {
        const isReleased = proposal?.disposition === "released";
        if (isReleased) expect(points.every(({ state }) => state === "in control" || state === "warning")).toBe(true);
        for (const { state, score, reason, sentence } of points) {
          expect(score === null || Number.isFinite(score)).toBe(true);
          expect(reason === null).toBe(state !== "not evaluable");
          expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/);
        }
      }
    }),
  );
});

test("a shift or change of unit of baseline and points together changes no score", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 10 }),
      fc.double({ min: -1000, max: 1000, noNaN: true }),
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      (deviations, shift, unit) => {
        const scoresAt = (mean: number, scale: number) => {
          const baseline = baselineOf(baselinePoints(mean, 10 * scale));
          const measurements = deviations.map((deviation, index) => measured(AFTER + index, mean + deviation * scale));
          return monitor({ measurements, baselines: [baseline] }).runs.map(
            ({ points }) => points[0].score ?? Number.NaN,
          );
        };
        const expected = scoresAt(0, 1);
        for (const [index, score] of scoresAt(shift, unit).entries()) expect(score).toBeCloseTo(expected[index], 6);
      },
    ),
  );
});
