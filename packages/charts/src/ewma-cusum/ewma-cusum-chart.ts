import * as Plot from "@observablehq/plot";
import { drawableExtent, drawableInterval, isDrawable, padded } from "../drawing/drawable.ts";
import { renderFigure } from "../drawing/figure.ts";
import { formatNumber } from "../drawing/format-number.ts";
import { listing } from "../drawing/listing.ts";
import { drawPanel, type Panel } from "../drawing/panel.ts";
import { MANY_POINTS, pointCloud } from "../drawing/point-cloud.ts";
import { text } from "../drawing/shapes.ts";
import { BLUE, CHART_WIDTH, GREEN, INK, PAPER, VERMILLION } from "../drawing/theme.ts";
import type { Interval } from "../interval.ts";
import { type SeriesAxis, seriesAxis } from "../series/series-axis.ts";
import type { EwmaCusumData, EwmaCusumPoint } from "./ewma-cusum-data.ts";

const LEFT = 60;
const RIGHT = CHART_WIDTH - 16;
const STRIP_HEIGHT = 120;
const HEADING_HEIGHT = 24;
const AXIS_HEIGHT = 46;
const EWMA = { symbol: "circle", fill: BLUE, stroke: PAPER, strokeWidth: 0.5 } as const;
const UPPER_SUM = { symbol: "triangle", fill: BLUE, stroke: PAPER, strokeWidth: 0.5 } as const;
const LOWER_SUM = { symbol: "diamond", fill: GREEN, stroke: PAPER, strokeWidth: 0.5 } as const;
const LIMIT = { stroke: VERMILLION, strokeWidth: 2, strokeDasharray: "7,4" };
const SIGNAL: Plot.DotOptions = { symbol: "square", fill: VERMILLION, stroke: INK, strokeWidth: 1.5, r: 5 };

/**
 * EWMA and two-sided CUSUM of one control material as a self-contained SVG document (Roberts, Technometrics 1959; Page,
 * Biometrika 1954): two strips over the same runs, the lower sum drawn downwards. A gap is a run without a value.
 */
export function ewmaCusumChart(data: EwmaCusumData): string {
  const axis = seriesAxis(
    data.points.map(({ run }) => ({ run, time: null })),
    "run",
  );
  const { domain } = axis;
  const ewmaSignals = data.points.filter(({ ewmaSignal }) => ewmaSignal);
  const cusumSignals = data.points.filter(({ cusumSignal }) => cusumSignal);
  return renderFigure({
    kind: "ewma-cusum",
    title: data.title,
    subtitle: [
      `EWMA: weight ${formatNumber(data.lambda)}, limits at ${formatNumber(data.limitMultiplier)} of its SD`,
      `CUSUM: allowance ${formatNumber(data.allowance)} SD, decision interval ${formatNumber(data.decisionInterval)} SD`,
    ],
    description: [
      `EWMA and CUSUM over ${data.points.length} points.`,
      `EWMA signals: ${ewmaSignals.length === 0 ? "none" : listing(ewmaSignals.map(({ run }) => run))}.`,
      `CUSUM signals: ${cusumSignals.length === 0 ? "none" : listing(cusumSignals.map(({ run }) => run))}.`,
    ].join(" "),
    panels: domain === null ? [] : [ewmaStrip(data, axis, domain), cusumStrip(data, axis, domain)],
    legend:
      domain === null
        ? []
        : [
            { label: "EWMA", dot: { ...EWMA, r: 4 } },
            { label: "upper sum", dot: { ...UPPER_SUM, r: 4 } },
            { label: "lower sum", dot: { ...LOWER_SUM, r: 4 } },
            { label: "limit", line: LIMIT },
            { label: "signal", dot: SIGNAL },
          ],
    notes: missingNotes(data.points),
  });
}

function ewmaStrip({ points }: EwmaCusumData, axis: SeriesAxis, domain: Interval): Panel {
  const drawn = points.map(({ ewma, ewmaLimits, ewmaSignal }, index) => ({
    x: axis.places[index]!,
    y: isDrawable(ewma) ? ewma : null,
    low: drawableInterval(ewmaLimits)?.[0] ?? null,
    high: drawableInterval(ewmaLimits)?.[1] ?? null,
    isSignal: ewmaSignal,
  }));
  // The limits settle soon; a line between equal ones needs its ends alone.
  const steps = drawn.filter(({ low, high }, index) => {
    const [before, after] = [drawn[index - 1], drawn[index + 1]];
    return before?.low !== low || before.high !== high || after?.low !== low || after.high !== high;
  });
  const extent = drawableExtent([0, ...drawn.flatMap(({ y, low, high }) => [y, low, high])])!;
  return strip(
    "EWMA (SD)",
    domain,
    extent,
    [],
    [
      Plot.line(steps, { ...LIMIT, x: "x", y: "low", curve: "step", className: "ewma-limit" }),
      Plot.line(steps, { ...LIMIT, x: "x", y: "high", curve: "step", className: "ewma-limit" }),
      ...seriesMarks(drawn, EWMA, "ewma"),
    ],
  );
}

function cusumStrip({ points, decisionInterval }: EwmaCusumData, axis: SeriesAxis, domain: Interval): Panel {
  const series = (sign: 1 | -1, sum: (point: EwmaCusumPoint) => number | null): StripPoint[] =>
    points.map((point, index) => {
      const value = sum(point);
      const isBeyond = isDrawable(value) && value > decisionInterval;
      return {
        x: axis.places[index]!,
        y: isDrawable(value) ? sign * value : null,
        isSignal: point.cusumSignal && isBeyond,
      };
    });
  const high = series(1, ({ cusumHigh }) => cusumHigh);
  const low = series(-1, ({ cusumLow }) => cusumLow);
  const limits = isDrawable(decisionInterval) ? [-decisionInterval, decisionInterval] : [];
  const extent = drawableExtent([...limits, 0, ...high.map(({ y }) => y), ...low.map(({ y }) => y)])!;
  return strip("CUSUM (SD)", domain, extent, axis.marks(RIGHT - LEFT), [
    Plot.ruleY(limits, { ...LIMIT, className: "decision-interval" }),
    ...seriesMarks(high, UPPER_SUM, "cusum-high"),
    ...seriesMarks(low, LOWER_SUM, "cusum-low"),
  ]);
}

interface StripPoint {
  readonly x: number;
  readonly y: number | null;
  readonly isSignal: boolean;
}

function seriesMarks(
  points: readonly StripPoint[],
  style: Plot.DotOptions & { readonly fill: string },
  className: string,
): Plot.Markish[] {
  const drawn = points.filter(({ y }) => y !== null);
  const isCrowded = points.length > MANY_POINTS;
  return [
    Plot.line(points, { x: "x", y: "y", stroke: style.fill, strokeWidth: 1.5, className: `${className}-series` }),
    isCrowded
      ? pointCloud(drawn, { radius: 1.25, fill: style.fill, className })
      : Plot.dot(drawn, { ...style, x: "x", y: "y", r: 3, className }),
    Plot.dot(
      drawn.filter(({ isSignal }) => isSignal),
      { ...SIGNAL, x: "x", y: "y", className: `${className}-signals` },
    ),
  ];
}

function strip(
  label: string,
  domain: Interval,
  extent: Interval,
  axisMarks: readonly Plot.Markish[],
  marks: readonly Plot.Markish[],
): Panel {
  const bottomMargin = axisMarks.length > 0 ? AXIS_HEIGHT : 6;
  return drawPanel({
    height: HEADING_HEIGHT + STRIP_HEIGHT + bottomMargin,
    marginTop: HEADING_HEIGHT,
    marginRight: CHART_WIDTH - RIGHT,
    marginBottom: bottomMargin,
    marginLeft: LEFT,
    x: { domain: [...domain], label: null, axis: null },
    y: { domain: [...padded(extent, 0.08)], label: null },
    marks: [
      Plot.frame({ stroke: INK }),
      ...axisMarks,
      Plot.axisY({ ticks: 5, label: null }),
      Plot.ruleY([0], { stroke: INK, strokeWidth: 1 }),
      ...marks,
    ],
    inFront: [text(label, LEFT, HEADING_HEIGHT - 7)],
  });
}

function missingNotes(points: readonly EwmaCusumPoint[]): string[] {
  const missing = points.filter(({ ewma, cusumHigh, cusumLow }) => ![ewma, cusumHigh, cusumLow].every(isDrawable));
  return missing.length === 0 ? [] : [`Not evaluable: ${listing(missing.map(({ run }) => run))}.`];
}
