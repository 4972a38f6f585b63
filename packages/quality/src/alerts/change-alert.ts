import { QualityError } from "../error.ts";
import { parseMoment } from "../measurements/moment.ts";
import { type Alert, type AlertOccurrence, type AlertRecord, describeAlert } from "./alert.ts";

/** What can happen to an alert after it was raised. Moments are UTC, `2026-01-31T08:00:00.000Z`. */
export type AlertEvent =
  | { readonly type: "occur"; readonly occurrence: AlertOccurrence }
  | { readonly type: "escalate"; readonly at: string; readonly level: number; readonly reason: string }
  | { readonly type: "acknowledge"; readonly at: string; readonly by: string }
  | { readonly type: "resolve"; readonly at: string; readonly by: string; readonly reason: string };

/**
 * The alert after an event. An occurrence that it has already changes nothing; a person acknowledges an open alert, and
 * resolves an acknowledged one with a reason. What is resolved stays as it is: a new alert follows it.
 *
 * @throws QualityError TS_ALERT_TRANSITION for an event that the state does not allow, a person without name, a
 *   resolution without reason, a level that is no higher, or a moment that is none or lies before what was done last.
 */
export function changeAlert(alert: Alert, event: AlertEvent): Alert {
  if (alert.state === "resolved") throw refused(alert, event, "it is resolved");
  if (event.type === "occur") return withOccurrence(alert, event.occurrence);
  requireMoment(alert, event);
  switch (event.type) {
    case "escalate":
      if (!(Number.isInteger(event.level) && event.level > alert.level)) {
        throw refused(alert, event, `level ${event.level} is not above ${alert.level}`, "level");
      }
      return { ...withRecord(alert, { action: "escalated", by: null, ...event }), level: event.level };
    case "acknowledge":
      if (alert.state !== "open") throw refused(alert, event, `it is ${alert.state}`);
      requireText(alert, event, "by", event.by);
      return { ...withRecord(alert, { action: "acknowledged", reason: null, ...event }), state: "acknowledged" };
    case "resolve":
      if (alert.state !== "acknowledged") throw refused(alert, event, "nobody has acknowledged it");
      requireText(alert, event, "by", event.by);
      requireText(alert, event, "reason", event.reason);
      return { ...withRecord(alert, { action: "resolved", ...event }), state: "resolved" };
  }
}

function withOccurrence(alert: Alert, occurrence: AlertOccurrence): Alert {
  if (alert.occurrences.some(({ key }) => key === occurrence.key)) return alert;
  return { ...alert, occurrences: [...alert.occurrences, occurrence] };
}

function withRecord(
  alert: Alert,
  { action, at, by, reason, level = alert.level }: Omit<AlertRecord, "level"> & { readonly level?: number },
): Alert {
  return { ...alert, history: [...alert.history, { action, at, by, reason, level }] };
}

function requireMoment(alert: Alert, event: Exclude<AlertEvent, { type: "occur" }>): void {
  if (parseMoment(event.at) !== event.at) throw refused(alert, event, `'${event.at}' is no moment in UTC`, "at");
  const last = alert.history[alert.history.length - 1].at;
  if (event.at < last) throw refused(alert, event, `${event.at} is before ${last}, when it was last changed`, "at");
}

function requireText(alert: Alert, event: AlertEvent, field: "by" | "reason", text: string): void {
  if (text.trim() === "")
    throw refused(alert, event, field === "by" ? "who does is not said" : "why is not said", field);
}

function refused(alert: Alert, { type }: AlertEvent, why: string, field = "state"): QualityError {
  const verb = type === "occur" ? "occur again" : type;
  return new QualityError("TS_ALERT_TRANSITION", `cannot ${verb} the ${describeAlert(alert)}: ${why}`, { field });
}
