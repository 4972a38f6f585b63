import { QualityError } from "../error.ts";
import { parseMoment } from "../measurements/moment.ts";
import type { Alert, AlertFinding } from "./alert.ts";
import { changeAlert } from "./change-alert.ts";
import { defaultEscalation, dueEscalation, type EscalationPolicy } from "./escalation-policy.ts";
import { newAlert } from "./new-alert.ts";

/** When findings are looked at, and what is done about repeated ones. */
export interface RaiseOptions {
  /** UTC: `2026-01-31T08:00:00.000Z`. */
  readonly at: string;
  /** `defaultEscalation` unless given. */
  readonly escalation?: EscalationPolicy;
}

/**
 * The alerts after some findings. A finding whose cause has an alert that is not resolved becomes an occurrence of it,
 * and may escalate it; otherwise a new alert is raised, which names the resolved one that it follows. A finding that any
 * alert of its cause has already, resolved or not, changes nothing: the same findings can be fed again.
 *
 * @param alerts in the order in which they were raised; so are those returned.
 * @throws QualityError TS_ALERT_TRANSITION for a moment that is none or lies before an alert's last change.
 */
export function raiseAlerts(
  alerts: readonly Alert[],
  findings: Iterable<AlertFinding>,
  options: RaiseOptions,
): readonly Alert[] {
  const { at, escalation = defaultEscalation } = options;
  if (parseMoment(at) !== at) {
    throw new QualityError("TS_ALERT_TRANSITION", `alerts cannot be raised at '${at}', no moment in UTC`, {
      field: "at",
    });
  }
  const known = new KnownAlerts(alerts);
  for (const finding of findings) {
    if (known.has(finding)) continue;
    const latest = known.latest(finding);
    if (latest === null || latest.state === "resolved") {
      const raised = newAlert(finding, latest, { at, by: null, reason: null });
      known.add(escalated(raised, at, escalation));
    } else {
      const repeated = changeAlert(latest, { type: "occur", occurrence: finding.occurrence });
      known.replaceLatest(escalated(repeated, at, escalation));
    }
  }
  return known.alerts;
}

/**
 * The alerts after a look at the clock: those that nobody acknowledged or resolved in time are escalated. A second look at
 * the same moment changes nothing.
 *
 * @throws QualityError as `raiseAlerts` does.
 */
export function escalateAlerts(
  alerts: readonly Alert[],
  { at, escalation = defaultEscalation }: RaiseOptions,
): Alert[] {
  return alerts.map((alert) => escalated(alert, at, escalation));
}

function escalated(alert: Alert, at: string, policy: EscalationPolicy): Alert {
  const due = dueEscalation(alert, at, policy);
  return due === null ? alert : changeAlert(alert, { type: "escalate", at, ...due });
}

/** Alerts by cause, with the occurrences that each cause has had. */
class KnownAlerts {
  readonly alerts: Alert[] = [];
  readonly #latest = new Map<string, number>();
  readonly #occurrences = new Map<string, Set<string>>();

  constructor(alerts: readonly Alert[]) {
    for (const alert of alerts) this.add(alert);
  }

  has(finding: AlertFinding): boolean {
    return this.#occurrences.get(causeKey(finding))?.has(finding.occurrence.key) ?? false;
  }

  latest(finding: AlertFinding): Alert | null {
    const place = this.#latest.get(causeKey(finding));
    return place === undefined ? null : this.alerts[place];
  }

  add(alert: Alert): void {
    this.#latest.set(causeKey(alert), this.alerts.push(alert) - 1);
    this.#remember(alert);
  }

  replaceLatest(alert: Alert): void {
    this.alerts[this.#latest.get(causeKey(alert)) as number] = alert;
    this.#remember(alert);
  }

  #remember(alert: Alert): void {
    const key = causeKey(alert);
    const seen = this.#occurrences.get(key) ?? new Set();
    for (const occurrence of alert.occurrences) seen.add(occurrence.key);
    this.#occurrences.set(key, seen);
  }
}

function causeKey({ kind, cause }: Pick<Alert, "kind" | "cause">): string {
  return JSON.stringify([kind, cause]);
}
