import { createHash } from "node:crypto";
import { newId, type Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { type FieldProblem, ServerError } from "../error.ts";
import { judgeControls } from "../judging/judge-controls.ts";
import { ensureInstrument, ensureMaterial, ensureReagentLot } from "../named/ensure-named.ts";
import { createRun } from "../runs/create-run.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { insertMeasurements, type MeasurementRow } from "./insert-measurements.ts";
import { requireMeasurable } from "./require-measurable.ts";
import type { MeasuredRun, NewMeasurement, NewMeasurements } from "./schema.ts";

/**
 * Adds control measurements of a run and judges them, with the runs after it where this one came late. Those that are
 * there already change nothing; values that differ are refused unless they are said to correct the stored ones. Imported
 * ones are kept apart: no rule sees them.
 *
 * @param touchstone version that verdicts name.
 * @throws ServerError TS_CONFLICT for other values than those stored or another run of that name; QualityError
 *   TS_RULE_ON_SCORE, TS_MEASUREMENT_INVALID.
 */
export async function addMeasurements(
  writing: Writing,
  { run: named, measurements, supersede }: NewMeasurements,
  touchstone: string,
): Promise<Answer<MeasuredRun>> {
  requireMeasurable(measurements);
  const { transaction } = writing;
  const run = await runOf(writing, named);
  const rows = await resolve(writing, run, measurements);
  const known = await measurementsInForce(transaction, run.id);
  const { added, corrected } = compare(rows, known);
  if (corrected.length > 0 && supersede === undefined) throw differs(run.name, rows, corrected);
  const changed = [...added, ...corrected];
  if (changed.length > 0) {
    await insertMeasurements(writing, changed);
    writing.record({
      action: "measurements.add",
      subject: { kind: "run", id: run.id },
      new: { added: added.length, corrected: corrected.length, sha256: hashOf(changed) },
      ...(supersede === undefined ? {} : { reason: supersede.reason.trim() }),
    });
    const payload = { id: run.id, name: run.name, added: added.length, corrected: corrected.length };
    writing.publish({ topic: "measurements.added", recordKind: "run", recordId: run.id, payload });
    const analytes = [...new Set(changed.map(({ analyte }) => analyte))];
    if (!run.isImported) await judgeControls(writing, { runId: run.id, analytes }, touchstone);
  }
  return { status: changed.length > 0 ? 201 : 200, body: await measuredRun(transaction, run) };
}

/** SHA-256 of what is stored, a line of JSON each. */
function hashOf(rows: readonly MeasurementRow[]): string {
  const hash = createHash("sha256");
  for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  return hash.digest("hex");
}

interface MeasuredIn {
  readonly id: string;
  readonly name: string;
  readonly isImported: boolean;
  readonly measuredAt: Date;
  readonly instrumentId: string | null;
  readonly pipelineVersionId: string | null;
}

async function runOf(writing: Writing, named: NewMeasurements["run"]): Promise<MeasuredIn> {
  const run = await inRunOfBody(() => createRun(writing, { ...named, status: named.status ?? "succeeded" }));
  const first = await writing.transaction
    .selectFrom("measurement")
    .select("measured_at")
    .where("run_id", "=", run.body.id)
    .where("superseded_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  const { id, name, isImported, performedAt, instrument, pipelineVersion } = run.body;
  return {
    id,
    name,
    isImported,
    // A run has one time, by which windows of rules are put in order.
    measuredAt: first?.measured_at ?? new Date(performedAt),
    instrumentId: instrument?.id ?? null,
    pipelineVersionId: pipelineVersion?.id ?? null,
  };
}

/** What is wrong with the run is in a part of the body. */
async function inRunOfBody<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ServerError) || error.details.fields === undefined) throw error;
    const fields = error.details.fields.map(({ pointer, message }) => {
      return { pointer: pointer.replace(/^\/body\//, "/body/run/"), message };
    });
    throw new ServerError(error.code, error.message, { ...error.details, fields }, error);
  }
}

async function resolve(
  writing: Writing,
  run: MeasuredIn,
  measurements: readonly NewMeasurement[],
): Promise<MeasurementRow[]> {
  const materials = new Ids<{ name: string; lot: string | null }>((named) => ensureMaterial(writing, named));
  const instruments = new Ids<string>((name) => ensureInstrument(writing, name));
  const lots = new Ids<{ reagent: string; lot: string }>((named) => ensureReagentLot(writing, named));
  const rows: MeasurementRow[] = [];
  for (const one of measurements) {
    rows.push({
      id: newId(),
      runId: run.id,
      materialId: await materials.of({ name: one.material, lot: one.materialLot ?? null }),
      analyte: one.analyte,
      level: one.level ?? null,
      replicate: one.replicate ?? 1,
      kind: one.kind,
      value: one.value,
      depth: one.depth ?? null,
      instrumentId: one.instrument === undefined ? run.instrumentId : await instruments.of(one.instrument),
      reagentLotId: one.reagentLot === undefined ? null : await lots.of(one.reagentLot),
      pipelineVersionId: run.pipelineVersionId,
      measuredAt: run.measuredAt,
      isImported: run.isImported,
      supersedes: null,
    });
  }
  return rows;
}

/** Ids of what is named many times, each looked for once. */
class Ids<Named> {
  readonly #ensure: (named: Named) => Promise<string>;
  readonly #known = new Map<string, string>();

  constructor(ensure: (named: Named) => Promise<string>) {
    this.#ensure = ensure;
  }

  async of(named: Named): Promise<string> {
    const key = JSON.stringify(named);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const id = await this.#ensure(named);
    this.#known.set(key, id);
    return id;
  }
}

type Known = Pick<
  MeasurementRow,
  "id" | "materialId" | "analyte" | "level" | "replicate" | "kind" | "value" | "depth" | "instrumentId" | "reagentLotId"
>;

async function measurementsInForce(kysely: Kysely<Tables>, runId: string): Promise<Map<string, Known>> {
  const rows = await kysely
    .selectFrom("measurement")
    .select([
      "id",
      "material_id as materialId",
      "analyte",
      "level",
      "replicate",
      "kind",
      "value",
      "depth",
      "instrument_id as instrumentId",
      "reagent_lot_id as reagentLotId",
    ])
    .where("run_id", "=", runId)
    .where("superseded_at", "is", null)
    .execute();
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function keyOf({ materialId, analyte, level, replicate }: Omit<Known, "id">): string {
  return JSON.stringify([materialId, analyte, level, replicate]);
}

function compare(
  rows: readonly MeasurementRow[],
  known: ReadonlyMap<string, Known>,
): { readonly added: MeasurementRow[]; readonly corrected: MeasurementRow[] } {
  const added: MeasurementRow[] = [];
  const corrected: MeasurementRow[] = [];
  for (const row of rows) {
    const stored = known.get(keyOf(row));
    if (stored === undefined) added.push(row);
    else if (differences(row, stored).length > 0) corrected.push({ ...row, supersedes: stored.id });
  }
  return { added, corrected };
}

const FIELDS = ["kind", "value", "depth", "instrumentId", "reagentLotId"] as const;

function differences(row: MeasurementRow, stored: Known): (typeof FIELDS)[number][] {
  return FIELDS.filter((field) => row[field] !== stored[field]);
}

/** Problems that a refusal names at most. */
const MOST_PROBLEMS = 20;

function differs(run: string, rows: readonly MeasurementRow[], corrected: readonly MeasurementRow[]): ServerError {
  const places = new Map(rows.map(({ id }, index) => [id, index]));
  const fields = corrected.slice(0, MOST_PROBLEMS).map(({ id, analyte }): FieldProblem => {
    const message = `${analyte} of run ${run} is stored with other content`;
    return { pointer: `/body/measurements/${places.get(id)}`, message };
  });
  const message = `${corrected.length} measurements of run ${run} are stored with other content, the first of ${corrected[0]?.analyte}; send \`supersede\` with a reason to correct them`;
  return new ServerError("TS_CONFLICT", message, { fields });
}

async function measuredRun(kysely: Kysely<Tables>, { id, name, isImported }: MeasuredIn): Promise<MeasuredRun> {
  const { n } = await kysely
    .selectFrom("measurement")
    .select(sql<number>`count(*)::int`.as("n"))
    .where("run_id", "=", id)
    .where("superseded_at", "is", null)
    .executeTakeFirstOrThrow();
  const verdict = await kysely
    .selectFrom("verdict")
    .select(["id", "state", "reason", "sentence"])
    .where("run_id", "=", id)
    .where("superseded_at", "is", null)
    .where("baseline_ids", "is not", null)
    .executeTakeFirst();
  return { run: { id, name, isImported }, measurements: n, verdict: verdict ?? null };
}
