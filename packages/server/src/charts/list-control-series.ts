import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { IdSchema, MomentOutSchema, momentOut, NameSchema, orNull } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { VerdictStateSchema } from "../verdicts/schema.ts";

/** What the list of series can be narrowed to. */
export const ControlSeriesQuerySchema = Type.Object(
  { ...pageQuery, material: Type.Optional(NameSchema), analyte: Type.Optional(NameSchema) },
  { additionalProperties: false },
);

/** One analyte in one lot of a material on one level, with its latest measurement. */
export const ControlSeriesSchema = Type.Object({
  id: IdSchema,
  material: Type.String(),
  materialLot: orNull(Type.String()),
  analyte: Type.String(),
  level: orNull(Type.String()),
  latest: orNull(
    Type.Object({
      run: Type.Object({ id: IdSchema, name: Type.String() }),
      time: MomentOutSchema,
      value: Type.Number(),
      score: orNull(Type.Number({ description: "Standard deviations from the mean that it was held against." })),
      state: orNull(VerdictStateSchema),
      reason: orNull(Type.String({ description: "Why it is not evaluable." })),
      baseline: orNull(Type.Object({ id: IdSchema, name: Type.String(), version: Type.Integer() })),
    }),
  ),
});

type ControlSeriesQuery = Static<typeof ControlSeriesQuerySchema>;
type ControlSeries = Static<typeof ControlSeriesSchema>;
type Latest = NonNullable<ControlSeries["latest"]>;

/** A series as the query gives it. */
interface SeriesRow extends Omit<ControlSeries, "latest"> {
  readonly runId: string | null;
  readonly runName: string | null;
  readonly time: Date | null;
  readonly value: number | null;
  readonly score: number | null;
  readonly state: Latest["state"];
  readonly reason: string | null;
  readonly baseline: Latest["baseline"];
}

/**
 * The query of a page of series, by material, lot, analyte and level. The latest measurement of each is looked up by its
 * index, which series without a level are asked otherwise than those with one.
 */
function controlSeriesQuery(query: ControlSeriesQuery) {
  const after = readCursor(query.cursor, ["text", "text", "text", "text"]);
  const material = query.material === undefined ? sql`true` : sql`material.name = ${query.material}`;
  const analyte = query.analyte === undefined ? sql`true` : sql`series.analyte = ${query.analyte}`;
  const place = sql`material.name, coalesce(material.lot, ''), series.analyte, coalesce(series.level, '')`;
  const later = after === null ? sql`true` : sql`(${place}) > (${after[0]}, ${after[1]}, ${after[2]}, ${after[3]})`;
  const ofSeries = sql`m.material_id = s.material_id and m.analyte = s.analyte and m.superseded_at is null`;
  const last = sql`m.measured_at desc, m.id desc limit 1`;
  return sql<SeriesRow>`
    select s.id, s.material, s."materialLot", s.analyte, s.level, run.id as "runId", run.name as "runName",
      latest.measured_at as time, latest.value, verdict.score, verdict.state, verdict.reason,
      case when baseline.id is not null
        then jsonb_build_object('id', baseline.id, 'name', baseline.name, 'version', baseline.version) end as baseline
    from (
      select series.*, material.name as material, material.lot as "materialLot"
      from control_series series join material on material.id = series.material_id
      where ${material} and ${analyte} and ${later}
      order by ${place} limit ${query.limit + 1}
    ) s
    left join lateral (
      (select * from measurement m where ${ofSeries} and m.level = s.level order by ${last})
      union all
      (select * from measurement m where ${ofSeries} and m.level is null and s.level is null order by m.level desc, ${last})
    ) latest on true
    left join run on run.id = latest.run_id
    left join verdict on verdict.measurement_id = latest.id and verdict.superseded_at is null
    left join baseline on baseline.id = verdict.baseline_id
    order by s.material, coalesce(s."materialLot", ''), s.analyte, coalesce(s.level, '')
  `;
}

/** A page of the series that were ever measured, each with the verdict on its latest measurement. */
export async function listControlSeries(
  kysely: Kysely<Tables>,
  query: ControlSeriesQuery,
): Promise<{ items: ControlSeries[]; next: string | null }> {
  const { rows } = await controlSeriesQuery(query).execute(kysely);
  const keysetOf = ({ material, materialLot, analyte, level }: SeriesRow) => {
    return [material, materialLot ?? "", analyte, level ?? ""];
  };
  return toPage(rows, query.limit, keysetOf, toSeries);
}

function toSeries({
  runId,
  runName,
  time,
  value,
  score,
  state,
  reason,
  baseline,
  ...series
}: SeriesRow): ControlSeries {
  if (runId === null || time === null || value === null) return { ...series, latest: null };
  const run = { id: runId, name: runName ?? "" };
  return { ...series, latest: { run, time: momentOut(time), value, score, state, reason, baseline } };
}
