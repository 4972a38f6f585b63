import { drawableInterval, isDrawable } from "../drawing/drawable.ts";
import { DAY, type SeriesAxis } from "../series/series-axis.ts";
import type { TrendData, TrendSegment } from "./trend-data.ts";

/** Sen's line of a segment on the axes of the chart. */
export interface SegmentLine {
  readonly segment: TrendSegment;
  /** Places of the segment's first and last point. */
  readonly start: number;
  readonly end: number;
  /** The line, and the lines of both bounds of the slope, at a place. */
  readonly value: (place: number) => number;
  readonly low: ((place: number) => number) | null;
  readonly high: ((place: number) => number) | null;
  /** Place of an x that counts runs or days from the segment's first point. */
  readonly placeOf: (x: number) => number;
}

/**
 * The line on the axes; null where the segment has none or is not on the chart. The bounds turn about the middle of the
 * segment, where the median of the points holds the line.
 */
export function segmentLine(segment: TrendSegment, axis: SeriesAxis): SegmentLine | null {
  const start = axis.placeOfRun(segment.from);
  const end = axis.placeOfRun(segment.to);
  const { sen } = segment;
  if (sen === null || start === null || end === null) return null;
  if (!isDrawable(sen.slope) || !isDrawable(sen.intercept)) return null;
  const unit = axis.kind === "date" ? DAY : 1;
  const value = (place: number): number => sen.intercept + (sen.slope * (place - start)) / unit;
  const middle = (start + end) / 2;
  const turned = (slope: number) => (place: number) => value(middle) + (slope * (place - middle)) / unit;
  const bounds = drawableInterval(sen.slopeInterval);
  return {
    segment,
    start,
    end,
    value,
    low: bounds && turned(bounds[0]),
    high: bounds && turned(bounds[1]),
    placeOf: (x) => start + x * unit,
  };
}

/** Lines of all segments that have one, in their order. */
export function segmentLines(data: TrendData, axis: SeriesAxis): SegmentLine[] {
  return data.segments.map((segment) => segmentLine(segment, axis)).filter((line) => line !== null);
}
