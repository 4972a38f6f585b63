const MILLISECONDS_PER_DAY = 86_400_000;

/** Whole days from one moment to another. */
export function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY);
}

/** "12 days", "1 day". */
export function daysText(days: number): string {
  return `${days} day${Math.abs(days) === 1 ? "" : "s"}`;
}

/** The day so many days after a moment, in UTC; null beyond the calendar. */
export function dayAfter(start: string, days: number): string | null {
  const date = new Date(Date.parse(start) + days * MILLISECONDS_PER_DAY);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? null : date.toISOString().slice(0, 10);
}
