import { formatFraction } from "@touchstone/charts";

/** A score with its interval: `0.9987 (0.9981–0.9991)`; a dash with the reason where there is none. */
export function intervalText(score: number | null, low: number | null, high: number | null): string {
  if (score === null) return "– (nothing to count)";
  const interval = low === null || high === null ? "no interval" : `${formatFraction(low)}–${formatFraction(high)}`;
  return `${formatFraction(score)} (${interval})`;
}
