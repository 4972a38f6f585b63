import type { Tables } from "@touchstone/store";
import { sql, type Transaction } from "kysely";
import { invalidField } from "../error.ts";

/**
 * Links alerts to a non-conformance; those that are linked already stay so.
 *
 * @param pointer to the field that names them.
 * @throws ServerError TS_REQUEST_INVALID for an alert that is not there.
 */
export async function linkAlerts(
  transaction: Transaction<Tables>,
  nonConformanceId: string,
  alertIds: readonly string[],
  pointer: string,
): Promise<void> {
  if (alertIds.length === 0) return;
  const found = await transaction
    .selectFrom("alert")
    .select("id")
    .where(sql<boolean>`id = any(${alertIds}::uuid[])`)
    .execute();
  const known = new Set(found.map(({ id }) => id));
  const missing = alertIds.findIndex((id) => !known.has(id.toLowerCase()));
  if (missing >= 0) throw invalidField(`${pointer}/${missing}`, "is no alert; GET /api/v1/alerts lists them");
  await transaction
    .insertInto("non_conformance_alert")
    .values([...known].map((id) => ({ non_conformance_id: nonConformanceId, alert_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
