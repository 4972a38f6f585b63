import { isDrawable } from "../drawing/drawable.ts";
import { renderFigure } from "../drawing/figure.ts";
import { formatCount } from "../drawing/format-number.ts";
import { linearScale } from "../drawing/linear-scale.ts";
import { drawPanel, type Panel, shapesMark } from "../drawing/panel.ts";
import { group, line, rectangle, text } from "../drawing/shapes.ts";
import { type SvgElement, svgElement } from "../drawing/svg-element.ts";
import { shorten } from "../drawing/text-metrics.ts";
import { BLUE, CHART_WIDTH, GRID, INK, MUTED_INK, PAPER } from "../drawing/theme.ts";
import type { UpsetData, UpsetIntersection, UpsetSet } from "./upset-data.ts";

const LEFT = 232;
const BAR_HEIGHT = 150;
const HEADROOM = 24;
const ROW_HEIGHT = 36;
const WIDEST_COLUMN = 72;
/** More columns are too narrow for their numbers. */
const MOST_COLUMNS = 14;
const DOT = 6.5;

/**
 * An UpSet plot (Lex et al. 2014, IEEE TVCG 20:1983) of the FN and FP of comparisons as a self-contained SVG document: a bar
 * for each set of comparisons, above a matrix that says which of them it is of.
 */
export function upsetChart({ title, sets, intersections }: UpsetData): string {
  const drawn = intersections.filter((one) => sizeOf(one) > 0).slice(0, MOST_COLUMNS);
  const more = intersections.filter((one) => sizeOf(one) > 0).length - drawn.length;
  const sentences = drawn.map((one) => `${namesOf(one, sets)}: ${describe(one)}.`);
  return renderFigure({
    kind: "upset",
    title,
    subtitle: ["Records that are FN or FP in exactly the comparisons with a dot"],
    description: [
      "How many FN and FP comparisons have in common.",
      ...(drawn.length === 0 ? ["No data."] : sentences),
    ].join(" "),
    panels: drawn.length === 0 ? [] : [drawPlot(sets, drawn)],
    legend:
      drawn.length === 0
        ? []
        : [
            { label: "FN: truth records that are missed", area: { fill: BLUE, stroke: INK } },
            { label: "FP: query records that are wrong", area: { fill: PAPER, stroke: INK } },
          ],
    notes: more > 0 ? [`${more} smaller intersections are not drawn.`] : [],
  });
}

function drawPlot(sets: readonly UpsetSet[], drawn: readonly UpsetIntersection[]): Panel {
  const bottom = HEADROOM + BAR_HEIGHT;
  const height = bottom + 14 + sets.length * ROW_HEIGHT;
  const column = Math.min(WIDEST_COLUMN, (CHART_WIDTH - LEFT) / drawn.length);
  const largest = Math.max(1, ...drawn.map(sizeOf));
  const toY = linearScale([0, largest], [bottom, HEADROOM]);
  const centre = (place: number): number => LEFT + column * (place + 0.5);
  const rowAt = (row: number): number => bottom + 14 + ROW_HEIGHT * (row + 0.5);
  return drawPanel({
    height,
    margin: 0,
    axis: null,
    x: { type: "identity" },
    y: { type: "identity" },
    marks: [
      shapesMark([
        ...sets.flatMap((set, row) => drawSet(set, rowAt(row), row % 2 === 0)),
        text("records", LEFT - 12, HEADROOM + 4, { "text-anchor": "end", fill: MUTED_INK }),
        line(LEFT - 4, bottom, LEFT + column * drawn.length, bottom, { stroke: INK }),
        ...drawn.map((one, place) => drawBar(one, centre(place), column, toY)),
        ...drawn.map((one, place) => drawDots(one, sets.length, centre(place), rowAt)),
      ]),
    ],
  });
}

function drawSet(set: UpsetSet, y: number, isShaded: boolean): SvgElement[] {
  const band = { fill: GRID, "fill-opacity": 0.55 };
  return [
    ...(isShaded ? [rectangle(0, y - ROW_HEIGHT / 2, CHART_WIDTH, y + ROW_HEIGHT / 2, band)] : []),
    group("set", [
      text(shorten(set.name, LEFT - 24), 6, y - 3),
      text(shorten(describe(set), LEFT - 24), 6, y + 13, { fill: MUTED_INK }),
    ]),
  ];
}

function drawBar(one: UpsetIntersection, x: number, column: number, toY: (value: number) => number): SvgElement {
  const half = Math.min(16, column / 2 - 3);
  const [fn, fp] = [countOf(one.fn), countOf(one.fp)];
  const outlined = { stroke: INK, "stroke-width": 1 };
  return group("intersection", [
    ...(fn > 0 ? [rectangle(x - half, toY(0), x + half, toY(fn), { fill: BLUE, ...outlined })] : []),
    ...(fp > 0 ? [rectangle(x - half, toY(fn), x + half, toY(fn + fp), { fill: PAPER, ...outlined })] : []),
    text(formatCount(fn + fp), x, toY(fn + fp) - 6, { "text-anchor": "middle" }),
  ]);
}

function drawDots(one: UpsetIntersection, rows: number, x: number, rowAt: (row: number) => number): SvgElement {
  const members = one.members.filter((member) => Number.isInteger(member) && member >= 0 && member < rows);
  const [first, last] = [Math.min(...members), Math.max(...members)];
  const dots = Array.from({ length: rows }, (_, row) => {
    const isMember = members.includes(row);
    const look = isMember ? { fill: INK, stroke: INK } : { fill: PAPER, stroke: MUTED_INK };
    return svgElement("circle", { cx: x, cy: rowAt(row), r: isMember ? DOT : DOT - 2, "stroke-width": 1, ...look });
  });
  const link = members.length > 1 ? [line(x, rowAt(first), x, rowAt(last), { stroke: INK, "stroke-width": 2.5 })] : [];
  return group("members", [...link, ...dots]);
}

function namesOf({ members }: UpsetIntersection, sets: readonly UpsetSet[]): string {
  return members.map((member) => sets[member]?.name ?? "another").join(" and ");
}

function describe({ fn, fp }: Pick<UpsetSet, "fn" | "fp">): string {
  return `${formatCount(countOf(fn))} FN, ${formatCount(countOf(fp))} FP`;
}

function sizeOf({ fn, fp }: UpsetIntersection): number {
  return countOf(fn) + countOf(fp);
}

/** A number that is none counts nothing. */
function countOf(value: number): number {
  return isDrawable(value) && value > 0 ? value : 0;
}
