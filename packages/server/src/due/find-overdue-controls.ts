import { type AlertFinding, type ControlSchedule, overdueFinding, type ScheduledSeries } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";

/** A finding with the name of the assay that it is about. */
export interface AssayFinding {
  readonly assay: string;
  readonly finding: AlertFinding;
}

interface Row {
  readonly assay: string;
  readonly material: string;
  readonly lot: string | null;
  readonly analyte: string;
  readonly level: string | null;
  readonly interval_days: number;
  readonly since: Date;
  readonly last_measured_at: Date | null;
}

/** Controls that were not measured as often as the assay's definition in force demands. */
export async function findOverdueControls(kysely: Kysely<Tables>, now: Date): Promise<AssayFinding[]> {
  const { rows } = await controlSchedulesQuery(now).execute(kysely);
  return toSchedules(rows).flatMap((schedule) => {
    const finding = overdueFinding(schedule, now.toISOString());
    return finding === null ? [] : [{ assay: schedule.assay, finding }];
  });
}

/**
 * Every series of an approved baseline in effect whose assay, in the version in force, says how often it is measured, with
 * the last measurement since then that a run of that assay made. A series without level is looked for apart: an index finds the last
 * of either kind at once.
 */
export function controlSchedulesQuery(now: Date) {
  return sql<Row>`
    select assay.name as assay, material.name as material, material.lot, series.analyte, series.level,
      watching.interval_days,
      greatest(baseline.effective_from, baseline.approved_at) as since,
      last.measured_at as last_measured_at
    from baseline
    join assay as own on own.id = baseline.assay_id
    join assay on assay.name = own.name and assay.status = 'approved'
    join baseline_series as series on series.baseline_id = baseline.id
    join material on material.id = series.material_id and material.retired_at is null
    cross join lateral (
      select (watched -> 'controlIntervalDays' ->> 'value')::float8 as interval_days
      from jsonb_array_elements(assay.document -> 'analytes') as watched
      where watched ->> 'analyte' = series.analyte and watched -> 'materials' ? material.name::text
        and watched ? 'controlIntervalDays'
      limit 1
    ) as watching
    left join lateral (
      select max(measured_at) as measured_at from (
        (${lastMeasurement(sql`measurement.level = series.level`)})
        union all
        (${lastMeasurement(sql`measurement.level is null and series.level is null`)})
      ) as of_either
    ) as last on true
    where baseline.status = 'approved' and baseline.effective_from <= ${now}
    order by assay.name, material.name, material.lot, series.analyte, series.level`;
}

function lastMeasurement(hasLevel: ReturnType<typeof sql>) {
  return sql`
    select measurement.measured_at from measurement
    join run on run.id = measurement.run_id
    join assay as measuring on measuring.id = run.assay_id and measuring.name = assay.name
    where measurement.material_id = series.material_id and measurement.analyte = series.analyte and ${hasLevel}
      and measurement.superseded_at is null
      and measurement.measured_at >= greatest(baseline.effective_from, baseline.approved_at)
    order by measurement.measured_at desc limit 1`;
}

/** Rows of one assay and control come together. */
function toSchedules(rows: readonly Row[]): ControlSchedule[] {
  const schedules = new Map<string, Omit<ControlSchedule, "series"> & { series: ScheduledSeries[] }>();
  for (const { assay, material, lot: materialLot, ...row } of rows) {
    const key = JSON.stringify([assay, material, materialLot]);
    const schedule = schedules.get(key) ?? { assay, material, materialLot, series: [] };
    schedules.set(key, schedule);
    schedule.series.push({
      analyte: row.analyte,
      level: row.level,
      intervalDays: row.interval_days,
      lastMeasuredAt: row.last_measured_at?.toISOString() ?? null,
      since: row.since.toISOString(),
    });
  }
  return [...schedules.values()];
}
