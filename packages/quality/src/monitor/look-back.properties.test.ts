import fc from "fast-check";
import { expect, test } from "vitest";
import { AFTER, baselineOf, baselinePoints, day, measured } from "../../test/controls.ts";
import { controlKey, type Measurement } from "../measurements/measurement.ts";
import { createRuleSet, defaultRuleSet, type RuleSet } from "../rule-set/rule-set.ts";
import { BaselineIndex } from "./baseline-index.ts";
import { type ControlHistory, insufficientHistories, lookBackOf } from "./look-back.ts";
import { monitor, type RunVerdict } from "./monitor.ts";
import type { MonitorEvent } from "./monitor-event.ts";

const CONTROLS = [
  { material: "C1", materialLot: "A" },
  { material: "C1", materialLot: "B" },
  { material: "C2", materialLot: null },
] as const;

/** Points with depths make a baseline by which a point without one is not evaluable. */
function pointsOf(control: (typeof CONTROLS)[number], mean: number): Measurement[] {
  return baselinePoints(mean, 10, { ...control, depth: 100 });
}

const FIRST = baselineOf([...pointsOf(CONTROLS[0], 100), ...pointsOf(CONTROLS[2], 100)], {
  name: "first",
  effectiveFrom: day(AFTER + 3),
});
const SECOND = baselineOf([...pointsOf(CONTROLS[1], 100), ...pointsOf(CONTROLS[2], 104)], {
  name: "second",
  effectiveFrom: day(AFTER + 20),
});

function ruleSetOf(rules: Parameters<typeof createRuleSet>[0]["rules"], policies = {}): RuleSet {
  return createRuleSet({ schema: "touchstone/rule-set/1", name: "rules", version: 1, rules, policies });
}

const RULE_SETS = {
  multirule: defaultRuleSet,
  "within the run": ruleSetOf(["1-2s", "1-3s", "R-4s"]),
  "with a limit": ruleSetOf(["1-3s", "2-2s", "4-1s"], { missingDepth: "judge" }),
  "two of three": ruleSetOf([{ rule: "2of3-2s", scopes: ["within run", "across runs"] }, "6-x"]),
  "two of three alone": ruleSetOf([{ rule: "2of3-2s", scopes: ["across runs"] }]),
  "across materials": ruleSetOf([
    "1-3s",
    { rule: "4-1s", scopes: ["across runs", "across materials"] },
    { rule: "8-x", scopes: ["across materials"] },
  ]),
  "left out": ruleSetOf(["1-3s", "2-2s", "4-1s", "6-x"], { rejectedRuns: "left out" }),
  "no lots": ruleSetOf(["3-1s", "10-x"], { countersResetBy: [] }),
} as const;

/** What a control did in a run; null where it was not measured. */
const point = fc.option(
  fc.record({
    deviation: fc.double({ min: -1, max: 1, noNaN: true }),
    lot: fc.option(fc.constantFrom("L1", "L2"), { freq: 2 }),
    hasDepth: fc.nat(7).map((one) => one > 0),
    isOtherVersion: fc.nat(9).map((one) => one === 0),
  }),
  { freq: 5 },
);

const history = fc.record({
  /** A lasting shift makes long windows: without one most rules would never look far. */
  shift: fc.constantFrom(0, 4, 12, 25),
  scatter: fc.constantFrom(4, 12, 30),
  usesLots: fc.constantFrom("never", "sometimes", "rarely", "late"),
  runs: fc.array(fc.tuple(point, point, point), { minLength: 4, maxLength: 40, size: "max" }),
  events: fc.array(fc.record({ after: fc.nat(45), material: fc.constantFrom(null, "C1", "C2") }), { maxLength: 2 }),
  judgedFrom: fc.nat(44),
  firstRead: fc.constantFrom(1, 2, 5),
});

type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

function toMeasurements({ runs, shift, scatter, usesLots }: History): Measurement[] {
  return runs.flatMap((points, run) =>
    points.flatMap((one, control) => {
      if (one === null) return [];
      const hasLot =
        usesLots === "sometimes" ||
        (usesLots === "late" ? run > runs.length - 6 : usesLots === "rarely" && run % 6 === 0);
      return [
        measured(AFTER + run, 100 + shift + scatter * one.deviation, {
          ...CONTROLS[control],
          depth: one.hasDepth ? 100 : null,
          reagentLot: hasLot ? one.lot : null,
          pipelineVersion: one.isOtherVersion ? "2" : null,
        }),
      ];
    }),
  );
}

/** The last measurements of each control before a moment, read back further until they are enough. */
function lookBack(
  before: readonly Measurement[],
  after: readonly Measurement[],
  index: BaselineIndex,
  ruleSet: RuleSet,
  firstRead: number,
) {
  const ofAll = lookBackOf(ruleSet) === "analyte" ? [...before, ...index.controls.values()] : [];
  const keys = new Set([...after, ...ofAll].map(controlKey));
  const read = (key: string, count: number): ControlHistory => {
    const all = before.filter((one) => controlKey(one) === key);
    return { measurements: all.slice(Math.max(0, all.length - count)), isWhole: all.length <= count };
  };
  let count = firstRead;
  const histories = new Map([...keys].map((key) => [key, read(key, count)]));
  for (;;) {
    const keyed = [...histories].map(([key, { measurements, isWhole }]) => ({ key, measurements, isWhole }));
    const lacking = insufficientHistories(keyed, after, index, ruleSet);
    if (lacking.length === 0) return [...histories.values()].flatMap(({ measurements }) => measurements);
    count *= 2;
    for (const { key } of lacking) histories.set(key, read(key, count));
  }
}

function bySequence(a: Measurement, b: Measurement): number {
  return a.time < b.time ? -1 : a.time > b.time ? 1 : 0;
}

function judge(given: History, ruleSet: RuleSet): { expected: RunVerdict[]; found: RunVerdict[] } {
  const baselines = [FIRST, SECOND];
  const index = new BaselineIndex(baselines);
  const all = toMeasurements(given);
  const events: MonitorEvent[] = given.events.map(({ after, material }) => ({
    ...{ time: day(AFTER + after - 0.5), kind: "corrective action", run: null, analyte: null },
    ...{ material, by: null, note: null },
  }));
  const from = day(AFTER + given.judgedFrom);
  const after = all.filter(({ time }) => time >= from);
  const before = all.filter(({ time }) => time < from);
  const judged = new Set(after.map(({ run }) => run));
  const measurements = [...lookBack(before, after, index, ruleSet, given.firstRead), ...after].sort(bySequence);
  const found = monitor({ measurements, judged, baselines: index, ruleSet, events }).runs;
  const expected = monitor({ measurements: all, baselines, ruleSet, events }).runs.filter(({ run }) => judged.has(run));
  return { expected, found: [...found] };
}

test.each(Object.entries(RULE_SETS))("what is read back gives the verdicts of the whole history: %s", (_, ruleSet) => {
  fc.assert(
    fc.property(history, (given) => {
      const { expected, found } = judge(given, ruleSet);
      expect(found).toEqual(expected);
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
});
