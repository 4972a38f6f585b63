import type { Tone } from "../../../ui/state-badge.tsx";

const DAY = 86_400_000;
/** Days before the last one from which on a lot is about to expire; the server's alerts begin there too. */
const WARNING_DAYS = 14;

/** How long something may still be used. */
export interface Expiry {
  readonly tone: Tone;
  readonly words: string;
}

/**
 * What is to be said of a last day of use.
 *
 * @param expiresOn `2026-03-01`, a day of UTC, which still counts.
 * @param now milliseconds since 1970.
 */
export function expiryOf(expiresOn: string, now: number = Date.now()): Expiry {
  const daysLeft = (Date.parse(expiresOn) - Math.floor(now / DAY) * DAY) / DAY;
  if (daysLeft < 0) return { tone: "out-of-control", words: `expired ${dayCount(-daysLeft)} ago` };
  const tone = daysLeft <= WARNING_DAYS ? "warning" : "neutral";
  if (daysLeft === 0) return { tone, words: "expires today" };
  if (daysLeft === 1) return { tone, words: "expires tomorrow" };
  return { tone, words: tone === "warning" ? `expires in ${dayCount(daysLeft)}` : `${dayCount(daysLeft)} left` };
}

function dayCount(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
