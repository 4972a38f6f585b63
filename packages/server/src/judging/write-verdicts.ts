import { canonicalJson } from "@touchstone/model";
import { newId, type Tables, toJson } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import type { Writing } from "../writing/perform.ts";
import { type BasisRecord, basisKey } from "./basis.ts";
import type { RunDraft, VerdictDraft } from "./verdict-draft.ts";

/** What became of the verdicts on a run. */
export interface WrittenVerdicts {
  /** Of the verdict in force on the run as a whole. */
  readonly runVerdictId: string;
  readonly state: VerdictDraft["state"];
  /** New ones, those in place of others included. */
  readonly written: number;
  readonly superseded: number;
}

interface VerdictRow {
  readonly id: string;
  readonly run_id: string;
  readonly measurement_id: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly score: number | null;
  readonly baseline_id: string | null;
  readonly rule_set_id: string | null;
  readonly violations: unknown;
  readonly sentence: string;
  readonly inputs_sha256: string;
  readonly baseline_ids: string[] | null;
  readonly change_events_until: number | null;
}

interface NewVerdict {
  readonly id: string;
  readonly draft: VerdictDraft;
  readonly run: RunDraft;
  readonly supersedes: string | null;
}

/**
 * Puts verdicts in force. One that says what the one in force says, of the same inputs, changes nothing; any other takes
 * its place. The verdict on a run as a whole keeps by what the run was judged.
 */
export async function writeVerdicts(
  writing: Writing,
  drafts: readonly RunDraft[],
  touchstone: string,
): Promise<Map<string, WrittenVerdicts>> {
  const inForce = await verdictsInForce(
    writing.transaction,
    drafts.map(({ run }) => run.id),
  );
  const fresh: NewVerdict[] = [];
  const results = new Map<string, WrittenVerdicts>();
  for (const run of drafts) {
    const known = inForce.get(run.run.id) ?? new Map();
    let runVerdictId = "";
    let [written, superseded] = [0, 0];
    for (const draft of run.verdicts) {
      const before = known.get(placeOf(draft)) ?? known.get(draft.point?.supersedes ?? "");
      const isSame = before !== undefined && says(before, draft, run.basis);
      const id = isSame ? before.id : newId();
      if (draft.point === null) runVerdictId = id;
      if (isSame) continue;
      fresh.push({ id, draft, run, supersedes: before?.id ?? null });
      written++;
      if (before !== undefined) superseded++;
    }
    const { state = "not evaluable" } = run.verdicts.at(-1) ?? {};
    results.set(run.run.id, { runVerdictId, state, written, superseded });
  }
  await supersede(
    writing,
    fresh.flatMap(({ supersedes }) => supersedes ?? []),
  );
  await insertVerdicts(writing, fresh, touchstone);
  return results;
}

/** What the verdicts on runs and on the measurements of runs say now, by run and by measurement. */
async function verdictsInForce(
  kysely: Kysely<Tables>,
  runIds: readonly string[],
): Promise<Map<string, Map<string, VerdictRow>>> {
  const rows: VerdictRow[] = await kysely
    .selectFrom("verdict")
    .select(["id", "run_id", "measurement_id", "state", "reason", "score", "baseline_id", "rule_set_id"])
    .select(["violations", "sentence", "inputs_sha256", "baseline_ids", "change_events_until"])
    .where("run_id", "in", runIds)
    .where("superseded_at", "is", null)
    .where("comparison_id", "is", null)
    .where("replicate_study_id", "is", null)
    .execute();
  const byRun = new Map<string, Map<string, VerdictRow>>();
  for (const row of rows) {
    const ofRun = byRun.get(row.run_id) ?? new Map();
    ofRun.set(row.measurement_id ?? WHOLE, row);
    byRun.set(row.run_id, ofRun);
  }
  return byRun;
}

const WHOLE = "run";

function placeOf({ point }: VerdictDraft): string {
  return point?.id ?? WHOLE;
}

/** Whether a stored verdict says what a draft does. */
function says(row: VerdictRow, draft: VerdictDraft, basis: BasisRecord): boolean {
  return (
    row.measurement_id === (draft.point?.id ?? null) &&
    row.state === draft.state &&
    row.reason === draft.reason &&
    row.score === draft.score &&
    row.baseline_id === draft.baselineId &&
    row.rule_set_id === basis.ruleSetId &&
    row.sentence === draft.sentence &&
    row.inputs_sha256 === draft.inputsSha256 &&
    canonicalJson(row.violations) === canonicalJson(draft.violations) &&
    (draft.point !== null || isSameBasis(row, basis))
  );
}

function isSameBasis(
  { baseline_ids: baselineIds, change_events_until: until }: VerdictRow,
  basis: BasisRecord,
): boolean {
  if (baselineIds === null || until === null) return false;
  return basisKey({ ruleSetId: basis.ruleSetId, baselineIds, changeEventsUntil: until }) === basisKey(basis);
}

async function supersede({ transaction, at }: Writing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update verdict set superseded_at = ${at.toISOString()}::timestamptz where id = any(${ids}::uuid[])
  `.execute(transaction);
}

async function insertVerdicts(
  { transaction, at }: Writing,
  verdicts: readonly NewVerdict[],
  touchstone: string,
): Promise<void> {
  if (verdicts.length === 0) return;
  const points = verdicts.filter(({ draft }) => draft.point !== null);
  const of = <T>(take: (verdict: NewVerdict) => T): T[] => points.map(take);
  await sql`
    insert into verdict (id, run_id, measurement_id, state, reason, score, baseline_id, rule_set_id, violations, sentence,
      inputs_sha256, touchstone, judged_at, supersedes)
    select id, run_id, measurement_id, state, reason, score, baseline_id, rule_set_id, violations::jsonb, sentence,
      inputs_sha256, ${touchstone}, ${at.toISOString()}::timestamptz, supersedes
    from unnest(
      ${of(({ id }) => id)}::uuid[], ${of(({ run }) => run.run.id)}::uuid[], ${of(({ draft }) => draft.point?.id)}::uuid[],
      ${of(({ draft }) => draft.state)}::text[], ${of(({ draft }) => draft.reason)}::text[],
      ${of(({ draft }) => draft.score)}::float8[], ${of(({ draft }) => draft.baselineId)}::uuid[],
      ${of(({ run }) => run.basis.ruleSetId)}::uuid[], ${of(({ draft }) => toJson(draft.violations))}::text[],
      ${of(({ draft }) => draft.sentence)}::text[], ${of(({ draft }) => draft.inputsSha256)}::text[],
      ${of(({ supersedes }) => supersedes)}::uuid[]
    ) as v (id, run_id, measurement_id, state, reason, score, baseline_id, rule_set_id, violations, sentence, inputs_sha256,
      supersedes)
  `.execute(transaction);
  for (const { id, draft, run, supersedes } of verdicts) {
    if (draft.point !== null) continue;
    await transaction
      .insertInto("verdict")
      .values({
        id,
        run_id: run.run.id,
        state: draft.state,
        reason: draft.reason,
        rule_set_id: run.basis.ruleSetId,
        sentence: draft.sentence,
        inputs_sha256: draft.inputsSha256,
        touchstone,
        judged_at: at,
        supersedes,
        baseline_ids: [...run.basis.baselineIds],
        change_events_until: run.basis.changeEventsUntil,
      })
      .execute();
  }
}
