import { StatisticsError } from "./error.ts";

/** A plain or typed array of numbers. */
export type Numbers = ArrayLike<number>;

/**
 * @param argument name that the error gives the values.
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE for the first NaN or infinite value.
 */
export function requireFinite(values: Numbers, argument: string): void {
  for (let index = 0; index < values.length; index++) {
    if (!Number.isFinite(values[index])) {
      throw new StatisticsError(
        "TS_STATISTICS_NOT_FINITE",
        `${argument}[${index}] is ${values[index]}, no finite number`,
        {
          argument,
          index,
        },
      );
    }
  }
}

/** @throws StatisticsError TS_STATISTICS_LENGTH unless both have the same number of values. */
export function requireSameLength(first: Numbers, second: Numbers, firstName: string, secondName: string): void {
  if (first.length !== second.length) {
    throw new StatisticsError(
      "TS_STATISTICS_LENGTH",
      `${firstName} has ${first.length} values and ${secondName} has ${second.length}`,
      { argument: secondName },
    );
  }
}

/** @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE unless the value is a number inside the closed range. */
export function requireRange(value: number, lowest: number, highest: number, argument: string): void {
  if (!(value >= lowest && value <= highest)) {
    throw new StatisticsError(
      "TS_STATISTICS_OUT_OF_RANGE",
      `${argument} is ${value}, outside of ${lowest} to ${highest}`,
      { argument },
    );
  }
}

/**
 * What was computed from finite values, unless they are so large that it exceeds all numbers: their squares, say.
 *
 * @param argument name that the error gives the values.
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE.
 */
export function requireNoOverflow(result: number, argument: string): number {
  if (Number.isFinite(result)) return result;
  throw new StatisticsError(
    "TS_STATISTICS_NOT_FINITE",
    `${argument}: values so large that what is computed from them exceeds all numbers`,
    { argument },
  );
}
