import type { Disposition } from "@touchstone/quality";

/** From what lets most happen to what lets least. */
const BY_STRICTNESS: readonly Disposition[] = ["released", "held", "repeat", "rejected"];

/** Whether one disposition lets happen what the other does not: release before hold, hold before repeat and rejection. */
export function isMoreLenient(one: Disposition, other: Disposition): boolean {
  return BY_STRICTNESS.indexOf(one) < BY_STRICTNESS.indexOf(other);
}

/** The one that lets least happen. */
export function strictest(first: Disposition, ...others: readonly Disposition[]): Disposition {
  return others.reduce((strict, one) => (isMoreLenient(strict, one) ? one : strict), first);
}
