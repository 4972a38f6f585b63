import type { MonthlyAlert, MonthlyPeriod } from "./monthly-input.ts";

/** Whether an alert was opened, or resolved, in the month as far as it is known. */
export function isWithin(moment: string | null, { from, before }: MonthlyPeriod): boolean {
  return moment !== null && Date.parse(moment) >= Date.parse(from) && Date.parse(moment) < Date.parse(before);
}

/** Whether something was not ended at the end of the month. */
export function isOpenAtEnd(endedAt: string | null, { before }: MonthlyPeriod): boolean {
  return endedAt === null || Date.parse(endedAt) >= Date.parse(before);
}

/** Those that were open at the month's end, the oldest first. */
export function openAtEnd(alerts: readonly MonthlyAlert[], period: MonthlyPeriod): MonthlyAlert[] {
  return alerts
    .filter(({ resolvedAt }) => isOpenAtEnd(resolvedAt, period))
    .sort((a, b) => Date.parse(a.openedAt) - Date.parse(b.openedAt));
}
