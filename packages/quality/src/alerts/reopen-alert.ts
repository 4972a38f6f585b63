import { QualityError } from "../error.ts";
import { parseMoment } from "../measurements/moment.ts";
import { type Alert, describeAlert } from "./alert.ts";
import { newAlert } from "./new-alert.ts";

/** Who reopens what was resolved, and why. */
export interface Reopening {
  /** UTC. */
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

/**
 * The alerts after a person found that one was resolved too soon. It stays as it is; a new one follows it and begins with
 * its last occurrence.
 *
 * @throws QualityError TS_ALERT_TRANSITION when there is no such alert, it is not resolved, another one follows it
 *   already, name or reason is empty, or the moment is none or before its resolution.
 */
export function reopenAlert(alerts: readonly Alert[], id: string, reopening: Reopening): readonly Alert[] {
  const alert = alerts.find((one) => one.id === id);
  if (alert === undefined) throw notReopened(`there is no alert ${id}`, "id");
  const refuse = (why: string, field: string) => notReopened(`the ${describeAlert(alert)}: ${why}`, field);
  if (alert.state !== "resolved") throw refuse(`it is ${alert.state}`, "state");
  if (alerts.some(({ follows }) => follows === id)) throw refuse("another one follows it already", "state");
  const { at, by, reason } = reopening;
  if (by.trim() === "") throw refuse("who does is not said", "by");
  if (reason.trim() === "") throw refuse("why is not said", "reason");
  if (parseMoment(at) !== at) throw refuse(`'${at}' is no moment in UTC`, "at");
  const last = alert.history[alert.history.length - 1].at;
  if (at < last) throw refuse(`${at} is before ${last}, when it was resolved`, "at");
  const occurrence = alert.occurrences[alert.occurrences.length - 1];
  return [...alerts, newAlert({ ...alert, occurrence }, alert, reopening)];
}

function notReopened(what: string, field: string): QualityError {
  return new QualityError("TS_ALERT_TRANSITION", `cannot reopen: ${what}`, { field });
}
