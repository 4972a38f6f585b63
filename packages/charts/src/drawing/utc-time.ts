const DATE_ONLY_OR_ZONED = /^\d{4}(-\d\d(-\d\d)?)?$|(Z|[+-]\d\d:?\d\d)$/i;

/**
 * Milliseconds since 1970 of an ISO 8601 time, null where it is none. A time without a zone is UTC, not that of the
 * machine, so that a chart is the same everywhere.
 */
export function parseUtc(time: string | null | undefined): number | null {
  if (time == null) return null;
  const milliseconds = Date.parse(DATE_ONLY_OR_ZONED.test(time) ? time : `${time}Z`);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

/** Day of a time in UTC, as "2026-03-09"; null beyond the years that a date can hold. */
export function formatUtcDay(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace(/T.*/, "");
}
