import type { MeasurementKind } from "@touchstone/quality";
import { newId } from "@touchstone/store";
import { sql } from "kysely";
import { controlsOf } from "../judging/stored-point.ts";
import type { Writing } from "../writing/perform.ts";

/** A measurement to be stored. */
export interface MeasurementRow {
  readonly id: string;
  readonly runId: string;
  readonly materialId: string;
  readonly analyte: string;
  readonly level: string | null;
  readonly replicate: number;
  readonly kind: MeasurementKind;
  readonly value: number;
  readonly depth: number | null;
  readonly instrumentId: string | null;
  readonly reagentLotId: string | null;
  readonly pipelineVersionId: string | null;
  readonly measuredAt: Date;
  readonly isImported: boolean;
  /** The measurement that this one corrects. */
  readonly supersedes: string | null;
}

/** Stores measurements, thousands in one statement; those that they correct are out of force from then on. */
export async function insertMeasurements({ transaction, at }: Writing, rows: readonly MeasurementRow[]): Promise<void> {
  const moment = at.toISOString();
  const superseded = rows.flatMap(({ supersedes }) => supersedes ?? []);
  if (superseded.length > 0) {
    await sql`
      update measurement set superseded_at = ${moment}::timestamptz where id = any(${superseded}::uuid[])
    `.execute(transaction);
  }
  const of = <T>(take: (row: MeasurementRow) => T): T[] => rows.map(take);
  await sql`
    insert into measurement (id, run_id, material_id, analyte, level, replicate, kind, value, depth, instrument_id,
      reagent_lot_id, pipeline_version_id, measured_at, is_imported, supersedes, created_at)
    select id, run_id, material_id, analyte, level, replicate, kind, value, depth, instrument_id,
      reagent_lot_id, pipeline_version_id, measured_at, is_imported, supersedes, ${moment}::timestamptz
    from unnest(
      ${of(({ id }) => id)}::uuid[], ${of(({ runId }) => runId)}::uuid[], ${of(({ materialId }) => materialId)}::uuid[],
      ${of(({ analyte }) => analyte)}::text[], ${of(({ level }) => level)}::text[],
      ${of(({ replicate }) => replicate)}::integer[], ${of(({ kind }) => kind)}::text[],
      ${of(({ value }) => value)}::float8[], ${of(({ depth }) => depth)}::bigint[],
      ${of(({ instrumentId }) => instrumentId)}::uuid[], ${of(({ reagentLotId }) => reagentLotId)}::uuid[],
      ${of(({ pipelineVersionId }) => pipelineVersionId)}::uuid[],
      ${of(({ measuredAt }) => measuredAt.toISOString())}::timestamptz[],
      ${of(({ isImported }) => isImported)}::boolean[], ${of(({ supersedes }) => supersedes)}::uuid[]
    ) as m (id, run_id, material_id, analyte, level, replicate, kind, value, depth, instrument_id, reagent_lot_id,
      pipeline_version_id, measured_at, is_imported, supersedes)
  `.execute(transaction);
  await insertSeries(transaction, rows);
}

/** Keeps which series there are, for lists of charts. */
async function insertSeries(transaction: Writing["transaction"], rows: readonly MeasurementRow[]): Promise<void> {
  const series = [...controlsOf(rows).values()];
  await sql`
    insert into control_series (id, material_id, analyte, level)
    select * from unnest(
      ${series.map(() => newId())}::uuid[], ${series.map(({ materialId }) => materialId)}::uuid[],
      ${series.map(({ analyte }) => analyte)}::text[], ${series.map(({ level }) => level)}::text[]
    )
    on conflict do nothing
  `.execute(transaction);
}
