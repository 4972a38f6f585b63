import * as Plot from "@observablehq/plot";
import { drawableExtent, isDrawable } from "../drawing/drawable.ts";
import { renderFigure } from "../drawing/figure.ts";
import { formatFraction } from "../drawing/format-number.ts";
import type { LegendEntry } from "../drawing/legend.ts";
import { linearScale } from "../drawing/linear-scale.ts";
import { drawPanel, type Panel, shapesMark } from "../drawing/panel.ts";
import { group } from "../drawing/shapes.ts";
import { svgElement } from "../drawing/svg-element.ts";
import { BLUE, CHART_WIDTH, GRID, INK, VERMILLION } from "../drawing/theme.ts";
import { curvePath } from "./curve-path.ts";
import type { PrecisionRecallCurve, PrecisionRecallData, PrecisionRecallPoint } from "./precision-recall-data.ts";

const LEFT = 68;
const RIGHT = CHART_WIDTH - 24;
const TOP = 12;
const HEIGHT = 360;
const AXIS_HEIGHT = 46;
/** The frame reaches so many times as far below 1 as the lowest operating point. */
const REACH = 2.5;
const LEAST_REACH = 0.01;

/** Dashes and symbols tell the curves apart without colour. */
const STYLES = [
  { stroke: BLUE, dashes: "none", symbol: "circle" },
  { stroke: VERMILLION, dashes: "7,4", symbol: "square" },
] as const;

/** A point of which both numbers are fractions. */
interface Drawn {
  readonly recall: number;
  readonly precision: number;
}

/**
 * Precision-recall curves with their operating points as a self-contained SVG document. The axes end at 1 and begin
 * where the operating points leave room; what lies below is cut, and said.
 */
export function precisionRecallChart(data: PrecisionRecallData): string {
  const isEmpty = data.curves.every((curve) => !isDrawn(curve.operatingPoint) && !curve.points.some(isDrawn));
  const low = { recall: lowest(data, "recall"), precision: lowest(data, "precision") };
  const described = data.curves.map(describeCurve);
  return renderFigure({
    kind: "precision-recall",
    title: data.title,
    subtitle: [
      `Thresholds of ${data.score}; the filled symbol is the operating point: all records as they were called`,
    ],
    description: ["Precision against recall.", ...described].join(" "),
    panels: isEmpty ? [] : [drawFrame(data, low)],
    legend: isEmpty ? [] : data.curves.flatMap(legendOf),
    notes: [...described, ...cutNote(data, low)],
  });
}

function drawFrame({ curves }: PrecisionRecallData, low: Drawn): Panel {
  const bottom = HEIGHT - AXIS_HEIGHT;
  const toX = linearScale([low.recall, 1], [LEFT, RIGHT]);
  const toY = linearScale([low.precision, 1], [bottom, TOP]);
  return drawPanel({
    height: HEIGHT,
    marginTop: TOP,
    marginRight: CHART_WIDTH - RIGHT,
    marginBottom: AXIS_HEIGHT,
    marginLeft: LEFT,
    x: { domain: [low.recall, 1], label: null },
    y: { domain: [low.precision, 1], label: null },
    marks: [
      Plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks: 6 }),
      Plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks: 6 }),
      Plot.frame({ stroke: INK }),
      Plot.axisX({ label: "recall", labelAnchor: "center", labelArrow: "none", ticks: 6 }),
      Plot.axisY({ label: "precision", labelAnchor: "center", labelArrow: "none", ticks: 6 }),
      shapesMark(
        curves.map(({ points }, index) => {
          const { stroke, dashes } = styleOf(index);
          const places = points.filter(isDrawn).map(({ recall, precision }) => [recall, precision] as const);
          const path = curvePath(places, [low.recall, low.precision], ([x, y]) => [toX(x), toY(y)]);
          const attributes = { fill: "none", stroke, "stroke-width": 2, "stroke-dasharray": dashes };
          return group("curve", path === "" ? [] : [svgElement("path", { d: path, ...attributes })]);
        }),
      ),
      ...curves.flatMap(({ operatingPoint }, index) => {
        if (!isDrawn(operatingPoint)) return [];
        const { stroke, symbol } = styleOf(index);
        const { recall: x, precision: y } = operatingPoint;
        return [Plot.dot([0], { x: [x], y: [y], r: 5.5, symbol, fill: stroke, stroke: INK, className: "operating" })];
      }),
    ],
  });
}

function styleOf(index: number): (typeof STYLES)[number] {
  return STYLES[index % STYLES.length]!;
}

function isDrawn(point: PrecisionRecallPoint): point is Drawn {
  return isFraction(point.recall) && isFraction(point.precision);
}

function isFraction(value: number | null): value is number {
  return isDrawable(value) && value >= 0 && value <= 1;
}

/** Lower end of an axis: from the operating points, or the whole where there is none. */
function lowest({ curves }: PrecisionRecallData, score: "recall" | "precision"): number {
  const points = curves.map(({ operatingPoint }) => operatingPoint).filter(isDrawn);
  const least = drawableExtent(points.map((point) => point[score]))?.[0] ?? 0;
  return Math.max(0, 1 - Math.max(LEAST_REACH, (1 - least) * REACH));
}

function describeCurve({ name, points, operatingPoint }: PrecisionRecallCurve): string {
  const thresholds = points.filter(isDrawn).length;
  const at = isDrawn(operatingPoint)
    ? `operating point recall ${formatFraction(operatingPoint.recall)}, precision ${formatFraction(operatingPoint.precision)}`
    : "no operating point: recall or precision is undefined";
  return `${name}: ${at}; ${thresholds === 0 ? "no curve" : `${thresholds} thresholds`}.`;
}

function cutNote({ curves }: PrecisionRecallData, low: Drawn): string[] {
  const isCut = curves.some(({ points }) =>
    points.some((point) => isDrawn(point) && (point.recall < low.recall || point.precision < low.precision)),
  );
  return isCut ? ["The axes are cut: curves go on below them, at stricter or looser thresholds."] : [];
}

function legendOf({ name }: PrecisionRecallCurve, index: number): LegendEntry[] {
  const { stroke, dashes, symbol } = styleOf(index);
  return [
    { label: name, line: { stroke, strokeWidth: 2, strokeDasharray: dashes } },
    { label: `${name}, operating point`, dot: { r: 5.5, symbol, fill: stroke, stroke: INK } },
  ];
}
