import * as Plot from "@observablehq/plot";
import { drawableExtent, drawableInterval, isDrawable, padded } from "../drawing/drawable.ts";
import { renderFigure } from "../drawing/figure.ts";
import { formatNumber } from "../drawing/format-number.ts";
import type { LegendEntry } from "../drawing/legend.ts";
import { linearScale } from "../drawing/linear-scale.ts";
import { drawPanel, type Panel } from "../drawing/panel.ts";
import { CHART_WIDTH, INK } from "../drawing/theme.ts";
import type { Interval } from "../interval.ts";
import { type EventMarks, eventMarks } from "../series/event-marks.ts";
import { type SeriesAxis, seriesAxis } from "../series/series-axis.ts";
import { crossingShapes } from "./crossing-shapes.ts";
import type { TrendData } from "./trend-data.ts";
import { TREND_STYLE, trendMarks } from "./trend-marks.ts";
import { samplesOf } from "./trend-samples.ts";
import { type SegmentLine, segmentLines } from "./trend-segment-line.ts";
import { describeCrossing, trendNotes } from "./trend-text.ts";

const LEFT = 76;
const RIGHT = CHART_WIDTH - 16;
const FRAME_HEIGHT = 270;
const AXIS_HEIGHT = 46;
const HEADROOM = 8;
/** A projection may take so many times the length of the series; what lies beyond is told in words. */
const LONGEST_PROJECTION = 1;

/**
 * A series with its trend as a self-contained SVG document: the values, between two changes Sen's line with the band of
 * its slope's interval (Sen, JASA 1968), the threshold, and the last line's projected crossing of it.
 */
export function trendChart(data: TrendData): string {
  const axis = seriesAxis(data.points, data.xAxis);
  const lines = segmentLines(data, axis);
  const crossing = describeCrossing(data, axis, lines.at(-1));
  const drawn = axis.domain === null ? null : drawFrame(data, axis, axis.domain, lines);
  const notes = [...trendNotes(data, axis), ...(crossing === null ? [] : [`Projection: ${crossing}.`])];
  return renderFigure({
    kind: "trend",
    title: data.title,
    subtitle: [data.unit === "" ? data.analyte : `${data.analyte} (${data.unit})`],
    description: [`Trend of ${data.analyte} over ${data.points.length} points.`, ...notes].join(" "),
    panels: drawn === null ? [] : [drawn.panel],
    legend: drawn === null ? [] : [...legendOf(data, lines), ...drawn.events.legend],
    notes: [...notes, ...(drawn?.events.notes ?? [])],
  });
}

function drawFrame(
  data: TrendData,
  axis: SeriesAxis,
  seriesDomain: Interval,
  lines: readonly SegmentLine[],
): { readonly panel: Panel; readonly events: EventMarks } {
  const domain = withProjection(data, seriesDomain, lines.at(-1));
  const toX = linearScale(domain, [LEFT, RIGHT]);
  const events = eventMarks(data.events, axis, toX, [LEFT, RIGHT]);
  const top = HEADROOM + events.height;
  const bottom = top + FRAME_HEIGHT;
  const yDomain = valueDomain(data, lines, domain);
  const frame = { left: LEFT, right: RIGHT, top, bottom };
  const panel = drawPanel({
    height: bottom + AXIS_HEIGHT,
    marginTop: top,
    marginRight: CHART_WIDTH - RIGHT,
    marginBottom: AXIS_HEIGHT,
    marginLeft: LEFT,
    x: axis.scale(domain),
    y: { domain: [...yDomain], label: null },
    behind: events.shapes(top, bottom),
    marks: [
      Plot.frame({ stroke: INK }),
      ...axis.marks(((RIGHT - LEFT) * (seriesDomain[1] - seriesDomain[0])) / (domain[1] - domain[0])),
      Plot.axisY({
        label: data.unit === "" ? "value" : data.unit,
        labelAnchor: "center",
        labelArrow: "none",
        ticks: 6,
      }),
      ...trendMarks(data, axis, lines, domain, yDomain),
    ],
    inFront: crossingShapes(data, lines.at(-1), toX, linearScale(yDomain, [bottom, top]), frame),
  });
  return { panel, events };
}

/** The domain of the series, longer where the last line meets the threshold later. */
function withProjection(data: TrendData, [start, end]: Interval, last: SegmentLine | undefined): Interval {
  if (data.crossing === null || last === undefined || !isDrawable(data.crossing.x)) return [start, end];
  const { x, interval } = data.crossing;
  const places = [x, ...(interval ?? [])].filter(isDrawable).map((place) => last.placeOf(place));
  const furthest = end + LONGEST_PROJECTION * (end - start);
  const wanted = Math.max(...places) + 0.04 * (end - start);
  return [start, Math.max(end, Math.min(furthest, wanted))];
}

function valueDomain(data: TrendData, lines: readonly SegmentLine[], [, end]: Interval): Interval {
  const last = lines.at(-1);
  const extent = drawableExtent([
    ...data.points.flatMap(({ value, interval }) => [value, ...(drawableInterval(interval) ?? [])]),
    data.threshold?.value,
    ...lines.flatMap((line) => [line.value(line.start), line.value(line.end)]),
    // Without a threshold nothing is projected.
    data.crossing !== null && data.threshold !== null ? last?.value(end) : null,
  ]);
  return padded(extent ?? [0, 1], 0.08);
}

function legendOf(data: TrendData, lines: readonly SegmentLine[]): LegendEntry[] {
  const hasBand = lines.some(({ low }) => low !== null);
  const samples = samplesOf(data.points);
  const hasIntervals = data.points.some(({ interval }) => drawableInterval(interval) !== null);
  return [
    ...samples.map(({ sample, style }) => {
      const of = samples.length === 1 ? "value" : (sample ?? "no sample named");
      return {
        label: hasIntervals ? `${of} with its ${formatNumber(data.level * 100)} % interval` : of,
        dot: { ...style, r: 3.5 },
      };
    }),
    ...(lines.length > 0
      ? [{ label: `Sen's line${data.segmentsOf == null ? "" : ` of ${data.segmentsOf}`}`, line: TREND_STYLE.line }]
      : []),
    ...(hasBand
      ? [{ label: `${formatNumber(data.level * 100)} % interval of the slope`, area: TREND_STYLE.band }]
      : []),
    ...(data.crossing !== null && lines.length > 0 ? [{ label: "projection", line: TREND_STYLE.projection }] : []),
  ];
}
