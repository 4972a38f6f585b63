import type { AlertFinding } from "./alert.ts";

const MILLISECONDS_PER_DAY = 86_400_000;

/** A lot that may be used until the end of a day. */
export interface LotInUse {
  readonly use: "reagent" | "control material";
  /** Of the reagent or material. */
  readonly name: string;
  readonly lot: string | null;
  /** `2026-01-31`: the last day on which it may be used. */
  readonly expiresOn: string;
}

/**
 * What a lot raises an alert for: once when it is about to expire, and once when it has expired; null before that.
 *
 * @param now UTC; a day begins and ends as it does there.
 * @param warningDays days ahead from which on it is told; 0: on its last day.
 */
export function expiryFinding(lot: LotInUse, now: string, warningDays: number): AlertFinding | null {
  const { use, name, expiresOn } = lot;
  const daysLeft = (Date.parse(expiresOn) - Date.parse(now.slice(0, 10))) / MILLISECONDS_PER_DAY;
  if (daysLeft > warningDays) return null;
  const subject = `${use} ${name}${lot.lot === null ? "" : ` lot ${lot.lot}`}`;
  const isOver = daysLeft < 0;
  const when = daysLeft === 0 ? "today" : daysLeft === 1 ? "tomorrow" : `in ${daysLeft} days`;
  return {
    kind: "due",
    cause: JSON.stringify(["lot expires", use, name, lot.lot]),
    subject,
    occurrence: {
      key: `${isOver ? "after" : "before"} ${expiresOn}`,
      time: now,
      sentence: isOver ? `${subject} expired on ${expiresOn}.` : `${subject} expires ${when}, on ${expiresOn}.`,
      evidence: { type: "lot expires", use, name, lot: lot.lot, expiresOn, daysLeft, warningDays },
    },
  };
}
