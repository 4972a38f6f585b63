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

/** A control, and before which moment its measurements are wanted. */
export interface ControlBefore {
  readonly control: StoredControl;
  readonly before: Date;
}

/**
 * The last measurements of each control before a moment, in no order: so many, with all that have the time of the oldest of
 * them. Fewer of a control are all that it has.
 */
export function readPointsBefore(
  kysely: Kysely<Tables>,
  asked: readonly ControlBefore[],
  { replicate, last }: { readonly replicate: number; readonly last: number },
): Promise<StoredPoint[]> {
  const befores = asked.map(({ before }) => before.toISOString());
  const controls = asked.map(({ control }) => control);
  const wanted = sql`m.replicate = ${replicate} and m.measured_at < c.before`;
  return readOfControls(kysely, { controls, befores }, wanted, sql`fetch first (${last}) rows with ties`);
}

/** Whether other runs than some were performed from a moment to another one, both included. */
export async function hasOtherRuns(
  kysely: Kysely<Tables>,
  runIds: readonly string[],
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<boolean> {
  const found = await kysely
    .selectFrom("run")
    .select("id")
    .where("performed_at", ">=", from)
    .where("performed_at", "<=", to)
    .where(sql<boolean>`id <> all(${runIds}::uuid[])`)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** The measurements of each control from a moment to another one, both included, in no order. */
export function readPointsWithin(
  kysely: Kysely<Tables>,
  controls: readonly StoredControl[],
  { replicate, from, to }: { readonly replicate: number; readonly from: Date; readonly to: Date },
): Promise<StoredPoint[]> {
  const [first, last] = [from.toISOString(), to.toISOString()];
  const wanted = sql`m.replicate = ${replicate} and m.measured_at between ${first}::timestamptz and ${last}::timestamptz`;
  return readOfControls(kysely, { controls, befores: controls.map(() => null) }, wanted, sql``);
}

async function readOfControls(
  kysely: Kysely<Tables>,
  { controls, befores }: { readonly controls: readonly StoredControl[]; readonly befores: readonly (string | null)[] },
  wanted: RawBuilder<unknown>,
  limit: RawBuilder<unknown>,
): Promise<StoredPoint[]> {
  if (controls.length === 0) return [];
  const [materials, analytes] = [controls.map((one) => one.materialId), controls.map((one) => one.analyte)];
  const levels = controls.map(({ level }) => level ?? "");
  const { rows } = await sql<StoredPoint>`
    select ${columns}
    from unnest(${materials}::uuid[], ${analytes}::text[], ${levels}::text[], ${befores}::timestamptz[])
      as c (material_id, analyte, level, before)
    cross join lateral (
      select * from measurement m
      where m.material_id = c.material_id and m.analyte = c.analyte and coalesce(m.level, '') = c.level
        and ${isJudged} and ${wanted}
      order by m.measured_at desc ${limit}
    ) m
  `.execute(kysely);
  return rows;
}
