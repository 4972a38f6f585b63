import { bytesText, durationText } from "../../ui/quantities.ts";
import type { ProcessUsages } from "./run-records.ts";

type Usage = ProcessUsages["total"];

/** What else than completed became of tasks: `3 failed`, `2 retried`; none where all were completed at once. */
export function outcomesOf({ tasks }: Usage): string[] {
  const { unfinished, cached, failed, aborted, retried } = tasks;
  const others = Object.entries({ unfinished, cached, failed, aborted, retried }).filter(([, count]) => count > 0);
  return others.map(([what, count]) => `${count} ${what}`);
}

/** A time in all; a dash where nothing is known of it. */
export function timeText(milliseconds: number | null): string {
  return milliseconds === null ? "–" : durationText(milliseconds);
}

/** Peak memory against what was asked for: `40%`, `3.20 of 8.00 GB`. Without one of the two there is no share. */
export function memoryText({ memory: { peak, requested, share } }: Usage): {
  readonly share: string;
  readonly of: string;
} {
  const used = peak === null ? "not measured" : bytesText(peak);
  return {
    share: share === null ? "–" : `${Math.round(100 * share)}%`,
    of: requested === null ? (peak === null ? "" : used) : `${used} of ${bytesText(requested)}`,
  };
}

/**
 * A cost with its currency, to a hundredth or two digits. Where some tasks have no known cost it is at least that; where none has,
 * there is a dash.
 */
export function costText({ cost: { amount, unknown } }: Usage, currency: string): string {
  if (amount === null) return unknown === 0 ? `0 ${currency}` : "– (not known)";
  const text = amount === 0 || amount >= 0.995 ? amount.toFixed(amount === 0 ? 0 : 2) : significant(amount);
  return `${unknown === 0 ? "" : "at least "}${text} ${currency}`;
}

/** Two digits, without an exponent however small. */
function significant(amount: number): string {
  const digits = Math.min(20, 1 - Math.floor(Math.log10(amount)));
  return amount.toFixed(digits);
}
