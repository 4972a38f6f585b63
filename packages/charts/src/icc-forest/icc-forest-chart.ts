import { drawableExtent, drawableInterval, isDrawable } from "../drawing/drawable.ts";
import { renderFigure } from "../drawing/figure.ts";
import { formatCount, formatNumber } from "../drawing/format-number.ts";
import { BLUE, INK } from "../drawing/theme.ts";
import { type ForestRow, forestPanel } from "../forest/forest-panel.ts";
import type { Interval } from "../interval.ts";
import type { IccForestData, IccForestRow } from "./icc-forest-data.ts";

/** Where all intervals lie higher, the axis begins here or at the tenth below them. */
const DEFAULT_START = 0;

/**
 * Forest plot of an intraclass correlation by stratum as a self-contained SVG document. A stratum without a value shows
 * "undefined" and its reason in the place of the estimate.
 */
export function iccForestChart(data: IccForestData): string {
  const undefinedRows = data.rows.filter(({ value }) => !isDrawable(value));
  const limit = isDrawable(data.limit) ? [data.limit] : [];
  const panel = forestPanel({
    rows: data.rows.map(forestRow),
    domain: axisDomain(data.rows, limit),
    axisLabel: data.form,
    references: limit.map((value) => ({ value, label: `limit ${formatNumber(value, 3)}`, isStrong: true })),
  });
  return renderFigure({
    kind: "icc-forest",
    title: data.title,
    subtitle: [`${data.form} with ${formatNumber(data.level * 100)} % confidence intervals`],
    description: [
      `Forest plot of ${data.form} in ${data.rows.length} strata, ${undefinedRows.length} of them undefined.`,
      ...data.rows.map((row) => `${row.stratum}: ${describe(row)}.`),
    ].join(" "),
    panels: panel === null ? [] : [panel],
    legend: [],
    notes: [],
  });
}

function forestRow(row: IccForestRow): ForestRow {
  const isDefined = isDrawable(row.value);
  return {
    label: row.stratum,
    sublabel: `n = ${formatCount(row.n)}`,
    result: isDefined ? formatNumber(row.value, 4) : "undefined",
    subresult: isDefined ? formatInterval(row.interval) : "",
    value: isDefined ? row.value : null,
    interval: drawableInterval(row.interval),
    message: describe(row),
    symbol: { symbol: "square", fill: BLUE, stroke: INK },
    bound: null,
  };
}

function describe({ value, interval, reason }: IccForestRow): string {
  if (!isDrawable(value)) return `undefined: ${reason ?? "no reason stated"}`;
  return `${formatNumber(value, 4)} ${formatInterval(interval)}`.trimEnd();
}

function formatInterval(interval: Interval | null): string {
  const drawable = drawableInterval(interval);
  return drawable === null ? "no interval" : `[${formatNumber(drawable[0], 4)}, ${formatNumber(drawable[1], 4)}]`;
}

function axisDomain(rows: readonly IccForestRow[], limit: readonly number[]): Interval {
  const lowest = drawableExtent([...limit, ...rows.flatMap((row) => [row.value, ...(row.interval ?? [])])])?.[0];
  if (lowest === undefined) return [DEFAULT_START, 1];
  // An ICC is at most 1; far below 0 it says no more than at -1.
  return [Math.max(-1, Math.floor((Math.min(lowest, 0.95) - 0.02) * 10) / 10), 1];
}
