import { predictionMultiplier } from "@touchstone/statistics";
import { describe, expect, test } from "vitest";
import { AFTER, baselineOf, baselinePoints, day, measured } from "../../test/controls.ts";
import { thrownBy } from "../../test/thrown.ts";
import { approveBaseline, retireBaseline } from "../baseline/approval.ts";
import type { Baseline } from "../baseline/baseline.ts";
import type { Measurement } from "../measurements/measurement.ts";
import type { Policies } from "../rule-set/policies.ts";
import { createRuleSet, type RuleSet } from "../rule-set/rule-set.ts";
import { type MonitorInput, monitor } from "./monitor.ts";
import type { MonitorEvent } from "./monitor-event.ts";

/** Mean 100, SD 10: a value of 121 is 2.1 SD above the mean. */
const BASELINE = baselineOf(baselinePoints(100, 10));

type Rules = Parameters<typeof createRuleSet>[0]["rules"];

function rulesOf(rules: Rules, policies: Partial<Policies> = {}): RuleSet {
  return createRuleSet({ schema: "touchstone/rule-set/1", name: "test", version: 1, rules, policies } as never);
}

/** One control, a value a day after the baseline. */
function series(
  values: readonly number[],
  changes: (index: number) => Partial<Measurement> = () => ({}),
): Measurement[] {
  return values.map((value, index) => measured(AFTER + index, value, changes(index)));
}

function statesOf(input: Omit<MonitorInput, "baselines"> & { baselines?: readonly Baseline[] }): string[] {
  return monitor({ baselines: [BASELINE], ...input }).runs.map(({ state }) => state);
}

function reasonsOf(input: Omit<MonitorInput, "baselines"> & { baselines?: readonly Baseline[] }): (string | null)[] {
  return monitor({ baselines: [BASELINE], ...input }).runs.flatMap(({ points }) => points.map(({ reason }) => reason));
}

function event(days: number, changes: Partial<MonitorEvent> = {}): MonitorEvent {
  return {
    time: day(days),
    kind: "corrective action",
    run: null,
    analyte: null,
    material: null,
    by: null,
    note: null,
    ...changes,
  };
}

describe("rejected runs in later windows", () => {
  // Both runs beyond +2 SD, the first of them rejected by 1-3s: 2-2s fires in the second only if the first counts.
  const measurements = series([135, 121]);

  test("counted by default, as in Westgard's published exercise", () => {
    expect(statesOf({ measurements, ruleSet: rulesOf(["1-2s", "1-3s", "2-2s"]) })).toEqual([
      "out of control",
      "out of control",
    ]);
  });

  test("left out, the next run stands for itself", () => {
    const ruleSet = rulesOf(["1-2s", "1-3s", "2-2s"], { rejectedRuns: "left out" });
    expect(statesOf({ measurements, ruleSet })).toEqual(["out of control", "warning"]);
  });
});

describe("corrective actions", () => {
  const measurements = series([121, 121]);
  const ruleSet = rulesOf(["1-2s", "2-2s"]);

  test("without one the second run violates 2-2s", () => {
    expect(statesOf({ measurements, ruleSet })).toEqual(["warning", "out of control"]);
  });

  test("a recorded one between the runs starts the windows anew", () => {
    expect(statesOf({ measurements, ruleSet, events: [event(AFTER + 0.5)] })).toEqual(["warning", "warning"]);
  });

  test("an event at a run's own time lies behind it, unless it names the run", () => {
    expect(statesOf({ measurements, ruleSet, events: [event(AFTER + 1)] })).toEqual(["warning", "out of control"]);
    const named = event(AFTER + 1, { run: `R${AFTER + 1}` });
    expect(statesOf({ measurements, ruleSet, events: [named] })).toEqual(["warning", "warning"]);
  });

  test.each([
    ["another analyte", { analyte: "KRAS G12D" }],
    ["another material", { material: "HD300" }],
    ["a note", { kind: "note" as const }],
    ["a service, which is no cause by default", { kind: "service" as const }],
  ])("one for %s changes nothing", (_, changes) => {
    expect(statesOf({ measurements, ruleSet, events: [event(AFTER + 0.5, changes)] })).toEqual([
      "warning",
      "out of control",
    ]);
  });

  test("the policy says which events start the windows anew", () => {
    const byService = rulesOf(["1-2s", "2-2s"], { countersResetBy: ["service"] });
    const service = event(AFTER + 0.5, { kind: "service" });
    expect(statesOf({ measurements, ruleSet: byService, events: [service] })).toEqual(["warning", "warning"]);
    expect(statesOf({ measurements, ruleSet: byService, events: [event(AFTER + 0.5)] })).toEqual([
      "warning",
      "out of control",
    ]);
  });
});

describe("a new reagent lot", () => {
  const measurements = series([121, 121], (index) => ({ reagentLot: index === 0 ? "RL-A" : "RL-B" }));

  test("starts the windows anew by default, without an event", () => {
    expect(statesOf({ measurements, ruleSet: rulesOf(["1-2s", "2-2s"]) })).toEqual(["warning", "warning"]);
  });

  test("does not where the policy leaves it out", () => {
    const ruleSet = rulesOf(["1-2s", "2-2s"], { countersResetBy: ["corrective action"] });
    expect(statesOf({ measurements, ruleSet })).toEqual(["warning", "out of control"]);
  });
});

describe("a new control lot always needs a baseline of its own", () => {
  const ofLot = (lot: string, mean: number) => baselinePoints(mean, 10, { materialLot: lot });
  const baseline = baselineOf(ofLot("L1", 100));
  const measurements = series([100, 130], (index) => ({ materialLot: index === 0 ? "L1" : "L2" }));

  test("without one its points are not evaluable, and the run is held", () => {
    const { runs } = monitor({ measurements, baselines: [baseline] });
    expect(runs.map(({ state }) => state)).toEqual(["in control", "not evaluable"]);
    expect(runs[1].points[0].reason).toBe("control lot");
    expect(runs[1].points[0].sentence).toContain("a new control lot needs a baseline of its own");
    expect(runs[1].proposal?.disposition).toBe("held");
  });

  test("with one they are judged by it", () => {
    const both = baselineOf([...ofLot("L1", 100), ...ofLot("L2", 130)]);
    expect(statesOf({ measurements, baselines: [both] })).toEqual(["in control", "in control"]);
  });

  test("windows do not reach from one lot to the next", () => {
    const both = baselineOf([...ofLot("L1", 100), ...ofLot("L2", 130)]);
    const shifted = series([121, 151], (index) => ({ materialLot: index === 0 ? "L1" : "L2" }));
    expect(statesOf({ measurements: shifted, baselines: [both], ruleSet: rulesOf(["1-2s", "2-2s"]) })).toEqual([
      "warning",
      "warning",
    ]);
  });

  test("a lot that is not given is none that the baseline knows", () => {
    expect(reasonsOf({ measurements: series([100]), baselines: [baseline] })).toEqual(["control lot"]);
  });

  test("can be refused altogether", () => {
    const ruleSet = rulesOf(["1-3s"], { newControlLot: "refuse" });
    const error = thrownBy(() => monitor({ measurements, baselines: [baseline], ruleSet }));
    expect(error.code).toBe("TS_MEASUREMENT_INVALID");
    expect(error.message).toContain("run R101: EGFR L858R in HD200");
  });
});

describe("a new pipeline version", () => {
  const baseline = baselineOf(baselinePoints(100, 10, { pipelineVersion: "2.3.0" }));
  const measurements = series([100, 100], (index) => ({ pipelineVersion: index === 0 ? "2.3.0" : "2.4.0" }));

  test("is not evaluable: it needs a release gate and a baseline of its own", () => {
    expect(reasonsOf({ measurements, baselines: [baseline] })).toEqual([null, "pipeline version"]);
  });

  test("can be refused altogether", () => {
    const ruleSet = rulesOf(["1-3s"], { pipelineVersionChange: "refuse" });
    expect(thrownBy(() => monitor({ measurements, baselines: [baseline], ruleSet })).code).toBe(
      "TS_MEASUREMENT_INVALID",
    );
  });
});

describe("depth outside of the baseline's range", () => {
  // Mean 0.2, SD 0.02 at depth 1000: counting alone has 0.16 / 1000 = 0.00016 of the variance of 0.0004.
  const baseline = baselineOf(baselinePoints(0.2, 0.02, { kind: "vaf", depth: 1000 }));
  const at = (depth: number | null, value = 0.26) => series([value], () => ({ kind: "vaf", depth }));

  test("inside of it the SD is the baseline's", () => {
    const [{ points }] = monitor({ measurements: at(1000), baselines: [baseline] }).runs;
    expect(points[0].score).toBeCloseTo(0.06 / 0.02, 9);
    expect(points[0].limits?.isDepthAdjusted).toBe(false);
  });

  test.each([
    [100, 0.0004 - 0.00016 + 0.0016],
    [4000, 0.0004 - 0.00016 + 0.00004],
  ])("at depth %i the counting part of the variance is that of the point", (depth, variance) => {
    const [{ points }] = monitor({ measurements: at(depth), baselines: [baseline] }).runs;
    expect(points[0].limits).toMatchObject({ isDepthAdjusted: true });
    expect(points[0].limits?.sd).toBeCloseTo(Math.sqrt(variance), 12);
    expect(points[0].score).toBeCloseTo(0.06 / Math.sqrt(variance), 9);
  });

  test("a baseline point without depth does not lift the check, and counts for no depth", () => {
    const points = baselinePoints(0.2, 0.02, { kind: "vaf", depth: 1000 });
    const partly = baselineOf(points.map((point, index) => (index === 3 ? { ...point, depth: null } : point)));
    const sdOf = (judge: Baseline) =>
      monitor({ measurements: at(100), baselines: [judge] }).runs[0].points[0].limits?.sd;
    expect(sdOf(partly)).toBeCloseTo(Math.sqrt(0.0004 - 0.00016 + 0.0016), 12);
  });

  test("a baseline that scatters less than its counting noise adds nothing to that of the point", () => {
    const narrow = baselineOf(baselinePoints(0.2, 0.005, { kind: "vaf", depth: 1000 }));
    const [{ points }] = monitor({ measurements: at(400), baselines: [narrow] }).runs;
    expect(points[0].limits?.sd).toBeCloseTo(Math.sqrt(0.16 / 400), 12);
  });

  test("is not evaluable where the policy says so, and where there is nothing to count", () => {
    const ruleSet = rulesOf(["1-3s"], { depthOutsideRange: "not evaluable" });
    expect(reasonsOf({ measurements: at(100), baselines: [baseline], ruleSet })).toEqual(["depth outside range"]);
    const quantity = baselineOf(baselinePoints(200, 4, { depth: 1000 }));
    expect(reasonsOf({ measurements: series([200], () => ({ depth: 100 })), baselines: [quantity] })).toEqual([
      "depth outside range",
    ]);
  });

  test("a point without depth is not evaluable, or judged where the policy says so", () => {
    expect(reasonsOf({ measurements: at(null), baselines: [baseline] })).toEqual(["depth missing"]);
    expect(
      statesOf({
        measurements: at(null, 0.2),
        baselines: [baseline],
        ruleSet: rulesOf(["1-3s"], { missingDepth: "judge" }),
      }),
    ).toEqual(["in control"]);
  });
});

describe("limits of a small baseline", () => {
  test("prediction limits reject beyond 3.53 SD of 20 points where plain ones reject beyond 3", () => {
    expect(predictionMultiplier(3, 20)).toBeCloseTo(3.53, 2);
    const measurements = series([100 + 10 * 3.5, 100 - 10 * 3.56]);
    const plain = rulesOf(["1-3s"]);
    const prediction = rulesOf(["1-3s"], { limits: "prediction" });
    expect(statesOf({ measurements, ruleSet: plain })).toEqual(["out of control", "out of control"]);
    expect(statesOf({ measurements, ruleSet: prediction })).toEqual(["in control", "out of control"]);
  });

  test("a deviation beyond every tail is still a number", () => {
    const [{ points }] = monitor({
      measurements: series([1e12]),
      baselines: [BASELINE],
      ruleSet: rulesOf(["1-3s"], { limits: "prediction" }),
    }).runs;
    expect(points[0].score).toBeGreaterThan(10);
    expect(Number.isFinite(points[0].score)).toBe(true);
  });

  const small = baselineOf(baselinePoints(100, 10, {}, 10));

  test("a provisional baseline judges once it is approved, and every sentence says so", () => {
    const [{ state, points }] = monitor({ measurements: series([100]), baselines: [small] }).runs;
    expect(state).toBe("in control");
    expect(points[0].limits?.isProvisional).toBe(true);
    expect(points[0].sentence).toContain("of provisional baseline controls v1");
  });

  test("or does not where the policy says so", () => {
    const ruleSet = rulesOf(["1-3s"], { provisionalBaseline: "not evaluable" });
    expect(reasonsOf({ measurements: series([100]), baselines: [small], ruleSet })).toEqual(["provisional baseline"]);
  });
});

describe("R-4s", () => {
  const baseline = baselineOf([
    ...baselinePoints(100, 10, { material: "C1" }),
    ...baselinePoints(100, 10, { material: "C2" }),
  ]);
  const run = (first: number, second: number) => [
    measured(AFTER, first, { material: "C1" }),
    measured(AFTER, second, { material: "C2" }),
  ];

  test("strict by default: one control above +2 SD, another below -2 SD", () => {
    const rules = rulesOf(["R-4s"]);
    // Bio-Rad's example, +2.8 SD and -1.3 SD, differs by 4.1 SD.
    expect(statesOf({ measurements: run(128, 87), baselines: [baseline], ruleSet: rules })).toEqual(["in control"]);
    expect(statesOf({ measurements: run(121, 79), baselines: [baseline], ruleSet: rules })).toEqual(["out of control"]);
  });

  test("as a difference where the rule set says so", () => {
    const ruleSet = rulesOf([{ rule: "R-4s", rangeForm: "difference" }]);
    expect(statesOf({ measurements: run(128, 87), baselines: [baseline], ruleSet })).toEqual(["out of control"]);
  });

  test("alone, with one control a run, is no verdict: not evaluable, never in control", () => {
    expect(reasonsOf({ measurements: series([100, 150]), ruleSet: rulesOf(["R-4s"]) })).toEqual([
      "no rule applies",
      "no rule applies",
    ]);
  });

  test("beside other rules it leaves the verdict to them", () => {
    expect(statesOf({ measurements: series([100]), ruleSet: rulesOf(["1-3s", "R-4s"]) })).toEqual(["in control"]);
  });
});

test("scopes: 4-1s over all controls is a setting, and the violation says its scope", () => {
  const baseline = baselineOf([
    ...baselinePoints(100, 10, { material: "C1" }),
    ...baselinePoints(100, 10, { material: "C2" }),
  ]);
  const measurements = [0, 1].flatMap((index) => [
    measured(AFTER + index, 112, { material: "C1" }),
    measured(AFTER + index, 113, { material: "C2" }),
  ]);
  expect(statesOf({ measurements, baselines: [baseline], ruleSet: rulesOf(["4-1s"]) })).toEqual([
    "in control",
    "in control",
  ]);
  const ruleSet = rulesOf([{ rule: "4-1s", scopes: ["across materials"] }]);
  const { runs } = monitor({ measurements, baselines: [baseline], ruleSet });
  expect(runs.map(({ state }) => state)).toEqual(["in control", "out of control"]);
  const [violation] = runs[1].points[0].violations;
  expect(violation).toMatchObject({ rule: "4-1s", scope: "across materials", side: "above" });
  expect(violation.window.map(({ run, material }) => `${run} ${material}`)).toEqual([
    "R100 C1",
    "R100 C2",
    "R101 C1",
    "R101 C2",
  ]);
});

describe("limits never judge their own past", () => {
  test("a run of the same name after the last day of the baseline is another run, and judged", () => {
    const again = measured(AFTER, 200, { run: "R3" });
    const [{ state, proposal }] = monitor({ measurements: [again], baselines: [BASELINE] }).runs;
    expect(state).toBe("out of control");
    expect(proposal?.disposition).toBe("held");
  });

  test("runs of the baseline are not judged by it and get no disposition", () => {
    const { runs } = monitor({ measurements: baselinePoints(100, 10), baselines: [BASELINE] });
    expect(runs).toHaveLength(20);
    for (const { proposal, points } of runs) {
      expect(proposal).toBeNull();
      expect(points[0]).toMatchObject({ state: "not evaluable", reason: "baseline period", score: null });
    }
  });

  test("a run before the limits took effect is not evaluable and held", () => {
    const [run] = monitor({ measurements: [measured(5, 100, { run: "X" })], baselines: [BASELINE] }).runs;
    expect(run.points[0].reason).toBe("before baseline");
    expect(run.proposal?.disposition).toBe("held");
  });
});

describe("several versions of a baseline", () => {
  const next = baselineOf(
    baselinePoints(120, 10).map((point, index) => ({ ...point, run: `S${index}`, time: day(AFTER + 1 + index) })),
    { supersedes: BASELINE, establishedAt: day(AFTER + 30) },
  );
  const measurements = [...series([100]), measured(AFTER + 50, 120)];

  test("each point names the one in effect at its time: past verdicts keep theirs", () => {
    const { runs } = monitor({ measurements, baselines: [next, BASELINE] });
    expect(runs.map(({ points }) => points[0].baseline?.version)).toEqual([1, 2]);
    expect(runs.map(({ state }) => state)).toEqual(["in control", "in control"]);
  });

  test("a retired one judges what was before", () => {
    const retired = retireBaseline(BASELINE, { name: "A. Director", at: day(AFTER + 10), meaning: "new chemistry" });
    expect(reasonsOf({ measurements, baselines: [retired] })).toEqual([null, "baseline retired"]);
  });

  test("the new limits start the windows anew", () => {
    const ruleSet = rulesOf(["1-2s", "2-2s"]);
    const beyond = [measured(AFTER, 121), measured(AFTER + 50, 141)];
    expect(statesOf({ measurements: beyond, baselines: [BASELINE, next], ruleSet })).toEqual(["warning", "warning"]);
  });
});

describe("what cannot be judged is not evaluable, never in control", () => {
  test("a baseline of equal values", () => {
    const [run] = monitor({ measurements: series([100]), baselines: [baselineOf(baselinePoints(100, 0))] }).runs;
    expect(run).toMatchObject({ state: "not evaluable", proposal: { disposition: "held" } });
    expect(run.points[0]).toMatchObject({ reason: "no limits", score: null });
  });

  test("a baseline of one point", () => {
    expect(reasonsOf({ measurements: series([100]), baselines: [baselineOf([measured(0, 100)])] })).toEqual([
      "no limits",
    ]);
  });

  test("an analyte without baseline", () => {
    expect(reasonsOf({ measurements: series([100], () => ({ analyte: "KRAS G12D" })) })).toEqual(["no baseline"]);
  });

  test("a fraction that the scale does not reach", () => {
    const baseline = baselineOf(baselinePoints(0.5, 0.02, { kind: "vaf" }), { scaleOf: () => "logit" });
    expect(reasonsOf({ measurements: series([1], () => ({ kind: "vaf" })), baselines: [baseline] })).toEqual([
      "off the scale",
    ]);
  });

  test("a window with a value in it that could not be evaluated", () => {
    const baseline = baselineOf(baselinePoints(0.2, 0.02, { kind: "vaf", depth: 1000 }));
    const measurements = series([0.25, 0.25], (index) => ({ kind: "vaf", depth: index === 0 ? null : 1000 }));
    expect(reasonsOf({ measurements, baselines: [baseline], ruleSet: rulesOf(["1-3s", "2-2s"]) })).toEqual([
      "depth missing",
      "rule not evaluable",
    ]);
  });
});

describe("a control that a run lacks", () => {
  const baseline = baselineOf([
    ...baselinePoints(100, 10, { material: "C1" }),
    ...baselinePoints(100, 10, { material: "C2" }),
  ]);
  const measurements = series([100], () => ({ material: "C1" }));

  test("holds the run by default", () => {
    const [run] = monitor({ measurements, baselines: [baseline] }).runs;
    expect(run.points[0].state).toBe("in control");
    expect(run.state).toBe("not evaluable");
    expect(run.proposal).toEqual({ disposition: "held", reasons: ["EGFR L858R in C2 was not measured in the run."] });
  });

  test("is of no importance where the policy says so, nor for a baseline that the run has no part in", () => {
    expect(
      statesOf({ measurements, baselines: [baseline], ruleSet: rulesOf(["1-3s"], { missingControl: "ignore" }) }),
    ).toEqual(["in control"]);
    expect(statesOf({ measurements: series([100]), baselines: [BASELINE, baseline] })).toEqual(["in control"]);
  });
});

test("a draft judges nothing", () => {
  const draft = { ...BASELINE, status: "draft" as const, approvals: [] };
  expect(thrownBy(() => monitor({ measurements: series([100]), baselines: [draft] })).code).toBe(
    "TS_BASELINE_NOT_APPROVED",
  );
  expect(() =>
    monitor({
      measurements: series([100]),
      baselines: [approveBaseline(draft, { name: "B", at: day(90), meaning: "ok" })],
    }),
  ).not.toThrow();
});

test("another kind than the baseline's is refused", () => {
  const error = thrownBy(() =>
    monitor({ measurements: series([0.5], () => ({ kind: "vaf" })), baselines: [BASELINE] }),
  );
  expect(error.code).toBe("TS_MEASUREMENT_INVALID");
  expect(error.message).toContain("is a vaf, and in baseline controls v1 a quantity");
});

test.each([
  ["NaN", { value: Number.NaN }],
  ["infinity", { value: Number.POSITIVE_INFINITY }],
  ["a VAF above 1", { value: 1.1, kind: "vaf" as const }],
  ["a negative depth", { depth: -1 }],
  ["a time that is none", { time: "yesterday" }],
])("measurements that come from elsewhere are checked too: %s", (_, changes) => {
  const error = thrownBy(() => monitor({ measurements: [measured(AFTER, 100, changes)], baselines: [BASELINE] }));
  expect(error.code).toBe("TS_MEASUREMENT_INVALID");
  expect(error.message).toContain(`run R${AFTER}`);
});
