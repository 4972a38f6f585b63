import { escalateAlerts } from "@touchstone/quality";
import type { Writing } from "../writing/perform.ts";
import { keepAlerts } from "./keep-alerts.ts";
import { momentAfter } from "./raise-findings.ts";
import { loadAlerts } from "./stored-alert.ts";

/**
 * Escalates the alerts that nobody acknowledged or resolved in time; a second call at the same moment changes nothing.
 * Publishes `alert.escalated`.
 *
 * @returns how many were escalated.
 */
export async function escalateDueAlerts(writing: Writing): Promise<number> {
  const known = await loadAlerts(writing.transaction, (alert) => alert("alert.status", "<>", "resolved"));
  const alerts = known.map(({ alert }) => alert);
  const after = alerts.flatMap((alert) => escalateAlerts([alert], { at: momentAfter(writing.at, [alert]) }));
  const nothing = { runId: null, verdictId: null, assay: null, principalId: null };
  return (await keepAlerts(writing, known, after, nothing)).length;
}
