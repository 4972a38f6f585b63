import type { ChartEvent } from "../chart-event.ts";
import type { Interval } from "../interval.ts";

/** One value of a series. */
export interface TrendPoint {
  readonly run: string;
  /** ISO 8601; without a zone it is UTC. Null where unknown: such a point has no place on an axis of dates. */
  readonly time: string | null;
  readonly value: number | null;
  /** Whose value it is, where a run has several: they stand beside each other, and each sample has a line of its own. */
  readonly sample?: string | null;
  /** Interval of the value; none is drawn where it is absent or null. */
  readonly interval?: Interval | null;
}

/** Sen's line: value = intercept + slope * x, with x = 0 at the first point of the segment. */
export interface SenLine {
  /** Per run on an axis of runs, per day (86,400 s) on an axis of dates. */
  readonly slope: number;
  readonly slopeInterval: Interval | null;
  /** Value at the first point of the segment. */
  readonly intercept: number;
}

/** Points between two changes, tested together. */
export interface TrendSegment {
  /** First and last run. */
  readonly from: string;
  readonly to: string;
  readonly n: number;
  /** Two-sided Mann-Kendall. */
  readonly p: number | null;
  readonly sen: SenLine | null;
  /** Why there is no line or no p. */
  readonly reason?: string | null;
}

/** Where the last segment's line meets the threshold; x as in `SenLine`. */
export interface ProjectedCrossing {
  readonly x: number;
  /** From the bounds of the slope; null for a bound that never meets the threshold. */
  readonly interval: readonly [earliest: number | null, latest: number | null] | null;
}

/** A series with its trend. */
export interface TrendData {
  readonly title: string;
  readonly analyte: string;
  readonly unit: string;
  /** In the order of time. */
  readonly points: readonly TrendPoint[];
  readonly events: readonly ChartEvent[];
  readonly segments: readonly TrendSegment[];
  /** Sample that the segments are of, where the points are of several. */
  readonly segmentsOf?: string | null;
  /** Confidence level of all intervals, as 0.95. */
  readonly level: number;
  /** The value that must not be passed. */
  readonly threshold: { readonly value: number; readonly label: string } | null;
  /** Of the last segment; null where its line never meets the threshold within the horizon. */
  readonly crossing: ProjectedCrossing | null;
  readonly xAxis: "run" | "date";
}
