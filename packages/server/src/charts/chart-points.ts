import type { MeasurementKind } from "@touchstone/quality";
import { sql } from "kysely";
import { readCursor } from "../http/page.ts";
import type { ChartPoint, ChartQuery } from "./schema.ts";

/** A lot of the charted material. */
export interface ChartLot {
  readonly id: string;
  readonly lot: string | null;
}

/** A point with what the chart is put together from. */
export interface ChartPointRow extends Omit<ChartPoint, "time" | "excluded" | "isBaseline" | "run"> {
  readonly time: Date;
  readonly runId: string;
  readonly runName: string;
  readonly kind: MeasurementKind;
  readonly assayId: string | null;
  readonly instrumentId: string | null;
  readonly exclusionId: string | null;
  readonly excludedReason: string | null;
  readonly excludedAt: Date | null;
  readonly excludedBy: string | null;
}

/**
 * The query of the latest points of a series, one more than asked for: of each lot by its index, then all together. Where a
 * series has no level the order names it too, or PostgreSQL would not see that its index has that order. Each verdict is
 * looked up by itself: a join would rather read all verdicts than those of a thousand points.
 */
export function chartPointsQuery(lots: readonly ChartLot[], query: ChartQuery) {
  const after = readCursor(query.cursor, ["moment", "id"]);
  const ids = lots.map(({ id }) => id);
  const level = query.level === undefined ? sql`m.level is null` : sql`m.level = ${query.level}`;
  const from = query.from === undefined ? sql`` : sql`and m.measured_at >= ${query.from}::timestamptz`;
  const before = query.before === undefined ? sql`` : sql`and m.measured_at < ${query.before}::timestamptz`;
  const earlier =
    after === null ? sql`` : sql`and (m.measured_at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
  const last = query.limit + 1;
  return sql<ChartPointRow>`
    select m.id as "measurementId", m.run_id as "runId", run.name as "runName", run.assay_id as "assayId",
      run.instrument_id as "instrumentId",
      m.measured_at as time, material.lot as "materialLot", m.replicate, m.kind, m.value, m.depth,
      instrument.name as instrument, m.is_imported as "isImported",
      case when reagent_lot.id is not null then jsonb_build_object('reagent', reagent, 'lot', reagent_lot.lot) end
        as "reagentLot",
      case when pipeline_version.id is not null
        then jsonb_build_object('pipeline', pipeline, 'version', pipeline_version.version) end as "pipelineVersion",
      verdict.score, verdict.state, verdict.reason, verdict.sentence, verdict.id as "verdictId",
      verdict.baseline_id as "baselineId", coalesce(verdict.violations, '[]') as violations,
      case when rule_set.id is not null
        then jsonb_build_object('id', rule_set.id, 'name', rule_set.name, 'version', rule_set.version) end as "ruleSet",
      alerted.alert_id as "alertId",
      exclusion.id as "exclusionId", exclusion.reason as "excludedReason", exclusion.excluded_at as "excludedAt",
      signature.printed_name as "excludedBy"
    from (
      select m.* from unnest(${ids}::uuid[]) as lot (id)
      cross join lateral (
        select * from measurement m
        where m.material_id = lot.id and m.analyte = ${query.analyte} and ${level} and m.superseded_at is null
          ${from} ${before} ${earlier}
        order by m.level desc, m.measured_at desc, m.id desc limit ${last}
      ) m
      order by m.measured_at desc, m.id desc limit ${last}
    ) m
    join run on run.id = m.run_id
    join material on material.id = m.material_id
    left join instrument on instrument.id = m.instrument_id
    left join reagent_lot on reagent_lot.id = m.reagent_lot_id
    left join pipeline_version on pipeline_version.id = m.pipeline_version_id
    left join lateral (
      select * from verdict where verdict.measurement_id = m.id and verdict.superseded_at is null limit 1
    ) verdict on true
    left join lateral (
      select alert_id from alert_occurrence
      where verdict.state = 'out of control' and alert_occurrence.run_id = m.run_id
        and alert_occurrence.evidence ->> 'analyte' = m.analyte limit 1
    ) alerted on true
    left join rule_set on rule_set.id = verdict.rule_set_id
    left join measurement_exclusion exclusion on exclusion.measurement_id = m.id and exclusion.withdrawn_at is null
    left join signature on signature.id = exclusion.signature_id
    order by m.measured_at desc, m.id desc
  `.$castTo<ChartPointRow>();
}
