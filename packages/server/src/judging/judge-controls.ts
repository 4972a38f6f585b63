import { rejectionFindings } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { raiseFindings } from "../alerts/raise-findings.ts";
import { proposeRunDisposition } from "../dispositions/propose-run-disposition.ts";
import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import { basesReached } from "./bases-reached.ts";
import { type Basis, type BasisRecord, basisKey, presentBasis, recordedBasis } from "./basis.ts";
import { groupBy } from "./group-by.ts";
import { judgeTogether } from "./judge-together.ts";
import { byRunOrder, type JudgedRun, readRuns } from "./judged-run.ts";
import { basesOfLaterRuns, type LaterRun, type LaterRuns, readLaterRuns } from "./later-runs.ts";
import { readPointsOfRuns, readPointsWithin } from "./read-points.ts";
import { controlsOf, type StoredPoint } from "./stored-point.ts";
import { draftRun, type RunDraft } from "./verdict-draft.ts";
import { type WrittenVerdicts, writeVerdicts } from "./write-verdicts.ts";

/** What has changed in a run's control measurements. */
export interface ChangedControls {
  readonly runId: string;
  /** Analytes of measurements that were added or corrected. */
  readonly analytes: readonly string[];
}

/**
 * Judges the control measurements of a run that has new or corrected ones, in the transaction that keeps them: verdicts,
 * alerts for rejections, the proposed disposition. The run is judged by what is in force now. Runs after it that were
 * judged before, because this one came late, are judged again in run order, each by what it was judged by; a verdict that
 * changes is superseded.
 *
 * @param touchstone version that verdicts name.
 * @throws QualityError TS_RULE_ON_SCORE, TS_MEASUREMENT_INVALID for measurements that cannot be judged or that the rule
 *   set refuses.
 */
export async function judgeControls(
  writing: Writing,
  { runId, analytes }: ChangedControls,
  touchstone: string,
): Promise<void> {
  const { transaction } = writing;
  const points = await readPointsOfRuns(transaction, [runId]);
  const [first] = points;
  if (first === undefined) return;
  const run = (await readRuns(transaction, new Map([[runId, first.time]]))).get(runId);
  if (run === undefined) return;
  const basis = await presentBasis(writing, run, [...new Set(points.map(({ materialId }) => materialId))]);
  const drafts = await draftRuns(writing, basis, [run], points);
  await keepVerdicts(writing, drafts, touchstone, null);
  const isChanged = new Set(analytes);
  const changed = points.filter(({ analyte }) => isChanged.has(analyte));
  await judgeLaterRuns(writing, run, changed, touchstone);
}

/** Judges again the runs after one, as far as what has changed in it reaches. */
async function judgeLaterRuns(
  writing: Writing,
  run: JudgedRun,
  changed: readonly StoredPoint[],
  touchstone: string,
): Promise<void> {
  const { transaction } = writing;
  const reason = `measurements of run ${run.name}, which lies before it, came in later`;
  const recorded: Basis[] = [];
  for (const record of await basesOfLaterRuns(transaction, run)) {
    recorded.push(await recordedBasis(transaction, record));
  }
  const passed: StoredPoint[] = [];
  let after: Date | null = null;
  for (;;) {
    const bases = await basesReached(transaction, recorded, changed, passed);
    if (bases.length === 0) return;
    const { runs, until }: LaterRuns = await readLaterRuns(transaction, {
      run,
      changed,
      bases,
      after,
      count: RUNS_AT_ONCE,
    });
    if (runs.length > 0) await keepVerdicts(writing, await draftAgain(writing, runs, bases), touchstone, reason);
    if (until === null) return;
    passed.push(...(await readPointsBetween(transaction, changed, after ?? run.time, until)));
    after = until;
  }
}

/** Runs that are judged again before it is asked whether more have to be. */
const RUNS_AT_ONCE = 5;

/** The measurements after a moment until another one of the controls of some points. */
async function readPointsBetween(
  kysely: Kysely<Tables>,
  points: readonly StoredPoint[],
  after: Date,
  until: Date,
): Promise<StoredPoint[]> {
  const read: StoredPoint[] = [];
  const from = new Date(after.getTime() + 1);
  for (const [replicate, ofReplicate] of groupBy(points, (point) => point.replicate)) {
    const controls = [...controlsOf(ofReplicate).values()];
    read.push(...(await readPointsWithin(kysely, controls, { replicate, from, to: until })));
  }
  return read;
}

/** Judges runs by one basis: those that the same change events concern together. */
async function draftRuns(
  { transaction }: Writing,
  basis: Basis,
  runs: readonly JudgedRun[],
  points: readonly StoredPoint[],
): Promise<RunDraft[]> {
  const pointsOf = groupBy(points, ({ runId }) => runId);
  const alike = groupBy(runs, (run) => JSON.stringify([run.assayId, run.instrumentId, run.pipeline]));
  const drafts: RunDraft[] = [];
  for (const together of alike.values()) {
    const ordered = together.toSorted(byRunOrder);
    const ofThem = ordered.flatMap(({ id }) => pointsOf.get(id) ?? []);
    const replicates = await judgeTogether(transaction, { basis, runs: ordered, points: ofThem });
    const byRun = groupBy(replicates, ({ run }) => run.id);
    drafts.push(...ordered.map((run) => draftRun(run, basis, byRun.get(run.id) ?? [])));
  }
  return drafts;
}

/** Judges runs each by what it was judged by before. */
async function draftAgain(writing: Writing, later: readonly LaterRun[], bases: readonly Basis[]): Promise<RunDraft[]> {
  const { transaction } = writing;
  const runs = await readRuns(transaction, new Map(later.map(({ id, time }) => [id, time])));
  const points = groupBy(await readPointsOfRuns(transaction, [...runs.keys()]), ({ runId }) => runId);
  const keyOf = (basis: BasisRecord) => basisKey({ ...basis, changeEventsUntil: 0 });
  const basisOf = new Map(bases.map((basis) => [keyOf(basis), basis]));
  const drafts: RunDraft[] = [];
  for (const alike of groupBy(later, ({ basis }) => basisKey(basis)).values()) {
    const [{ basis: record }] = alike;
    const prepared = basisOf.get(keyOf(record));
    if (prepared === undefined) {
      throw new ServerError("TS_INTERNAL", "a run was judged by a basis that was not asked for");
    }
    const basis = { ...prepared, changeEventsUntil: record.changeEventsUntil };
    const judged = alike.flatMap(({ id }) => runs.get(id) ?? []);
    const ofThem = judged.flatMap(({ id }) => points.get(id) ?? []);
    drafts.push(...(await draftRuns(writing, basis, judged, ofThem)));
  }
  return drafts.sort((a, b) => byRunOrder(a.run, b.run));
}

/** Puts the verdicts in force, and draws from those that changed what follows: alerts, the proposed disposition, news. */
async function keepVerdicts(
  writing: Writing,
  drafts: readonly RunDraft[],
  touchstone: string,
  reason: string | null,
): Promise<void> {
  const results = await writeVerdicts(writing, drafts, touchstone);
  for (const draft of drafts) {
    const result = results.get(draft.run.id);
    if (result === undefined || result.written === 0) continue;
    await raiseRejections(writing, draft, result.runVerdictId);
    await proposeRunDisposition(writing, draft.run.id);
    tell(writing, draft, result, reason);
  }
}

/** Name of the cause's assay where a run has none. */
const NO_ASSAY = "no assay";

async function raiseRejections(
  writing: Writing,
  { run, basis, points }: RunDraft,
  runVerdictId: string,
): Promise<void> {
  const judged = { run: run.name, time: run.time.toISOString(), points };
  const findings = rejectionFindings(judged, run.assay ?? NO_ASSAY, basis.ruleSet);
  await raiseFindings(writing, findings, { runId: run.id, verdictId: runVerdictId });
}

function tell(writing: Writing, { run, basis }: RunDraft, result: WrittenVerdicts, reason: string | null): void {
  const { state, written, superseded } = result;
  const { name, version } = basis.ruleSet;
  writing.record({
    action: reason === null ? "run.judge" : "run.judge again",
    subject: { kind: "run", id: run.id },
    new: { state, written, superseded, ruleSet: { name, version }, baselineIds: basis.baselineIds },
    ...(reason === null ? {} : { reason }),
  });
  const payload = { id: run.id, name: run.name, state, written, superseded };
  writing.publish({ topic: "run.judged", recordKind: "run", recordId: run.id, payload });
}
