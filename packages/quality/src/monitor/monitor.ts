import type { ControlVerdict } from "@touchstone/statistics";
import { requireApproved } from "../baseline/approval.ts";
import type { Baseline, BaselineIdentity, BaselineSeries } from "../baseline/baseline.ts";
import { type DispositionProposal, proposeDisposition } from "../disposition/disposition.ts";
import { QualityError } from "../error.ts";
import { describeSeries, type Measurement, type SeriesIdentity, seriesKey } from "../measurements/measurement.ts";
import { defaultRuleSet, type RuleSet, type RuleSetIdentity } from "../rule-set/rule-set.ts";
import { type NotEvaluableReason, type PointVerdict, worstVerdict } from "../verdict/verdict.ts";
import { AnalyteMonitor } from "./analyte-monitor.ts";
import { BaselineIndex } from "./baseline-index.ts";
import type { MonitorEvent } from "./monitor-event.ts";
import { type ControlRun, collectRuns } from "./runs.ts";

/** Everything that verdicts follow from. */
export interface MonitorInput {
  /** Each series in order of time; the series in any order. */
  readonly measurements: readonly Measurement[];
  /** Runs that get a verdict; all unless given. The others are there for the windows that reach over them. */
  readonly judged?: ReadonlySet<string>;
  /** Approved ones. Of several that fit a point the newest in effect judges it. */
  readonly baselines: readonly Baseline[] | BaselineIndex;
  /** `defaultRuleSet` unless given. */
  readonly ruleSet?: RuleSet;
  readonly events?: readonly MonitorEvent[];
}

/** The verdict on one run. */
export interface RunVerdict {
  readonly run: string;
  readonly time: string;
  /** The worst of its controls; not evaluable when none was judged. */
  readonly state: ControlVerdict;
  /** Null for a run that made the baseline: it was judged before there were limits. */
  readonly proposal: DispositionProposal | null;
  readonly points: readonly PointVerdict[];
  /** By which rules; each point names its baseline. */
  readonly ruleSet: RuleSetIdentity;
}

/** Verdicts on all runs, and what they were made with. */
export interface MonitorResult {
  readonly ruleSet: RuleSetIdentity;
  readonly baselines: readonly BaselineIdentity[];
  readonly runs: readonly RunVerdict[];
}

/**
 * Verdicts and proposed dispositions for all runs, in order of time. What comes later never changes a verdict, and one
 * analyte has no influence on another's. Linear in the number of measurements.
 *
 * @throws QualityError TS_BASELINE_NOT_APPROVED for a draft; TS_MEASUREMENT_INVALID for values that cannot be, or, where
 *   the policy is to refuse them, for a new control lot or pipeline version; TS_RULE_ON_SCORE for scores.
 */
export function monitor(input: MonitorInput): MonitorResult {
  const given = input.baselines instanceof BaselineIndex ? input.baselines.baselines : input.baselines;
  const baselines = given.map(({ content, contentSha256: hash }) => {
    return { name: content.name, version: content.version, contentSha256: hash };
  });
  return { ruleSet: identityOf(input.ruleSet ?? defaultRuleSet), baselines, runs: [...monitorRuns(input)] };
}

/** The verdicts of `monitor` one by one, for series that are too long to keep them all. */
export function* monitorRuns(input: MonitorInput): Generator<RunVerdict, void, undefined> {
  const { measurements, judged, ruleSet = defaultRuleSet, events = [] } = input;
  const index = input.baselines instanceof BaselineIndex ? input.baselines : new BaselineIndex(input.baselines);
  for (const baseline of index.baselines) requireApproved(baseline, ruleSet.policies.approvals);
  const runs = collectRuns(measurements);
  const analytes = createMonitors(measurements, index, ruleSet);
  const queue = new EventQueue(events, runs, ruleSet);
  const identity = identityOf(ruleSet);
  for (const run of runs) {
    for (const event of queue.before(run)) for (const analyte of analytes.values()) analyte.apply(event);
    if (judged === undefined || judged.has(run.run)) {
      yield { ...judgeRun(run, analytes, index, ruleSet), ruleSet: identity };
    } else {
      followRun(run, analytes);
    }
  }
}

function followRun({ measurements }: ControlRun, analytes: ReadonlyMap<string, AnalyteMonitor>): void {
  const byAnalyte = groupBy(measurements, ({ analyte }) => analyte);
  for (const [analyte, ofAnalyte] of byAnalyte) analytes.get(analyte)?.follow(ofAnalyte);
}

function identityOf({ name, version, contentSha256 }: RuleSet): RuleSetIdentity {
  return { name, version, contentSha256 };
}

function createMonitors(
  measurements: readonly Measurement[],
  index: BaselineIndex,
  ruleSet: RuleSet,
): Map<string, AnalyteMonitor> {
  const ofAnalyte = new Map<string, BaselineSeries[]>();
  for (const { analyte } of measurements) if (!ofAnalyte.has(analyte)) ofAnalyte.set(analyte, []);
  for (const control of index.controls.values()) ofAnalyte.get(control.analyte)?.push(control);
  return new Map([...ofAnalyte].map(([analyte, controls]) => [analyte, new AnalyteMonitor(controls, index, ruleSet)]));
}

function judgeRun(
  { run, time, measurements }: ControlRun,
  analytes: ReadonlyMap<string, AnalyteMonitor>,
  index: BaselineIndex,
  ruleSet: RuleSet,
): Omit<RunVerdict, "ruleSet"> {
  const states: ControlVerdict[] = [];
  const concerns: string[] = [];
  const points: PointVerdict[] = [];
  for (const [analyte, ofAnalyte] of groupBy(measurements, (measurement) => measurement.analyte)) {
    const verdict = analytes.get(analyte)?.judge(ofAnalyte) ?? { points: [], joint: null };
    points.push(...verdict.points);
    if (verdict.joint === null) continue;
    states.push(verdict.joint);
    if (verdict.joint === "not evaluable" && verdict.points.every(({ state }) => state !== "not evaluable")) {
      concerns.push(`${analyte}: a rule over several controls cannot be evaluated.`);
    }
  }
  refuseWherePolicySays(points, ruleSet);
  const judged = points.filter(({ reason }) => reason !== "baseline period");
  if (judged.length === 0) return { run, time, state: "not evaluable", proposal: null, points };
  const missing = missingControls(time, measurements, index, ruleSet);
  if (missing.length > 0) states.push("not evaluable");
  for (const { state, sentence } of judged) {
    states.push(state);
    if (state !== "in control") concerns.push(sentence);
  }
  const state = worstVerdict(states) ?? "not evaluable";
  return { run, time, state, proposal: proposeDisposition(state, [...concerns, ...missing], ruleSet.policies), points };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

const REFUSABLE: Readonly<Partial<Record<NotEvaluableReason, "newControlLot" | "pipelineVersionChange">>> = {
  "control lot": "newControlLot",
  "pipeline version": "pipelineVersionChange",
};

function refuseWherePolicySays(points: readonly PointVerdict[], { policies }: RuleSet): void {
  for (const { reason, sentence, measurement } of points) {
    const policy = reason === null ? undefined : REFUSABLE[reason];
    if (policy === undefined || policies[policy] !== "refuse") continue;
    throw new QualityError("TS_MEASUREMENT_INVALID", `run ${measurement.run}: ${sentence}`, { field: policy });
  }
}

function missingControls(
  time: string,
  measurements: readonly Measurement[],
  index: BaselineIndex,
  { policies }: RuleSet,
): string[] {
  if (policies.missingControl === "ignore") return [];
  const measured = new Set(measurements.map(seriesKey));
  return index
    .expectedWith(measured, time)
    .filter((key) => !measured.has(key))
    .map((key) => `${describeSeries(index.series.get(key) as SeriesIdentity)} was not measured in the run.`);
}

/** Hands events out before the first run that they lie before. */
class EventQueue {
  readonly #timed: readonly MonitorEvent[];
  readonly #ofRun: ReadonlyMap<string, readonly MonitorEvent[]>;
  #next = 0;

  constructor(events: readonly MonitorEvent[], runs: readonly ControlRun[], { policies }: RuleSet) {
    const causes: readonly string[] = [...policies.countersResetBy, "control lot", "pipeline version"];
    const resetting = events.filter(({ kind }) => causes.includes(kind));
    const known = new Set(runs.map(({ run }) => run));
    const isOfRun = ({ run }: MonitorEvent) => run !== null && known.has(run);
    this.#ofRun = groupBy(resetting.filter(isOfRun), ({ run }) => run ?? "");
    this.#timed = resetting.filter((event) => !isOfRun(event)).sort((a, b) => (a.time < b.time ? -1 : 1));
  }

  *before({ run, time }: ControlRun): Generator<MonitorEvent, void, undefined> {
    for (; this.#next < this.#timed.length && this.#timed[this.#next].time < time; this.#next++) {
      yield this.#timed[this.#next];
    }
    yield* this.#ofRun.get(run) ?? [];
  }
}
