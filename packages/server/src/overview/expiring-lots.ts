import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { findExpiringLots } from "../due/find-expiring-lots.ts";
import type { AssayInForce } from "./assays-in-force.ts";
import type { ExpiringLot } from "./schema.ts";

/** A lot with the name of an assay that uses it; null for one that none in force does. */
export interface LotOfAssay {
  readonly assay: string | null;
  readonly lot: ExpiringLot;
}

/**
 * Lots that expire within so many days, or did of late: of control materials for the assays whose definition names them, of reagents
 * for those whose runs used them. A lot of several assays is there once for each.
 */
export async function expiringLots(
  kysely: Kysely<Tables>,
  now: Date,
  warningDays: number,
  assays: readonly AssayInForce[],
): Promise<LotOfAssay[]> {
  const lots = (await findExpiringLots(kysely, now, warningDays)).flatMap(({ occurrence: { evidence } }) => {
    if (evidence.type !== "lot expires") return [];
    const { use, name, lot, expiresOn, daysLeft } = evidence;
    return [{ use, name, lot, expiresOn, daysLeft }];
  });
  const users = await usersOfReagents(kysely, lots);
  const found: LotOfAssay[] = [];
  for (const lot of lots) {
    const using =
      lot.use === "reagent"
        ? assays.filter(({ name }) => users.has(JSON.stringify([lot.name, lot.lot, name])))
        : assays.filter(({ materials }) => materials.has(lot.name));
    if (using.length === 0) found.push({ assay: null, lot });
    for (const { name } of using) found.push({ assay: name, lot });
  }
  return found;
}

/** Which assays' runs used reagent lots: texts of reagent, lot and assay. */
async function usersOfReagents(kysely: Kysely<Tables>, lots: readonly ExpiringLot[]): Promise<ReadonlySet<string>> {
  const reagents = lots.filter(({ use }) => use === "reagent");
  if (reagents.length === 0) return new Set();
  const names = reagents.map(({ name }) => name);
  const numbers = reagents.map(({ lot }) => lot);
  const { rows } = await sql<{ reagent: string; lot: string; assay: string }>`
    select distinct reagent::text, lot::text, assay.name::text as assay
    from reagent_lot
    join run_reagent_lot on run_reagent_lot.reagent_lot_id = reagent_lot.id
    join run on run.id = run_reagent_lot.run_id
    join assay on assay.id = run.assay_id
    where (reagent, lot) in (select * from unnest(${names}::text[], ${numbers}::text[]))`.execute(kysely);
  return new Set(rows.map(({ reagent, lot, assay }) => JSON.stringify([reagent, lot, assay])));
}
