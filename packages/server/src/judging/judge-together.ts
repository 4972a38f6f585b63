import {
  type BaselineIndex,
  type ControlHistory,
  insufficientHistories,
  lookBackOf,
  type Measurement,
  monitor,
  type RuleSet,
  type RunVerdict,
} from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import type { Basis } from "./basis.ts";
import { groupBy } from "./group-by.ts";
import type { JudgedRun } from "./judged-run.ts";
import { byMeasurementOrder, MeasurementNames } from "./measurement-names.ts";
import { concernsRun, readChangeEvents } from "./read-change-events.ts";
import { hasOtherRuns, readPointsBefore, readPointsWithin } from "./read-points.ts";
import { controlsOf, type StoredControl, type StoredPoint, storedControlKey } from "./stored-point.ts";

/** Runs that are judged by one basis, with all that was measured in them. */
export interface Together {
  readonly basis: Basis;
  /** Of one assay, instrument and pipeline, in run order: the same events concern them. */
  readonly runs: readonly JudgedRun[];
  readonly points: readonly StoredPoint[];
}

/** What rules made of one replicate of the controls of a run. */
export interface ReplicateVerdict {
  readonly run: JudgedRun;
  readonly verdict: RunVerdict;
  /** The row of each point's measurement. */
  readonly pointOf: ReadonlyMap<Measurement, StoredPoint>;
  /** The measurement of a run and control, of those that windows may reach. */
  readonly valueIn: (run: string, control: Omit<ControlName, "kind">) => Measurement | undefined;
}

type ControlName = Pick<Measurement, "material" | "materialLot" | "analyte" | "level" | "kind">;

/** Measurements of each control that are read at first: of three, three series in four have some on both sides of the mean. */
const FIRST_READ = 3;
const READ_FURTHER = 2;

/**
 * Judges runs by one basis. Of earlier measurements only those are read that the verdicts may depend on (ADR 22). The n-th
 * replicate of a control is judged with the n-th ones of other runs.
 */
export async function judgeTogether(kysely: Kysely<Tables>, together: Together): Promise<ReplicateVerdict[]> {
  const replicates = [...new Set(together.points.map(({ replicate }) => replicate))].sort((a, b) => a - b);
  const names = new MeasurementNames(kysely, together.basis.baselines);
  const verdicts: ReplicateVerdict[] = [];
  for (const replicate of replicates) {
    const points = together.points.filter((point) => point.replicate === replicate);
    verdicts.push(...(await judgeReplicate(kysely, { ...together, points }, replicate, names)));
  }
  return verdicts;
}

async function judgeReplicate(
  kysely: Kysely<Tables>,
  { basis, runs, points }: Together,
  replicate: number,
  names: MeasurementNames,
): Promise<ReplicateVerdict[]> {
  const [from, to] = [runs[0].time, runs[runs.length - 1].time];
  const isJudged = new Set(runs.map(({ id }) => id));
  const ruleSet = rulesOfReplicate(basis.ruleSet, replicate);
  const controls = await followedControls(kysely, basis, points);
  const within = (await hasOtherRuns(kysely, [...isJudged], { from, to }))
    ? await readPointsWithin(kysely, [...controls.values()], { replicate, from, to })
    : [];
  const others = within.filter(({ runId }) => !isJudged.has(runId));
  const present = [...points, ...others];
  await names.learn(present);
  const before = await readHistory(kysely, { basis, controls, replicate, before: from, present, names });
  const pointOf = new Map<Measurement, StoredPoint>();
  for (const point of points) pointOf.set(names.measurement(point), point);
  for (const point of [...before, ...others]) {
    const measurement = names.measurement(point);
    if (isComparable(measurement, basis.baselines)) pointOf.set(measurement, point);
  }
  const measurements = [...pointOf.keys()].sort(byMeasurementOrder);
  const oldest = new Date(measurements[0]?.time ?? from);
  const events = await readChangeEvents(kysely, ruleSet, { from: oldest, to, until: basis.changeEventsUntil });
  const runOf = new Map(runs.map((run) => [run.name, run]));
  const result = monitor({
    measurements,
    judged: new Set(runOf.keys()),
    baselines: basis.baselines,
    ruleSet,
    events: events.filter((event) => concernsRun(event, runs[0])),
  });
  const valueIn = finder(measurements);
  return result.runs.flatMap((verdict) => {
    const run = runOf.get(verdict.run);
    return run === undefined ? [] : [{ run, verdict, pointOf, valueIn }];
  });
}

/** A further replicate of some of the controls leaves none of them out. */
function rulesOfReplicate(ruleSet: RuleSet, replicate: number): RuleSet {
  return replicate === 1 ? ruleSet : { ...ruleSet, policies: { ...ruleSet.policies, missingControl: "ignore" } };
}

/** The controls that were measured; where rules reach over all controls of an analyte, those too that have a baseline. */
async function followedControls(
  kysely: Kysely<Tables>,
  { ruleSet, baselines }: Basis,
  points: readonly StoredPoint[],
): Promise<Map<string, StoredControl>> {
  const measured = controlsOf(points);
  const lookBack = lookBackOf(ruleSet);
  if (lookBack === "nothing") return new Map();
  if (lookBack === "control") return measured;
  const analytes = new Set(points.map(({ analyte }) => analyte));
  const known = [...baselines.controls.values()].filter(({ analyte }) => analytes.has(analyte));
  const names = [...new Set(known.map(({ material }) => material))];
  const { rows } = await sql<{ id: string; name: string; lot: string | null }>`
    select id, name, lot from material where name = any(${names}::text[])
  `.execute(kysely);
  const idOf = new Map(rows.map(({ id, name, lot }) => [JSON.stringify([name, lot]), id]));
  const others = known.flatMap(({ material, materialLot, analyte, level }) => {
    const materialId = idOf.get(JSON.stringify([material, materialLot]));
    return materialId === undefined ? [] : [{ materialId, analyte, level }];
  });
  return new Map([...controlsOf(others), ...measured]);
}

interface HistoryQuestion {
  readonly basis: Basis;
  readonly controls: ReadonlyMap<string, StoredControl>;
  readonly replicate: number;
  readonly before: Date;
  readonly present: readonly StoredPoint[];
  readonly names: MeasurementNames;
}

interface StoredHistory extends ControlHistory {
  readonly key: string;
  readonly analyte: string;
  readonly points: readonly StoredPoint[];
  /** All since then were read. */
  readonly from: Date;
}

/** Reads each control further back until what came before cannot matter. */
async function readHistory(kysely: Kysely<Tables>, question: HistoryQuestion): Promise<StoredPoint[]> {
  const { basis, controls, before, replicate, present, names } = question;
  const presentOf = groupBy(present, ({ analyte }) => analyte);
  const histories = new Map<string, StoredHistory>();
  let wanted = [...controls.keys()];
  for (let last = FIRST_READ; wanted.length > 0; last *= READ_FURTHER) {
    const asked = wanted.flatMap((key) => {
      const control = controls.get(key);
      return control === undefined ? [] : [{ control, before: histories.get(key)?.from ?? before }];
    });
    const points = await readPointsBefore(kysely, asked, { replicate, last });
    await names.learn(points);
    const read = groupBy(points, storedControlKey);
    for (const key of wanted) {
      const older = (read.get(key) ?? []).sort((a, b) => a.time.getTime() - b.time.getTime());
      const known = histories.get(key);
      const measurements = older
        .map((point) => names.measurement(point))
        .filter((measurement) => isComparable(measurement, basis.baselines))
        .sort(byMeasurementOrder);
      histories.set(key, {
        key,
        analyte: controls.get(key)?.analyte ?? "",
        points: [...older, ...(known?.points ?? [])],
        measurements: [...measurements, ...(known?.measurements ?? [])],
        from: older[0]?.time ?? known?.from ?? before,
        isWhole: older.length < last,
      });
    }
    const extended = new Set(wanted.map((key) => controls.get(key)?.analyte));
    wanted = [];
    for (const [analyte, ofAnalyte] of groupBy(histories.values(), (history) => history.analyte)) {
      if (!extended.has(analyte)) continue;
      const judged = (presentOf.get(analyte) ?? []).map((point) => names.measurement(point));
      const lacking = insufficientHistories(ofAnalyte, judged, basis.baselines, basis.ruleSet);
      wanted.push(...lacking.map(({ key }) => key));
    }
  }
  return [...histories.values()].flatMap(({ points }) => points);
}

/** What was taken in as another kind of value, before there was a baseline that says what it is, is no part of the series. */
function isComparable(measurement: Measurement, baselines: BaselineIndex): boolean {
  const kind = baselines.kindOf(measurement);
  return kind === null || kind === measurement.kind;
}

function finder(measurements: readonly Measurement[]): ReplicateVerdict["valueIn"] {
  const keyOf = (run: string, { material, materialLot, analyte, level }: Omit<ControlName, "kind">) => {
    return JSON.stringify([run, material, materialLot, analyte, level]);
  };
  let found: Map<string, Measurement> | null = null;
  return (run, control) => {
    found ??= new Map(measurements.map((measurement) => [keyOf(measurement.run, measurement), measurement]));
    return found.get(keyOf(run, control));
  };
}
