import { StatisticsError } from "../error.ts";

/** @throws StatisticsError TS_STATISTICS_NOT_FINITE unless the value is a finite number. */
export function requireFiniteNumber(value: number, argument: string): void {
  if (!Number.isFinite(value)) {
    throw new StatisticsError("TS_STATISTICS_NOT_FINITE", `${argument} is ${value}, no finite number`, { argument });
  }
}
