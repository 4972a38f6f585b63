import { requireFiniteNumber } from "./require-finite-number.ts";
import type { SenSlope } from "./sen-slope.ts";

/** A limit that a measurement must not leave, and the side on which it is bad. */
export interface TrendThreshold {
  readonly value: number;
  readonly badSide: "below" | "above";
}

/** When a line through the series passes a threshold. Times are in the unit of the series' times. */
export interface ProjectedCrossing {
  /** `crossed`: the line is at or beyond the threshold already; `never`: it does not move towards it. */
  readonly state: "crossed" | "ahead" | "never" | "undefined";
  /** Value of Sen's line at the time from which is projected. */
  readonly fitted: number | null;
  /** Time at which Sen's line reaches the threshold; null unless it lies ahead. */
  readonly time: number | null;
  /** The same for the end of the slope's interval that reaches it first; null when that is crossed, never or unknown. */
  readonly earliest: number | null;
  /** The same for the other end; null when it never reaches the threshold: no crossing can then be promised. */
  readonly latest: number | null;
}

/**
 * Where Sen's line, extended from `from`, crosses a threshold. The lines of the interval turn about the same centre,
 * median time and median value (Conover 1980), so they show the uncertainty of the slope alone, not of the level.
 *
 * @param from the present: usually the time of the last value.
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE for a threshold or time that is no finite number.
 */
export function projectedCrossing(trend: SenSlope, threshold: TrendThreshold, from: number): ProjectedCrossing {
  requireFiniteNumber(threshold.value, "threshold");
  requireFiniteNumber(from, "from");
  const { slope, interval, centre } = trend;
  if (slope === null || centre === null) {
    return { state: "undefined", fitted: null, time: null, earliest: null, latest: null };
  }
  const line = (ofSlope: number) => crossingOf(ofSlope, centre, threshold, from);
  const towards = threshold.badSide === "below" ? interval?.[0] : interval?.[1];
  const away = threshold.badSide === "below" ? interval?.[1] : interval?.[0];
  return {
    ...line(slope),
    fitted: centre.value + slope * (from - centre.time),
    earliest: towards === undefined ? null : line(towards).time,
    latest: away === undefined ? null : line(away).time,
  };
}

function crossingOf(
  slope: number,
  centre: { readonly time: number; readonly value: number },
  { value, badSide }: TrendThreshold,
  from: number,
): Pick<ProjectedCrossing, "state" | "time"> {
  const sign = badSide === "below" ? 1 : -1;
  const margin = sign * (centre.value + slope * (from - centre.time) - value);
  if (margin <= 0) return { state: "crossed", time: null };
  const approach = -sign * slope;
  const time = from + margin / approach;
  return approach <= 0 || !Number.isFinite(time) ? { state: "never", time: null } : { state: "ahead", time };
}
