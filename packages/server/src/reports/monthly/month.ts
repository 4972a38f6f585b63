import { type TString, Type } from "@sinclair/typebox";
import type { MonthlyPeriod } from "@touchstone/report";

/** A month of the calendar, of years that a laboratory has to do with. */
export const MonthSchema: TString = Type.String({
  pattern: "^(19|2\\d)\\d\\d-(0[1-9]|1[0-2])$",
  description: "In UTC: 2026-03.",
});

/** First moment of a month in UTC, the first moment after it, and up to when its records can be known. */
export function periodOf(month: string, now: Date): MonthlyPeriod {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const from = new Date(Date.UTC(year, number - 1, 1));
  const before = new Date(Date.UTC(year, number, 1));
  const asOf = now < before ? now : before;
  const written = (moment: Date) => moment.toISOString();
  return { month, from: written(from), before: written(before), asOf: written(asOf), madeAt: written(now) };
}
