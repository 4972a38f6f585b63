import { type AlertFinding, expiryFinding, type LotInUse } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";

/** Days after which nothing new is said of a lot that expired: lots of earlier years are no news to a new installation. */
const LOOKING_BACK = 30;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Lots of reagents and control materials that nobody has retired and that expire soon, or did of late. */
export async function findExpiringLots(
  kysely: Kysely<Tables>,
  now: Date,
  warningDays: number,
): Promise<AlertFinding[]> {
  const day = (offset: number) => new Date(now.getTime() + offset * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
  const [from, to] = [day(-LOOKING_BACK), day(warningDays)];
  const { rows } = await sql<LotInUse>`
    select 'reagent' as "use", reagent as name, lot, expires_on as "expiresOn" from reagent_lot
    where expires_on between ${from} and ${to} and retired_at is null
    union all
    select 'control material', name, lot, expires_on from material
    where expires_on between ${from} and ${to} and retired_at is null and use = 'control'
    order by 4, 2, 3`.execute(kysely);
  return rows.flatMap((lot) => expiryFinding(lot, now.toISOString(), warningDays) ?? []);
}
