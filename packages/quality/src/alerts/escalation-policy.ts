import { QualityError } from "../error.ts";
import type { Alert } from "./alert.ts";

const MILLISECONDS_PER_HOUR = 3_600_000;

/** When an alert reaches a level; whichever comes first. Null: not by this. */
export interface EscalationStep {
  /** Occurrences of the cause since the alert was raised. */
  readonly occurrences: number | null;
  /** Hours in which nobody acknowledged it. */
  readonly unacknowledgedHours: number | null;
  /** Hours in which nobody resolved it. */
  readonly unresolvedHours: number | null;
}

/** The steps to levels 1, 2, ...; an alert is raised on level 0, and a level once reached is kept. */
export type EscalationPolicy = readonly EscalationStep[];

/**
 * What holds unless a laboratory decides otherwise: level 1 (supervisor) with the third occurrence, a day without
 * acknowledgement or a week without resolution; level 2 (director) with the fifth, three days or thirty.
 */
export const defaultEscalation: EscalationPolicy = [
  { occurrences: 3, unacknowledgedHours: 24, unresolvedHours: 7 * 24 },
  { occurrences: 5, unacknowledgedHours: 72, unresolvedHours: 30 * 24 },
];

/** A level that an alert has reached, and why. */
export interface Escalation {
  readonly level: number;
  /** A sentence. */
  readonly reason: string;
}

/**
 * The level above its own that an alert has reached; null when it stays where it is, as a resolved one does.
 *
 * @param now UTC, as written in alerts.
 * @throws QualityError TS_DEFINITION_INVALID for a step with a limit that is not positive.
 */
export function dueEscalation(alert: Alert, now: string, policy: EscalationPolicy): Escalation | null {
  requireUsable(policy);
  if (alert.state === "resolved") return null;
  for (let level = policy.length; level > alert.level; level--) {
    const reason = reasonFor(policy[level - 1], alert, now);
    if (reason !== null) return { level, reason };
  }
  return null;
}

function reasonFor(step: EscalationStep, { state, occurrences, history }: Alert, now: string): string | null {
  const { occurrences: most, unacknowledgedHours, unresolvedHours } = step;
  if (most !== null && occurrences.length >= most) return `It occurred ${occurrences.length} times.`;
  const age = (Date.parse(now) - Date.parse(history[0].at)) / MILLISECONDS_PER_HOUR;
  if (unacknowledgedHours !== null && state === "open" && age >= unacknowledgedHours) {
    return `Nobody acknowledged it within ${unacknowledgedHours} hours.`;
  }
  if (unresolvedHours !== null && age >= unresolvedHours) return `Nobody resolved it within ${unresolvedHours} hours.`;
  return null;
}

function requireUsable(policy: EscalationPolicy): void {
  for (const [index, step] of policy.entries()) {
    for (const [field, limit] of Object.entries(step)) {
      if (limit === null || limit > 0) continue;
      const message = `step ${index + 1} of the escalation: ${field} is ${limit}, not above 0`;
      throw new QualityError("TS_DEFINITION_INVALID", message, { field });
    }
  }
}
