import { StatisticsError } from "../error.ts";
import { type Numbers, requireFinite } from "../numbers.ts";

/** Values in the order of their runs; null where a run has no value. */
export type Series = ArrayLike<number | null>;

/** The values that are there, with the times at which they were measured. */
export interface ObservedSeries {
  readonly values: Float64Array;
  /** Same length; not decreasing. */
  readonly times: Float64Array;
}

/**
 * The values that are not null.
 *
 * @param times one for each value, null ones included, not decreasing; the positions 0, 1, 2, ... unless given.
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE, TS_STATISTICS_LENGTH, or TS_STATISTICS_OUT_OF_RANGE for a time that
 *   lies before the one in front of it.
 */
export function observedSeries(series: Series, times?: Numbers): ObservedSeries {
  if (times !== undefined) requireTimes(times, series.length);
  const values: number[] = [];
  const kept: number[] = [];
  for (let index = 0; index < series.length; index++) {
    const value = series[index];
    if (value === null) continue;
    if (value === undefined || !Number.isFinite(value)) {
      throw new StatisticsError(
        "TS_STATISTICS_NOT_FINITE",
        `values[${index}] is ${value}, neither a finite number nor null`,
        { argument: "values", index },
      );
    }
    values.push(value);
    kept.push(times?.[index] ?? index);
  }
  return { values: Float64Array.from(values), times: Float64Array.from(kept) };
}

function requireTimes(times: Numbers, length: number): void {
  requireFinite(times, "times");
  if (times.length !== length) {
    throw new StatisticsError("TS_STATISTICS_LENGTH", `times has ${times.length} values and values has ${length}`, {
      argument: "times",
    });
  }
  for (let index = 1; index < times.length; index++) {
    if ((times[index] as number) < (times[index - 1] as number)) {
      throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `times[${index}] lies before times[${index - 1}]`, {
        argument: "times",
        index,
      });
    }
  }
}
