import type { Tables } from "@touchstone/store";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { StoredControl, StoredPoint } from "./stored-point.ts";

const columns = sql`
  m.id, m.run_id as "runId", m.measured_at as "time", m.material_id as "materialId", m.analyte, m.level, m.replicate, m.kind,
  m.value, m.depth, m.reagent_lot_id as "reagentLotId", m.pipeline_version_id as "pipelineVersionId", m.supersedes`;
/** What rules see: nothing that was corrected, nothing of the time before Touchstone. */
const isJudged = sql`m.superseded_at is null and not m.is_imported`;

/** All control measurements of some runs. */
export async function readPointsOfRuns(kysely: Kysely<Tables>, runIds: readonly string[]): Promise<StoredPoint[]> {
  const { rows } = await sql<StoredPoint>`
    select ${columns} from measurement m where m.run_id = any(${runIds}::uuid[]) and ${isJudged}
  `.execute(kysely);
  return rows;
}

/** Which measurements of a control are wanted. */
export interface PointsOfControls {
  readonly controls: readonly StoredControl[];
  readonly replicate: number;
  readonly before: Date;
  /** The last so many, for each control; all when null. */
  readonly last: number | null;
}

/** The last measurements of each control before a moment, in no order. */
export function readPointsBefore(
  kysely: Kysely<Tables>,
  { controls, replicate, before, last }: PointsOfControls,
): Promise<StoredPoint[]> {
  const wanted = sql`m.replicate = ${replicate} and m.measured_at < ${before.toISOString()}::timestamptz`;
  return readOfControls(kysely, controls, wanted, last === null ? sql`` : sql`limit ${last}`);
}

/** The measurements of each control from a moment to another one, both included, in no order. */
export function readPointsWithin(
  kysely: Kysely<Tables>,
  { controls, replicate, from, to }: Pick<PointsOfControls, "controls" | "replicate"> & { from: Date; to: Date },
): Promise<StoredPoint[]> {
  const [first, last] = [from.toISOString(), to.toISOString()];
  const wanted = sql`m.replicate = ${replicate} and m.measured_at between ${first}::timestamptz and ${last}::timestamptz`;
  return readOfControls(kysely, controls, wanted, sql``);
}

async function readOfControls(
  kysely: Kysely<Tables>,
  controls: readonly StoredControl[],
  wanted: RawBuilder<unknown>,
  limit: RawBuilder<unknown>,
): Promise<StoredPoint[]> {
  if (controls.length === 0) return [];
  const [materials, analytes] = [controls.map((one) => one.materialId), controls.map((one) => one.analyte)];
  const levels = controls.map(({ level }) => level ?? "");
  const { rows } = await sql<StoredPoint>`
    select ${columns}
    from unnest(${materials}::uuid[], ${analytes}::text[], ${levels}::text[]) as c (material_id, analyte, level)
    cross join lateral (
      select * from measurement m
      where m.material_id = c.material_id and m.analyte = c.analyte and coalesce(m.level, '') = c.level
        and ${isJudged} and ${wanted}
      order by m.measured_at desc ${limit}
    ) m
  `.execute(kysely);
  return rows;
}
