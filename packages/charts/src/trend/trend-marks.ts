import * as Plot from "@observablehq/plot";
import { drawableInterval, isDrawable } from "../drawing/drawable.ts";
import { INK, MUTED_INK, SKY_BLUE, VERMILLION } from "../drawing/theme.ts";
import type { Interval } from "../interval.ts";
import type { SeriesAxis } from "../series/series-axis.ts";
import type { TrendData } from "./trend-data.ts";
import { samplesOf, type TrendSample } from "./trend-samples.ts";
import type { SegmentLine } from "./trend-segment-line.ts";

interface TrendStyle {
  readonly line: Plot.RuleYOptions;
  readonly projection: Plot.RuleYOptions;
  readonly threshold: Plot.RuleYOptions;
  readonly band: Plot.RectOptions;
  readonly interval: Plot.RuleXOptions;
}

/** How each part looks; weight and dashes tell them apart without colour. */
export const TREND_STYLE: TrendStyle = {
  line: { stroke: INK, strokeWidth: 2.25 },
  projection: { stroke: INK, strokeWidth: 2.25, strokeDasharray: "7,4" },
  threshold: { stroke: VERMILLION, strokeWidth: 2.5 },
  band: { fill: SKY_BLUE, fillOpacity: 0.35 },
  interval: { stroke: MUTED_INK, strokeWidth: 1 },
};

const MANY_POINTS = 150;

/** Values, bands and lines of the segments, threshold and projection, within the frame. */
export function trendMarks(
  data: TrendData,
  axis: SeriesAxis,
  lines: readonly SegmentLine[],
  domain: Interval,
  yDomain: Interval,
): Plot.Markish[] {
  const last = lines.at(-1);
  return [
    ...lines.map((line) => bandMark(line, yDomain)),
    ...(data.threshold === null || !isDrawable(data.threshold.value)
      ? []
      : [Plot.ruleY([data.threshold.value], { ...TREND_STYLE.threshold, className: "threshold" })]),
    ...samplesOf(data.points).flatMap((sample) => sampleMarks(sample, data, axis, yDomain)),
    ...lines.map((line) =>
      Plot.line(within(line.value, line.start, line.end, yDomain), {
        ...TREND_STYLE.line,
        x: "x",
        y: "y",
        className: "sen-line",
      }),
    ),
    ...(last !== undefined && data.crossing !== null && domain[1] > last.end
      ? [
          Plot.line(within(last.value, last.end, domain[1], yDomain), {
            ...TREND_STYLE.projection,
            x: "x",
            y: "y",
            className: "projection",
          }),
        ]
      : []),
  ] as Plot.Markish[];
}

/** The values of one sample with their intervals, and the line that joins them. */
function sampleMarks(
  { sample: name, style, dx }: TrendSample,
  data: TrendData,
  axis: SeriesAxis,
  yDomain: Interval,
): Plot.Markish[] {
  const isCrowded = data.points.length > MANY_POINTS;
  const isOf = (place: number) => (data.points[place]?.sample ?? null) === name;
  const points = data.points
    .map(({ value }, index) => ({ x: axis.places[index], y: isDrawable(value) ? value : null }))
    .filter((_, place) => isOf(place));
  return [
    Plot.ruleX(intervalsOf(data, axis, yDomain, isOf), {
      ...TREND_STYLE.interval,
      x: "x",
      y1: "low",
      y2: "high",
      dx,
      className: "intervals",
    }),
    Plot.line(points, {
      x: "x",
      y: "y",
      stroke: style.fill,
      strokeWidth: isCrowded ? 0.5 : 1,
      strokeOpacity: 0.5,
      dx,
      className: "series",
    }),
    Plot.dot(
      points.filter(({ x, y }) => x !== null && y !== null),
      { ...style, r: isCrowded ? 1.75 : 3.5, x: "x", y: "y", dx, className: "points" },
    ),
  ] as Plot.Markish[];
}

/** The intervals of some values, as far as they lie within the frame. */
function intervalsOf(
  { points }: TrendData,
  axis: SeriesAxis,
  [bottom, top]: Interval,
  isOf: (place: number) => boolean,
): { x: number; low: number; high: number }[] {
  return points.flatMap(({ value, interval }, index) => {
    if (!isOf(index)) return [];
    const bounds = drawableInterval(interval);
    const x = axis.places[index];
    if (!isDrawable(value) || bounds === null || !isDrawable(x)) return [];
    const [low, high] = [Math.max(bottom, bounds[0]), Math.min(top, bounds[1])];
    return low < high ? [{ x, low, high }] : [];
  });
}

/** The area between both bounds of the slope. */
function bandMark({ low, high, start, end }: SegmentLine, [bottom, top]: Interval): Plot.Markish {
  const middle = (start + end) / 2;
  const clamp = (value: number): number => Math.min(top, Math.max(bottom, value));
  const corners = low === null || high === null ? [] : [start, middle, end];
  return Plot.areaY(corners, {
    x: (place: number) => place,
    y1: (place: number) => clamp(low!(place)),
    y2: (place: number) => clamp(high!(place)),
    fill: SKY_BLUE,
    fillOpacity: 0.35,
    className: "sen-band",
  });
}

/** The part of a straight line between two places that lies within the frame. */
function within(
  value: (place: number) => number,
  start: number,
  end: number,
  [bottom, top]: Interval,
): { x: number; y: number }[] {
  const [first, last] = [value(start), value(end)];
  const crossings =
    first === last ? [] : [bottom, top].map((y) => start + ((y - first) / (last - first)) * (end - start));
  const room = (top - bottom) * 1e-9;
  return [start, end, ...crossings]
    .map((x) => ({ x, y: value(x) }))
    .filter(({ x, y }) => x >= start && x <= end && y >= bottom - room && y <= top + room)
    .sort((a, b) => a.x - b.x);
}
