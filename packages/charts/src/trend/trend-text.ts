import { drawableInterval, isDrawable } from "../drawing/drawable.ts";
import { formatCount, formatNumber, formatP } from "../drawing/format-number.ts";
import { listing } from "../drawing/listing.ts";
import { formatUtcDay } from "../drawing/utc-time.ts";
import type { SeriesAxis } from "../series/series-axis.ts";
import type { TrendData, TrendSegment } from "./trend-data.ts";
import { pointName, samplesOf } from "./trend-samples.ts";
import type { SegmentLine } from "./trend-segment-line.ts";

/** The test and the slope of a segment in words. */
export function describeSegment(segment: TrendSegment, data: TrendData): string {
  const per = data.xAxis === "date" ? "day" : "run";
  const parts = [`n = ${formatCount(segment.n)}`];
  if (isDrawable(segment.p)) parts.push(`Mann-Kendall ${formatP(segment.p)}`);
  if (segment.sen !== null && isDrawable(segment.sen.slope)) {
    const bounds = drawableInterval(segment.sen.slopeInterval);
    const level = formatNumber(data.level * 100);
    const range =
      bounds === null ? "" : ` (${level} % interval ${formatNumber(bounds[0], 3)} to ${formatNumber(bounds[1], 3)})`;
    parts.push(`Sen slope ${formatNumber(segment.sen.slope, 3)} a ${per}${range}`);
  }
  if (segment.reason != null) parts.push(segment.reason);
  return `${segment.from} to ${segment.to}: ${parts.join(", ")}.`;
}

/** Where the last segment's line meets the threshold, in days of the calendar or in runs after the last one. */
export function describeCrossing(data: TrendData, axis: SeriesAxis, last: SegmentLine | undefined): string | null {
  if (data.crossing === null || last === undefined || !isDrawable(data.crossing.x)) return null;
  const at = (x: number): string => describePlace(last.placeOf(x), axis, last.end);
  const { interval } = data.crossing;
  if (interval === null) return `threshold met ${at(data.crossing.x)}`;
  const [earliest, latest] = interval;
  const from = isDrawable(earliest) ? at(earliest) : "unknown";
  const to = isDrawable(latest) ? at(latest) : "never";
  return `threshold met ${at(data.crossing.x)} (earliest ${from}, latest ${to})`;
}

function describePlace(place: number, axis: SeriesAxis, lastPlace: number): string {
  if (axis.kind === "date") return formatUtcDay(place) ?? "beyond the calendar";
  const after = formatNumber(place - lastPlace, 2);
  return `${after} runs after the last`;
}

/** What the drawing cannot show. */
export function trendNotes(data: TrendData, axis: SeriesAxis): string[] {
  const notes = data.segments.map((segment) => describeSegment(segment, data));
  const samples = samplesOf(data.points);
  const missing = data.points.filter(({ value }) => !isDrawable(value));
  if (missing.length > 0) notes.push(`No value: ${listing(missing.map((point) => pointName(point, samples)))}.`);
  const placeless = data.points.filter((_, index) => axis.places[index] === null);
  if (placeless.length > 0)
    notes.push(`Not drawn for want of a time: ${listing(placeless.map((point) => pointName(point, samples)))}.`);
  return notes;
}
