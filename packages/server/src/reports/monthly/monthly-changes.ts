import type { ExpiringLot, MonthlyChange, MonthlyPeriod } from "@touchstone/report";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { selectChangeEvents, toChangeEvent } from "../../change-events/queries.ts";
import { versionText } from "../../judging/version-text.ts";

/** Days after the month up to which lots that expire are named. */
const DAYS_AHEAD = 60;
const MILLISECONDS_PER_DAY = 86_400_000;

/** What changed in the month for the assay, or for all assays. */
export async function changesOfMonth(
  kysely: Kysely<Tables>,
  assayIds: readonly string[],
  { from, before }: MonthlyPeriod,
): Promise<MonthlyChange[]> {
  const rows = await selectChangeEvents(kysely)
    .where("change_event.happened_at", ">=", new Date(from))
    .where("change_event.happened_at", "<", new Date(before))
    .where(sql<boolean>`(change_event.assay_id is null or change_event.assay_id = any(${assayIds}::uuid[]))`)
    .orderBy("change_event.happened_at")
    .orderBy("change_event.id")
    .execute();
  return rows.map((row) => {
    const { kind, happenedAt, description, assay, instrument, reagentLot, material, pipelineVersion } =
      toChangeEvent(row);
    const concerns = [
      assay === null ? "all assays" : `${assay.name} ${assay.version}`,
      ...(instrument === null ? [] : [instrument.name]),
      ...(reagentLot === null ? [] : [`${reagentLot.reagent} ${reagentLot.lot}`]),
      ...(material === null ? [] : [`${material.name}${material.lot === null ? "" : ` ${material.lot}`}`]),
      ...(pipelineVersion === null ? [] : [versionText(pipelineVersion.pipeline, pipelineVersion.version)]),
    ];
    return { kind, happenedAt, description, concerns };
  });
}

/** Lots of reagents and control materials in use that expired in the month or expire soon after it. */
export async function lotsOfMonth(
  kysely: Kysely<Tables>,
  runIds: readonly string[],
  { from, before }: MonthlyPeriod,
): Promise<ExpiringLot[]> {
  const [first, last] = [from.slice(0, 10), day(Date.parse(before) + DAYS_AHEAD * MILLISECONDS_PER_DAY)];
  const { rows } = await sql<Omit<ExpiringLot, "daysLeft">>`
    select 'reagent' as "use", reagent as name, lot, expires_on as "expiresOn", exists (
        select from run_reagent_lot where reagent_lot_id = reagent_lot.id and run_id = any(${runIds}::uuid[])
      ) as "isUsed"
    from reagent_lot
    where expires_on between ${first} and ${last} and (retired_at is null or retired_at >= ${before}::timestamptz)
    union all
    select 'control material', name, lot, expires_on, exists (
        select from measurement where material_id = material.id and run_id = any(${runIds}::uuid[])
      )
    from material
    where expires_on between ${first} and ${last} and (retired_at is null or retired_at >= ${before}::timestamptz)
      and use = 'control'
    order by 4, 2, 3`.execute(kysely);
  const end = Date.parse(before);
  return rows.map((lot) => ({ ...lot, daysLeft: (Date.parse(lot.expiresOn) - end) / MILLISECONDS_PER_DAY }));
}

function day(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
