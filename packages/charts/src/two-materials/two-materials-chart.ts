import * as Plot from "@observablehq/plot";
import { isDrawable } from "../drawing/drawable.ts";
import { renderFigure } from "../drawing/figure.ts";
import { formatNumber } from "../drawing/format-number.ts";
import { listing } from "../drawing/listing.ts";
import { drawPanel, type Panel } from "../drawing/panel.ts";
import { MANY_POINTS, pointCloud } from "../drawing/point-cloud.ts";
import { text } from "../drawing/shapes.ts";
import { shorten } from "../drawing/text-metrics.ts";
import { BLUE, CHART_WIDTH, GUIDE, INK, MUTED_INK, ORANGE, PAPER, VERMILLION } from "../drawing/theme.ts";
import type { Interval } from "../interval.ts";
import { seriesAxis } from "../series/series-axis.ts";
import type { TwoMaterialsData, TwoMaterialsPoint } from "./two-materials-data.ts";

const LEFT = 60;
const RIGHT = CHART_WIDTH - 16;
const STRIP_HEIGHT = 200;
const SQUARE = 320;
const HEADING_HEIGHT = 24;
const AXIS_HEIGHT = 46;
/** A chart shows at least this much; points beyond `MOST_SD` stand at the edge. */
const LEAST_SD = 4;
const MOST_SD = 8;
const FIRST = { symbol: "circle", fill: BLUE, stroke: PAPER, strokeWidth: 0.5 } as const;
const SECOND = { symbol: "diamond", fill: ORANGE, stroke: INK, strokeWidth: 0.5 } as const;
const BOTH = { symbol: "circle", fill: BLUE, stroke: PAPER, strokeWidth: 0.5 } as const;
const WARNING = { stroke: MUTED_INK, strokeWidth: 1.25, strokeDasharray: "6,4" };
const REJECTION = { stroke: VERMILLION, strokeWidth: 2 };

/**
 * Two materials of one analyte over the same runs, and each run's pair as a Youden plot (Youden, Industrial Quality
 * Control 1959), as a self-contained SVG document. What moves both in one direction lies along the diagonal: the run is
 * off, not one control. A run without both values is a gap, and is counted below.
 */
export function twoMaterialsChart(data: TwoMaterialsData): string {
  const { points, first, second } = data;
  const pairs = points.filter(isPair);
  const largest = points
    .flatMap((point) => [point.first, point.second])
    .reduce((most: number, value) => (isDrawable(value) ? Math.max(most, Math.abs(value)) : most), 0);
  const half = Math.min(MOST_SD, Math.max(LEAST_SD, largest + 0.5));
  const axis = seriesAxis(
    points.map(({ run }) => ({ run, time: null })),
    "run",
  );
  const panels = axis.domain === null ? [] : [strip(data, axis, axis.domain, half), youden(data, pairs, half)];
  return renderFigure({
    kind: "two-materials",
    title: data.title,
    subtitle: [`${first} and ${second}, each in SD from the mean that it was held against`],
    description: `${first} and ${second} over ${points.length} runs, ${pairs.length} of them with both.`,
    panels,
    legend:
      panels.length === 0
        ? []
        : [
            { label: first, dot: { ...FIRST, r: 4 } },
            { label: second, dot: { ...SECOND, r: 4 } },
            { label: "2 SD", line: WARNING },
            { label: "3 SD", line: REJECTION },
          ],
    notes: notesOf(points, half),
  });
}

function strip(data: TwoMaterialsData, axis: ReturnType<typeof seriesAxis>, domain: Interval, half: number): Panel {
  const series = (take: (point: TwoMaterialsPoint) => number | null) =>
    data.points.map((point, index) => ({ x: axis.places[index]!, y: clamped(take(point), half) }));
  return drawPanel({
    height: HEADING_HEIGHT + STRIP_HEIGHT + AXIS_HEIGHT,
    marginTop: HEADING_HEIGHT,
    marginRight: CHART_WIDTH - RIGHT,
    marginBottom: AXIS_HEIGHT,
    marginLeft: LEFT,
    x: axis.scale(domain),
    y: { domain: [-half, half], label: null },
    marks: [
      Plot.frame({ stroke: INK }),
      ...axis.marks(RIGHT - LEFT),
      Plot.axisY({ ticks: 9, label: null }),
      Plot.ruleY([0], { stroke: INK, strokeWidth: 1 }),
      Plot.ruleY([-2, 2], { ...WARNING, className: "limit-2" }),
      Plot.ruleY([-3, 3], { ...REJECTION, className: "limit-3" }),
      ...seriesMarks(
        series(({ first }) => first),
        FIRST,
        "first",
      ),
      ...seriesMarks(
        series(({ second }) => second),
        SECOND,
        "second",
      ),
    ],
    inFront: [text("SD from the mean (z) by run", LEFT, HEADING_HEIGHT - 7)],
  });
}

interface PlacedPoint {
  readonly x: number;
  readonly y: number | null;
}

function seriesMarks(
  points: readonly PlacedPoint[],
  style: Plot.DotOptions & { readonly fill: string },
  className: string,
): Plot.Markish[] {
  const drawn = points.filter(({ y }) => y !== null);
  return [
    Plot.line(points, { x: "x", y: "y", stroke: style.fill, strokeWidth: 1, className: `${className}-series` }),
    drawn.length > MANY_POINTS
      ? pointCloud(drawn, { radius: 1.5, fill: style.fill, className })
      : Plot.dot(drawn, { ...style, x: "x", y: "y", r: 3, className }),
  ];
}

function youden({ first, second }: TwoMaterialsData, pairs: readonly Pair[], half: number): Panel {
  const drawn = pairs.map((pair) => ({ x: clamped(pair.first, half)!, y: clamped(pair.second, half)!, run: pair.run }));
  const box = (sd: number) => ({ x1: -sd, x2: sd, y1: -sd, y2: sd });
  return drawPanel({
    height: HEADING_HEIGHT + SQUARE + AXIS_HEIGHT,
    marginTop: HEADING_HEIGHT,
    marginLeft: LEFT,
    marginRight: CHART_WIDTH - LEFT - SQUARE,
    marginBottom: AXIS_HEIGHT,
    x: { domain: [-half, half], label: null },
    y: { domain: [-half, half], label: null },
    marks: [
      Plot.frame({ stroke: INK }),
      Plot.axisX({ ticks: 9, label: `z of ${shorten(first, SQUARE - 60)}`, labelAnchor: "center", labelArrow: "none" }),
      Plot.axisY({ ticks: 9, label: null }),
      Plot.ruleX([0], { stroke: GUIDE }),
      Plot.ruleY([0], { stroke: GUIDE }),
      Plot.line([-half, half], { x: (z: number) => z, y: (z: number) => z, stroke: GUIDE, className: "diagonal" }),
      Plot.rect([2], { ...box(2), ...WARNING, fill: "none", className: "box-2" }),
      Plot.rect([3], { ...box(3), ...REJECTION, fill: "none", className: "box-3" }),
      drawn.length > MANY_POINTS
        ? pointCloud(drawn, { radius: 1.75, fill: BLUE, className: "pairs" })
        : Plot.dot(drawn, { ...BOTH, x: "x", y: "y", r: 3.5, title: describePair(first, second), className: "pairs" }),
    ],
    inFront: [text(`z of ${shorten(second, SQUARE - 60)} against the other, by run`, LEFT, HEADING_HEIGHT - 7)],
  });
}

interface Pair {
  readonly run: string;
  readonly first: number;
  readonly second: number;
}

function isPair(point: TwoMaterialsPoint): point is Pair {
  return isDrawable(point.first) && isDrawable(point.second);
}

function describePair(first: string, second: string) {
  return ({ run, x, y }: { readonly run: string; readonly x: number; readonly y: number }): string =>
    `${run}\n${first}: z ${formatNumber(x, 3)}\n${second}: z ${formatNumber(y, 3)}`;
}

function clamped(value: number | null, half: number): number | null {
  return isDrawable(value) ? Math.min(half, Math.max(-half, value)) : null;
}

function notesOf(points: readonly TwoMaterialsPoint[], half: number): string[] {
  const alone = points.filter((point) => !isPair(point));
  const isBeyond = (value: number | null) => isDrawable(value) && Math.abs(value) > half;
  const beyond = points.filter(({ first, second }) => isBeyond(first) || isBeyond(second));
  return [
    ...(alone.length === 0 ? [] : [`Without both values: ${listing(alone.map(({ run }) => run))}.`]),
    ...(beyond.length === 0 ? [] : [`Beyond the axis, drawn at its edge: ${listing(beyond.map(({ run }) => run))}.`]),
  ];
}
