import * as Plot from "@observablehq/plot";
import { drawableInterval, isDrawable } from "../drawing/drawable.ts";
import { renderFigure } from "../drawing/figure.ts";
import { formatCount, formatNumber, formatPercent } from "../drawing/format-number.ts";
import type { LegendEntry } from "../drawing/legend.ts";
import { listing } from "../drawing/listing.ts";
import { drawPanel, type Panel } from "../drawing/panel.ts";
import { group, rimmedText } from "../drawing/shapes.ts";
import { BLUE, CHART_WIDTH, GREEN, GRID, INK, ORANGE, PAPER, PURPLE, VERMILLION } from "../drawing/theme.ts";
import { type CvAxes, cvAxes, shareOfAxis, valueAtShare } from "./cv-profile-axes.ts";
import type { CvProfileBin, CvProfileData, CvProfilePoint } from "./cv-profile-data.ts";
import { floorDepths, floorLabels, floorLegend, floorMarks } from "./floor-marks.ts";

const FRAME = { top: 12, right: CHART_WIDTH - 16, bottom: 332, left: 64 };
const AXIS_HEIGHT = 46;

/** Shape and tone tell the strata apart without colour; more strata than symbols share them. */
const STRATUM_SYMBOLS: readonly Plot.DotOptions[] = [
  { symbol: "circle", stroke: BLUE },
  { symbol: "triangle", stroke: VERMILLION },
  { symbol: "square", stroke: GREEN },
  { symbol: "plus", stroke: PURPLE },
  { symbol: "diamond", stroke: ORANGE },
  { symbol: "times", stroke: INK },
];
const BIN_SYMBOL: Plot.DotOptions = { symbol: "square", fill: PAPER, stroke: INK, strokeWidth: 2, r: 5 };

/**
 * Precision profile as a self-contained SVG document: the CV of each variant against its VAF, or against its mean, with
 * medians by bin, and on an axis of VAF the floor that counting alone leaves at each depth.
 *
 * A CV of 0 has no place on a logarithmic axis and stands at the foot of the frame; points without CV are counted below.
 */
export function cvProfileChart(data: CvProfileData): string {
  const axes = cvAxes(data);
  return renderFigure({
    kind: "cv-profile",
    title: data.title,
    subtitle: [`${data.quantity}: ${formatCount(data.n ?? data.points.length)} variants or analytes`],
    description: describeChart(data),
    panels: axes === null ? [] : [drawFrame(data, axes)],
    legend: axes === null ? [] : legendOf(data),
    notes: notesOf(data, axes),
  });
}

function drawFrame(data: CvProfileData, axes: CvAxes): Panel {
  const floors = floorDepths(data);
  const unit = data.unit === "" ? "" : ` (${data.unit})`;
  return drawPanel({
    height: FRAME.bottom + AXIS_HEIGHT,
    marginTop: FRAME.top,
    marginRight: CHART_WIDTH - FRAME.right,
    marginBottom: AXIS_HEIGHT,
    marginLeft: FRAME.left,
    x: { type: axes.x.type, domain: [...axes.x.domain], label: null },
    y: { type: axes.y.type, domain: [...axes.y.domain], label: null },
    marks: [
      Plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks: 6 }),
      Plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks: 6 }),
      Plot.frame({ stroke: INK }),
      Plot.axisX({
        label: `mean ${data.quantity}${unit}`,
        labelAnchor: "center",
        labelArrow: "none",
        ...ticksOf(axes.x),
      }),
      Plot.axisY({ label: "CV (%)", labelAnchor: "center", labelArrow: "none", ...ticksOf(axes.y) }),
      ...strataOf(data).flatMap((stratum, index) => stratumMarks(data.points, stratum, index, axes)),
      ...floorMarks(floors, axes),
      ...limitMarks(data.limit),
      ...binMarks(data.bins ?? [], axes),
    ],
    inFront: [...floorLabels(floors, axes, FRAME), ...limitLabel(data.limit, axes)],
  });
}

/** Ticks at 1, 2 and 5 times the powers of ten on a logarithmic axis. */
function ticksOf({ type, domain: [low, high] }: CvAxes["x"]): Plot.AxisXOptions {
  if (type === "linear") return { ticks: 6 };
  const decades = Array.from(
    { length: Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 },
    (_, index) => 10 ** (Math.floor(Math.log10(low)) + index),
  );
  const steps = decades.length > 4 ? [1] : [1, 2, 5];
  const ticks = decades.flatMap((decade) => steps.map((step) => step * decade));
  return {
    ticks: ticks.filter((tick) => tick >= low && tick <= high),
    tickFormat: (tick: number) => formatNumber(tick, 3),
  };
}

function strataOf(data: CvProfileData): (string | undefined)[] {
  return [...new Set(data.points.map(({ stratum }) => stratum))];
}

function stratumMarks(
  points: readonly CvProfilePoint[],
  stratum: string | undefined,
  index: number,
  axes: CvAxes,
): Plot.Markish[] {
  const drawn = points
    .filter((point) => point.stratum === stratum && isOnAxes(point, axes))
    .map(({ x, cv }) => ({ x: x!, y: isAtFoot(cv!, axes) ? axes.y.domain[0] : cv! * 100 }));
  return [Plot.dot(drawn, { ...symbolOf(index), x: "x", y: "y", strokeOpacity: 0.7, className: "points" })];
}

function symbolOf(index: number): Plot.DotOptions {
  return { r: 3, strokeWidth: 1.25, ...STRATUM_SYMBOLS[index % STRATUM_SYMBOLS.length] };
}

function isOnAxes({ x, cv }: CvProfilePoint, axes: CvAxes): boolean {
  return isDrawable(x) && isDrawable(cv) && (axes.x.type === "linear" || x > 0);
}

function isAtFoot(cv: number, axes: CvAxes): boolean {
  return axes.y.type === "log" && cv <= 0;
}

function binMarks(bins: readonly CvProfileBin[], axes: CvAxes): Plot.Markish[] {
  const drawn = bins.flatMap(({ range, cv, interval }) => {
    if (!isDrawable(cv) || isAtFoot(cv, axes)) return [];
    const [start, end] = range.map((edge) => Math.min(1, Math.max(0, shareOfAxis(axes.x, edge))));
    const bounds = drawableInterval(interval)?.map((bound) => Math.max(bound * 100, axes.y.domain[0]));
    return [{ x: valueAtShare(axes.x, (start + end) / 2), y: cv * 100, low: bounds?.[0], high: bounds?.[1] }];
  });
  return [
    Plot.ruleX(drawn, { x: "x", y1: "low", y2: "high", stroke: INK, strokeWidth: 2, className: "bin-intervals" }),
    Plot.dot(drawn, { ...BIN_SYMBOL, x: "x", y: "y", className: "bins" }),
  ];
}

function limitMarks(limit: number | null | undefined): Plot.Markish[] {
  if (!isDrawable(limit) || limit <= 0) return [];
  return [Plot.ruleY([limit * 100], { stroke: VERMILLION, strokeWidth: 2, className: "limit" })];
}

function limitLabel(limit: number | null | undefined, axes: CvAxes): ReturnType<typeof group>[] {
  if (!isDrawable(limit) || limit <= 0) return [];
  const y = FRAME.bottom - shareOfAxis(axes.y, limit * 100) * (FRAME.bottom - FRAME.top);
  const attributes = { "text-anchor": "end" };
  return [group("limit-label", [rimmedText(`limit ${formatPercent(limit)}`, FRAME.right - 6, y - 6, attributes)])];
}

function legendOf(data: CvProfileData): LegendEntry[] {
  const strata = strataOf(data).map((stratum, index) => ({
    label: stratum ?? "variant or analyte",
    dot: { ...symbolOf(index), r: 4 },
  }));
  const interval = data.binInterval === undefined ? "" : ` with ${data.binInterval}`;
  const bins = (data.bins ?? []).length > 0 ? [{ label: `median of the bin${interval}`, dot: BIN_SYMBOL }] : [];
  return [...strata, ...bins, ...floorLegend(floorDepths(data))];
}

function notesOf(data: CvProfileData, axes: CvAxes | null): string[] {
  const notes: string[] = [];
  if (data.n !== undefined && data.n > data.points.length) {
    notes.push(`${formatCount(data.points.length)} of ${formatCount(data.n)} points drawn.`);
  }
  const undefinedCount = data.points.filter(({ x, cv }) => !isDrawable(x) || !isDrawable(cv)).length;
  if (undefinedCount > 0) notes.push(`Points without CV, not drawn: ${formatCount(undefinedCount)}.`);
  const defined = data.points.filter(({ x, cv }) => isDrawable(x) && isDrawable(cv));
  if (axes !== null) {
    const offAxis = defined.filter((point) => !isOnAxes(point, axes)).length;
    if (offAxis > 0)
      notes.push(`Points with a mean of 0 or less, not drawn on a logarithmic axis: ${formatCount(offAxis)}.`);
    const atFoot = defined.filter((point) => isOnAxes(point, axes) && isAtFoot(point.cv!, axes)).length;
    if (atFoot > 0) notes.push(`Points with a CV of 0, drawn at the foot: ${formatCount(atFoot)}.`);
  }
  const unjudged = (data.bins ?? []).filter(({ cv }) => !isDrawable(cv));
  if (unjudged.length > 0) notes.push(`Not evaluable: ${listing(unjudged.map(describeBin))}.`);
  return notes;
}

function describeBin({ range, cv, n, reason }: CvProfileBin): string {
  const name = `${formatNumber(range[0], 3)} to ${formatNumber(range[1], 3)} (n = ${formatCount(n)}`;
  return isDrawable(cv) ? `${name}): ${formatPercent(cv)}` : `${name}${reason == null ? "" : `, ${reason}`})`;
}

function describeChart(data: CvProfileData): string {
  const bins = (data.bins ?? []).filter(({ cv }) => isDrawable(cv));
  return [
    `Coefficient of variation against the mean ${data.quantity} of ${formatCount(data.n ?? data.points.length)} variants or analytes.`,
    ...(floorDepths(data).length > 0
      ? [`Binomial floor at depth ${floorDepths(data).map(formatCount).join(", ")}.`]
      : []),
    ...(isDrawable(data.limit) ? [`Limit ${formatPercent(data.limit)}.`] : []),
    ...(bins.length > 0 ? [`Median CV by bin: ${bins.map(describeBin).join("; ")}.`] : []),
  ].join(" ");
}
