import type { AlertDocument } from "@touchstone/model";

/** A cause that somebody has to look into, with every time it was found. */
export type Alert = AlertDocument;

/**
 * What raised an alert: a failed threshold or rejection at once, a decline ahead, replicates that vary too much, or the
 * clock.
 */
export type AlertKind = Alert["kind"];

/** open -> acknowledged -> resolved. */
export type AlertState = Alert["state"];

/** One time that a cause was found. */
export type AlertOccurrence = Alert["occurrences"][number];

/** One thing that was done about an alert. */
export type AlertRecord = Alert["history"][number];

/** What was found, in numbers. */
export type AlertEvidence = AlertOccurrence["evidence"];

/** A reason for an alert, before it is known whether there is one of this cause already. */
export interface AlertFinding {
  readonly kind: AlertKind;
  /** The same for what one action would put right: findings of one cause share an alert. */
  readonly cause: string;
  /** What the alert is about, for people. */
  readonly subject: string;
  readonly occurrence: AlertOccurrence;
}

/** "immediate alert on EGFR L858R": how sentences name an alert. */
export function describeAlert({ kind, subject }: Pick<Alert, "kind" | "subject">): string {
  return `${kind} alert on ${subject}`;
}
