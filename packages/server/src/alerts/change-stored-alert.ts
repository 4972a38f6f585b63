import { changeAlert } from "@touchstone/quality";
import type { Caller } from "../access/caller.ts";
import { notFound } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import { keepAlerts } from "./keep-alerts.ts";
import { momentAfter } from "./raise-findings.ts";
import { loadAlerts } from "./stored-alert.ts";

/** What a person does about an alert. */
export type AlertMove = { readonly type: "acknowledge" } | { readonly type: "resolve"; readonly reason: string };

/**
 * Acknowledges or resolves an alert in the caller's name. Publishes `alert.acknowledged` or `alert.resolved`.
 *
 * @param id of the record.
 * @throws ServerError TS_NOT_FOUND; QualityError TS_ALERT_TRANSITION for a move that the alert's state does not allow.
 */
export async function changeStoredAlert(
  writing: Writing,
  { name, principalId }: Pick<Caller, "name" | "principalId">,
  id: string,
  move: AlertMove,
): Promise<void> {
  const known = await loadAlerts(writing.transaction, (alert) => alert("alert.id", "=", id));
  if (known.length === 0) throw notFound("alert", id);
  const after = known.map(({ alert }) =>
    changeAlert(alert, { ...move, at: momentAfter(writing.at, [alert]), by: name }),
  );
  await keepAlerts(writing, known, after, { runId: null, verdictId: null, assay: null, principalId });
}
