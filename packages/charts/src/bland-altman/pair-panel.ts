import * as Plot from "@observablehq/plot";
import { drawableInterval, isDrawable } from "../drawing/drawable.ts";
import { formatCount, formatToStep } from "../drawing/format-number.ts";
import { drawPanel, type Panel } from "../drawing/panel.ts";
import { text } from "../drawing/shapes.ts";
import type { SvgElement } from "../drawing/svg-element.ts";
import { shorten } from "../drawing/text-metrics.ts";
import { BLUE, GREEN, INK, LINE_HEIGHT, MUTED_INK, VERMILLION } from "../drawing/theme.ts";
import type { Interval } from "../interval.ts";
import type { BlandAltmanPair } from "./bland-altman-data.ts";

/** Ranges of means and differences that all panels share. */
export interface CommonAxes {
  readonly x: Interval;
  readonly y: Interval;
}

interface LineStyle {
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly strokeDasharray?: string;
}

/** How each line looks; weight and dashes tell them apart without colour. */
export const PAIR_STYLE: Readonly<Record<"bias" | "limit" | "zero" | "slope", LineStyle>> = {
  bias: { stroke: BLUE, strokeWidth: 2.5 },
  limit: { stroke: VERMILLION, strokeWidth: 2, strokeDasharray: "7,4" },
  zero: { stroke: INK, strokeWidth: 1 },
  slope: { stroke: GREEN, strokeWidth: 2, strokeDasharray: "2,3" },
};

const HEADING_LINES = 4;
const TOP = HEADING_LINES * LINE_HEIGHT + 6;
const AXIS_HEIGHT = 44;
const LEFT = 68;
const TALLEST_FRAME = 300;
const MANY_POINTS = 300;

/** One pair with its numbers as a heading. */
export function pairPanel(pair: BlandAltmanPair, quantity: string, axes: CommonAxes, width: number): Panel {
  const height = Math.min(TALLEST_FRAME, width * 0.85) + TOP + AXIS_HEIGHT;
  const points = pair.points.filter(({ mean, difference }) => isDrawable(mean) && isDrawable(difference));
  const labels = { labelAnchor: "center", labelArrow: "none" } as const;
  return drawPanel({
    width,
    height,
    marginTop: TOP,
    marginRight: 8,
    marginBottom: AXIS_HEIGHT,
    marginLeft: LEFT,
    x: { domain: [...axes.x], label: null },
    y: { domain: [...axes.y], label: null },
    marks: [
      Plot.frame({ stroke: INK }),
      Plot.axisX({
        label: `mean ${shorten(quantity, width - LEFT - 60)}`,
        ticks: Math.min(8, Math.max(2, Math.floor((width - LEFT) / 45))),
        ...labels,
      }),
      Plot.axisY({ label: "difference", ticks: 5, ...labels }),
      ...bands(pair),
      Plot.ruleY([0], { ...PAIR_STYLE.zero, className: "zero" }),
      Plot.dot(points, {
        x: "mean",
        y: "difference",
        r: points.length > MANY_POINTS ? 1.25 : 2.5,
        fill: INK,
        fillOpacity: points.length > MANY_POINTS ? 0.4 : 0.6,
        className: "points",
      }),
      ...lines(pair, axes),
    ],
    inFront: heading(pair, points.length, width),
  });
}

function bands({ agreement }: BlandAltmanPair): Plot.Markish[] {
  const limitBands = [agreement.lowerLimitInterval, agreement.upperLimitInterval].map(drawableInterval);
  return [
    ...limitBands.map((band) => confidenceBand(band, VERMILLION, "limit-band")),
    confidenceBand(drawableInterval(agreement.biasInterval), BLUE, "bias-band"),
  ];
}

function confidenceBand(band: Interval | null, fill: string, className: string): Plot.Markish {
  const drawn = band === null ? [] : [band];
  return Plot.rectY(drawn, {
    y1: (bounds) => bounds[0],
    y2: (bounds) => bounds[1],
    fill,
    fillOpacity: 0.3,
    className,
  });
}

function lines({ agreement, proportionalBias }: BlandAltmanPair, axes: CommonAxes): Plot.Markish[] {
  const bias = isDrawable(agreement.bias) ? [agreement.bias] : [];
  const limits = drawableInterval(agreement.limits) ?? [];
  return [
    Plot.ruleY(bias, { ...PAIR_STYLE.bias, className: "bias" }),
    Plot.ruleY(limits, { ...PAIR_STYLE.limit, className: "limits" }),
    Plot.line(regressionWithin(proportionalBias, axes), { ...PAIR_STYLE.slope, x: "x", y: "y", className: "slope" }),
  ];
}

/** The part of the regression line within the frame. */
function regressionWithin(
  regression: BlandAltmanPair["proportionalBias"],
  axes: CommonAxes,
): { x: number; y: number }[] {
  if (regression == null || !isDrawable(regression.slope) || !isDrawable(regression.intercept)) return [];
  const { slope, intercept } = regression;
  const crossings = slope === 0 ? [] : axes.y.map((y) => (y - intercept) / slope);
  return [...axes.x, ...crossings]
    .map((x) => ({ x, y: intercept + slope * x }))
    .filter(({ x, y }) => x >= axes.x[0] && x <= axes.x[1] && y >= axes.y[0] - 1e-12 && y <= axes.y[1] + 1e-12)
    .sort((a, b) => a.x - b.x);
}

function heading(pair: BlandAltmanPair, drawn: number, width: number): SvgElement[] {
  const { agreement, first, second } = pair;
  const limits = drawableInterval(agreement.limits);
  const step = limits === null ? Math.abs(agreement.bias ?? 1) : limits[1] - limits[0];
  const counted = `n = ${formatCount(agreement.n)}${drawn < agreement.n ? `, ${formatCount(drawn)} drawn` : ""}`;
  const bias = isDrawable(agreement.bias) ? `bias ${formatToStep(agreement.bias, step)}` : "bias not evaluable";
  const range =
    limits === null
      ? "limits not evaluable"
      : `limits ${formatToStep(limits[0], step)} to ${formatToStep(limits[1], step)}`;
  return [`${first} − ${second}`, counted, bias, range].map((content, index) =>
    text(shorten(content, width), 0, (index + 1) * LINE_HEIGHT - 4, {
      "font-weight": index === 0 ? "bold" : "normal",
      fill: index === 0 ? INK : MUTED_INK,
    }),
  );
}
