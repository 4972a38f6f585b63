import * as Plot from "@observablehq/plot";
import { linearScale } from "../drawing/linear-scale.ts";
import { drawPanel, type Panel, shapesMark } from "../drawing/panel.ts";
import { group, line, text } from "../drawing/shapes.ts";
import { type SvgElement, svgElement } from "../drawing/svg-element.ts";
import { shorten, textWidth } from "../drawing/text-metrics.ts";
import { CHART_WIDTH, GRID, GUIDE, INK, MUTED_INK } from "../drawing/theme.ts";
import type { Interval } from "../interval.ts";

/** One estimate with its interval between two columns of text. */
export interface ForestRow {
  /** At the left, and under it in grey. */
  readonly label: string;
  readonly sublabel: string;
  /** At the right, and under it in grey. */
  readonly result: string;
  readonly subresult: string;
  /** Null where undefined: `message` stands in its place. */
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly message: string;
  readonly symbol: Plot.DotOptions;
  /** A bound of this row alone. */
  readonly bound: number | null;
}

/** Rows on a common axis. */
export interface Forest {
  readonly rows: readonly ForestRow[];
  readonly domain: Interval;
  readonly axisLabel: string;
  /** Lines through all rows. */
  readonly references: readonly { readonly value: number; readonly label: string; readonly isStrong: boolean }[];
}

const LEFT = 170;
const RIGHT = CHART_WIDTH - 210;
const ROW_HEIGHT = 40;
const TOP = 24;
const AXIS_HEIGHT = 46;
const CAP = 5;
/** Free space between the labels of two ticks. */
const TICK_GAP = 16;

/** Draws a forest plot; null without rows. */
export function forestPanel(forest: Forest): Panel | null {
  if (forest.rows.length === 0) return null;
  const bottom = TOP + forest.rows.length * ROW_HEIGHT;
  const toX = linearScale(forest.domain, [LEFT, RIGHT]);
  const ticks = tickCount(forest.domain);
  return drawPanel({
    height: bottom + AXIS_HEIGHT,
    marginTop: TOP,
    marginRight: CHART_WIDTH - RIGHT,
    marginBottom: AXIS_HEIGHT,
    marginLeft: LEFT,
    x: { domain: [...forest.domain], label: null },
    y: { domain: [bottom, TOP], axis: null },
    marks: [
      Plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks }),
      Plot.axisX({ label: forest.axisLabel, labelAnchor: "center", labelArrow: "none", ticks }),
      shapesMark(forest.references.map((reference) => drawReference(reference, toX(reference.value), bottom))),
      shapesMark(forest.rows.map((row, index) => drawRow(row, toX, TOP + (index + 0.5) * ROW_HEIGHT))),
      ...forest.rows.flatMap((row, index) => drawEstimate(row, TOP + (index + 0.5) * ROW_HEIGHT)),
    ],
  });
}

/** As many ticks, up to 5, as have room for their labels: small differences need many digits. */
function tickCount([low, high]: Interval): number {
  const decimals = Math.max(0, -Math.floor(Math.log10((high - low) / 5)));
  const label = textWidth(`−0.${"0".repeat(decimals)}`);
  return Math.min(5, Math.max(2, Math.floor((RIGHT - LEFT) / (label + TICK_GAP))));
}

function drawReference({ label, isStrong }: Forest["references"][number], x: number, bottom: number): SvgElement {
  return group("reference", [
    line(
      x,
      TOP - 4,
      x,
      bottom,
      isStrong ? { stroke: INK, "stroke-width": 1.5 } : { stroke: GUIDE, "stroke-width": 1.25 },
    ),
    text(label, x, TOP - 9, { "text-anchor": "middle" }),
  ]);
}

function drawEstimate(row: ForestRow, y: number): Plot.Markish[] {
  if (row.value === null) return [];
  return [Plot.dot([row.value], { r: 4.5, ...row.symbol, x: [row.value], y: [y], className: "estimate" })];
}

function drawRow(row: ForestRow, toX: (value: number) => number, y: number): SvgElement {
  const muted = { fill: MUTED_INK };
  const shapes = [
    text(shorten(row.label, LEFT - 10), 0, y - 2),
    text(shorten(row.sublabel, LEFT - 10), 0, y + 14, muted),
    text(shorten(row.result, CHART_WIDTH - RIGHT - 12), RIGHT + 12, y - 2),
    text(shorten(row.subresult, CHART_WIDTH - RIGHT - 12), RIGHT + 12, y + 14, muted),
  ];
  if (row.value === null) shapes.push(text(shorten(row.message, RIGHT - LEFT - 8), LEFT + 4, y + 4));
  else if (row.interval !== null) shapes.push(...drawInterval(row.interval.map(toX), y));
  if (row.bound !== null && row.value !== null) {
    const x = toX(row.bound);
    const attributes = { class: "bound", stroke: INK, "stroke-width": 1.5, "stroke-dasharray": "4,3" };
    shapes.push(line(x, y - ROW_HEIGHT / 2, x, y + ROW_HEIGHT / 2, attributes));
  }
  return group("row", shapes);
}

/** The interval as a bar with caps; an end outside the axis is an arrow. */
function drawInterval([from, to]: readonly number[], y: number): SvgElement[] {
  const [start, end] = [Math.max(from, LEFT), Math.min(to, RIGHT)];
  if (start > end) return [];
  const attributes = { stroke: INK, "stroke-width": 1.5, fill: "none" };
  const startCap = from < LEFT ? `M${start + CAP},${y - CAP}L${start},${y}L${start + CAP},${y + CAP}` : capAt(start, y);
  const endCap = to > RIGHT ? `M${end - CAP},${y - CAP}L${end},${y}L${end - CAP},${y + CAP}` : capAt(end, y);
  return [
    line(start, y, end, y, { class: "interval", ...attributes }),
    svgElement("path", { d: `${startCap}${endCap}`, ...attributes }),
  ];
}

function capAt(x: number, y: number): string {
  return `M${x},${y - CAP}V${y + CAP}`;
}
