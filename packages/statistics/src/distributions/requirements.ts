import { StatisticsError } from "../error.ts";

/** @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE unless the value is a finite number above 0. */
export function requirePositive(value: number, argument: string): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `${argument} is ${value}, no positive finite number`, {
      argument,
    });
  }
}

/**
 * For arguments of quantiles: at 0 and 1 a quantile of an unbounded distribution is infinite.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE unless 0 < value < 1.
 */
export function requireOpenProbability(value: number, argument: string): void {
  if (!(value > 0 && value < 1)) {
    throw new StatisticsError(
      "TS_STATISTICS_OUT_OF_RANGE",
      `${argument} is ${value}, no probability between 0 and 1 (both excluded)`,
      { argument },
    );
  }
}

/** @throws StatisticsError TS_STATISTICS_NOT_FINITE unless the value is a finite number. */
export function requireFiniteNumber(value: number, argument: string): void {
  if (!Number.isFinite(value)) {
    throw new StatisticsError("TS_STATISTICS_NOT_FINITE", `${argument} is ${value}, no finite number`, { argument });
  }
}

/** @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE unless the value is an integer inside the closed range. */
export function requireCount(value: number, lowest: number, highest: number, argument: string): void {
  if (!(Number.isSafeInteger(value) && value >= lowest && value <= highest)) {
    throw new StatisticsError(
      "TS_STATISTICS_OUT_OF_RANGE",
      `${argument} is ${value}, no integer from ${lowest} to ${highest}`,
      { argument },
    );
  }
}
