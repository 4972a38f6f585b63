import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { linkAlerts } from "./link-alerts.ts";
import { publishedOf } from "./open-non-conformance.ts";
import { findNonConformance } from "./queries.ts";
import type { NonConformanceChange, NonConformanceDetail } from "./schema.ts";

/**
 * Changes a non-conformance that is open, or links further alerts to it. Publishes `non-conformance.changed`.
 *
 * @throws ServerError TS_NOT_FOUND; TS_CONFLICT when it is closed; TS_REQUEST_INVALID for an alert that is not there.
 */
export async function changeNonConformance(
  writing: Writing,
  id: string,
  { addAlertIds = [], rootCause, ...change }: NonConformanceChange,
): Promise<Answer<NonConformanceDetail>> {
  const { transaction } = writing;
  const old = await findNonConformance(transaction, id);
  requireOpen(old);
  const trimmed = change.description === undefined ? {} : { description: change.description.trim() };
  const set = { ...change, ...trimmed, ...(rootCause === undefined ? {} : { root_cause: rootCause }) };
  if (Object.keys(set).length > 0) {
    await transaction.updateTable("non_conformance").set(set).where("id", "=", id).execute();
  }
  await linkAlerts(transaction, id, addAlertIds, "/body/addAlertIds");
  const body = await findNonConformance(transaction, id);
  writing.record({ action: "non-conformance.change", subject: { kind: "non-conformance", id }, old, new: body });
  writing.publish(publishedOf("changed", body));
  return { status: 200, body };
}

/** @throws ServerError TS_CONFLICT when it is closed. */
export function requireOpen({ number, status }: Pick<NonConformanceDetail, "number" | "status">): void {
  if (status !== "open") throw new ServerError("TS_CONFLICT", `non-conformance ${number} is closed`);
}
