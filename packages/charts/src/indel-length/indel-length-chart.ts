import * as Plot from "@observablehq/plot";
import { drawableExtent, drawableInterval, isDrawable } from "../drawing/drawable.ts";
import { renderFigure } from "../drawing/figure.ts";
import { formatCount, formatFraction, formatNumber } from "../drawing/format-number.ts";
import { linearScale } from "../drawing/linear-scale.ts";
import { drawPanel, type Panel, shapesMark } from "../drawing/panel.ts";
import { group, line, text } from "../drawing/shapes.ts";
import type { SvgElement } from "../drawing/svg-element.ts";
import { shorten } from "../drawing/text-metrics.ts";
import { BLUE, CHART_WIDTH, GRID, INK, MUTED_INK, ORANGE, PAPER } from "../drawing/theme.ts";
import type { Interval } from "../interval.ts";
import type { IndelLengthClass, IndelLengthData } from "./indel-length-data.ts";

const LEFT = 68;
const RIGHT = CHART_WIDTH - 8;
const TOP = 12;
const FRAME_HEIGHT = 230;
const LABEL_HEIGHT = 64;
/** Distance of recall and precision from F1 between them. */
const OFFSET = 13;

/** Shape and tone tell the three scores apart. */
const SCORES = {
  recall: { symbol: "triangle", fill: PAPER, stroke: INK, strokeWidth: 1.5 },
  f1: { symbol: "square", fill: BLUE, stroke: INK },
  precision: { symbol: "circle", fill: ORANGE, stroke: INK },
} as const satisfies Record<string, Plot.DotOptions>;

/**
 * F1 of indels by length, between recall and precision with their intervals, as a self-contained SVG document. A class
 * without F1 has a dash, and its reason below.
 */
export function indelLengthChart(data: IndelLengthData): string {
  const level = `${formatNumber(data.level * 100)} % intervals`;
  return renderFigure({
    kind: "indel-length",
    title: data.title,
    subtitle: ["Bases gained (+) or lost (−); n counts truth records"],
    description: [
      "F1, recall and precision of indels by length.",
      ...(data.classes.length === 0 ? ["No data."] : []),
      ...data.classes.map((one) => `${one.name}: ${describe(one)}.`),
    ].join(" "),
    panels: data.classes.length === 0 ? [] : [drawFrame(data.classes)],
    legend:
      data.classes.length === 0
        ? []
        : [
            { label: `recall with ${level}`, dot: { r: 4.5, ...SCORES.recall } },
            { label: "F1", dot: { r: 4.5, ...SCORES.f1 } },
            { label: `precision with ${level}`, dot: { r: 4.5, ...SCORES.precision } },
          ],
    notes: data.classes.filter(({ f1 }) => !isFraction(f1)).map((one) => `${one.name}: ${describe(one)}.`),
  });
}

function drawFrame(classes: readonly IndelLengthClass[]): Panel {
  const bottom = TOP + FRAME_HEIGHT;
  const domain = axisDomain(classes);
  const width = (RIGHT - LEFT) / classes.length;
  const toX = linearScale([0, classes.length], [LEFT, RIGHT]);
  const toY = linearScale(domain, [bottom, TOP]);
  const centre = (index: number): number => toX(index + 0.5);
  return drawPanel({
    height: bottom + LABEL_HEIGHT,
    marginTop: TOP,
    marginRight: CHART_WIDTH - RIGHT,
    marginBottom: LABEL_HEIGHT,
    marginLeft: LEFT,
    x: { type: "identity", axis: null },
    y: { domain: [...domain], label: null },
    marks: [
      Plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks: 5 }),
      Plot.frame({ stroke: INK }),
      Plot.axisY({ label: "score", labelAnchor: "center", labelArrow: "none", ticks: 5 }),
      shapesMark(classes.flatMap((one, index) => drawLabels(one, centre(index), width, bottom))),
      shapesMark(
        classes.flatMap((one, index) => [
          ...drawInterval(one.recall, one.recallInterval, centre(index) - OFFSET, toY),
          ...drawInterval(one.precision, one.precisionInterval, centre(index) + OFFSET, toY),
        ]),
      ),
      ...classes.flatMap((one, index) => [
        ...drawScore("recall", one.recall, centre(index) - OFFSET),
        ...drawScore("precision", one.precision, centre(index) + OFFSET),
        ...drawScore("f1", one.f1, centre(index)),
      ]),
    ],
  });
}

function drawScore(score: keyof typeof SCORES, value: number | null, x: number): Plot.Markish[] {
  if (!isFraction(value)) return [];
  return [Plot.dot([0], { r: 4.5, ...SCORES[score], x: [x], y: [value], className: score })];
}

function drawInterval(
  value: number | null,
  interval: Interval | null,
  x: number,
  toY: (value: number) => number,
): SvgElement[] {
  const bounds = drawableInterval(interval);
  if (!isFraction(value) || bounds === null || !bounds.every(isFraction)) return [];
  return [line(x, toY(bounds[0]), x, toY(bounds[1]), { class: "interval", stroke: INK, "stroke-width": 1.25 })];
}

function drawLabels({ name, n, f1 }: IndelLengthClass, x: number, width: number, bottom: number): SvgElement[] {
  const middle = { "text-anchor": "middle" };
  const room = width - 6;
  return [
    group("class", [
      text(shorten(name, room), x, bottom + 18, middle),
      text(shorten(isFraction(f1) ? `F1 ${formatFraction(f1)}` : "F1 –", room), x, bottom + 35, middle),
      text(shorten(`n = ${formatCount(n)}`, room), x, bottom + 52, { ...middle, fill: MUTED_INK }),
    ]),
  ];
}

function isFraction(value: number | null): value is number {
  return isDrawable(value) && value >= 0 && value <= 1;
}

function axisDomain(classes: readonly IndelLengthClass[]): Interval {
  const values = classes.flatMap(({ f1, recall, recallInterval, precision, precisionInterval }) => [
    f1,
    recall,
    precision,
    ...(recallInterval ?? []),
    ...(precisionInterval ?? []),
  ]);
  const lowest = drawableExtent(values.filter(isFraction))?.[0] ?? 0;
  return [Math.max(0, Math.floor(lowest * 20 - 0.5) / 20), 1];
}

function describe({ f1, reason }: IndelLengthClass): string {
  return isFraction(f1) ? `F1 ${formatFraction(f1)}` : `no F1: ${reason ?? "no reason stated"}`;
}
