import { drawableExtent, drawableInterval, isDrawable, padded } from "../drawing/drawable.ts";
import { renderFigure } from "../drawing/figure.ts";
import { formatCount, formatNumber, formatToStep } from "../drawing/format-number.ts";
import type { LegendEntry } from "../drawing/legend.ts";
import type { Panel } from "../drawing/panel.ts";
import { svgElement } from "../drawing/svg-element.ts";
import { CHART_WIDTH } from "../drawing/theme.ts";
import type { BlandAltmanData, BlandAltmanPair } from "./bland-altman-data.ts";
import { type CommonAxes, PAIR_STYLE, pairPanel } from "./pair-panel.ts";

const COLUMN_GAP = 16;
const ROW_GAP = 10;

/**
 * Bland-Altman plots of all pairs of runs as one self-contained SVG document (Bland and Altman, Lancet 1986 and Stat
 * Methods Med Res 1999). All panels have the same axes, so that pairs can be compared by eye: differences against means,
 * bias and limits of agreement with their confidence bands, the line of no difference and the regression of the
 * differences on the means where it is given.
 */
export function blandAltmanChart(data: BlandAltmanData): string {
  const axes = commonAxes(data);
  return renderFigure({
    kind: "bland-altman",
    title: data.title,
    subtitle: [
      `Difference against mean of ${data.quantity}${data.unit === "" ? "" : ` (${data.unit})`}`,
      `bias and limits of agreement with ${formatNumber(data.level * 100)} % confidence bands`,
    ],
    description: describeChart(data),
    panels: axes === null ? [] : grid(data, axes),
    legend: axes === null ? [] : legendOf(data.pairs),
    notes: data.pairs
      .filter(({ agreement }) => !isDrawable(agreement.bias) || drawableInterval(agreement.limits) === null)
      .map((pair) => `${pair.first} − ${pair.second}: not evaluable, ${pair.reason ?? "no reason stated"}.`),
  });
}

function commonAxes({ pairs }: BlandAltmanData): CommonAxes | null {
  const means = drawableExtent(pairs.flatMap(({ points }) => points.map(({ mean }) => mean)));
  const differences = drawableExtent([
    0,
    ...pairs.flatMap(({ points }) => points.map(({ difference }) => difference)),
    ...pairs.flatMap(({ agreement }) => [
      agreement.bias,
      ...(agreement.lowerLimitInterval ?? agreement.limits ?? []),
      ...(agreement.upperLimitInterval ?? agreement.limits ?? []),
    ]),
  ]);
  if (pairs.length === 0 || differences === null) return null;
  return { x: padded(means ?? [0, 1], 0.04), y: padded(differences, 0.05) };
}

/** One, two or three panels side by side, rows below one another. */
function grid(data: BlandAltmanData, axes: CommonAxes): Panel[] {
  const columns = data.pairs.length === 1 ? 1 : data.pairs.length === 2 || data.pairs.length === 4 ? 2 : 3;
  const width = (CHART_WIDTH - (columns - 1) * COLUMN_GAP) / columns;
  const rows: Panel[] = [];
  for (let start = 0; start < data.pairs.length; start += columns) {
    const panels = data.pairs.slice(start, start + columns).map((pair) => pairPanel(pair, data.quantity, axes, width));
    for (const [index, { element }] of panels.entries()) {
      element.setAttribute("transform", `translate(${index * (width + COLUMN_GAP)},0)`);
    }
    const height = Math.max(...panels.map((panel) => panel.height)) + ROW_GAP;
    rows.push({
      element: svgElement(
        "g",
        { class: "pairs" },
        panels.map(({ element }) => element),
      ),
      height,
    });
  }
  return rows;
}

function legendOf(pairs: readonly BlandAltmanPair[]): LegendEntry[] {
  return [
    { label: "bias", line: { ...PAIR_STYLE.bias } },
    { label: "limit of agreement", line: { ...PAIR_STYLE.limit } },
    { label: "no difference", line: { ...PAIR_STYLE.zero } },
    ...(pairs.some(({ proportionalBias }) => proportionalBias != null)
      ? [{ label: "difference on mean", line: { ...PAIR_STYLE.slope } }]
      : []),
  ];
}

function describeChart({ pairs, quantity }: BlandAltmanData): string {
  const sentences = pairs.map(({ first, second, agreement }) => {
    const limits = drawableInterval(agreement.limits);
    if (!isDrawable(agreement.bias) || limits === null) return `${first} minus ${second}: not evaluable.`;
    const step = limits[1] - limits[0];
    const range = `${formatToStep(limits[0], step)} to ${formatToStep(limits[1], step)}`;
    return `${first} minus ${second}: n = ${formatCount(agreement.n)}, bias ${formatToStep(agreement.bias, step)}, limits ${range}.`;
  });
  return [`Bland-Altman plots of ${quantity}, ${pairs.length} pairs of runs.`, ...sentences].join(" ");
}
