import { drawableExtent, isDrawable } from "../drawing/drawable.ts";
import { renderFigure } from "../drawing/figure.ts";
import { formatNumber } from "../drawing/format-number.ts";
import { forestPanel } from "../forest/forest-panel.ts";
import { describeEstimate, estimateRow } from "../forest/stratum-estimate.ts";
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
    rows: data.rows.map((row) => estimateRow(row, formatNumber)),
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
      ...data.rows.map((row) => `${row.stratum}: ${describeEstimate(row, formatNumber)}.`),
    ].join(" "),
    panels: panel === null ? [] : [panel],
    legend: [],
    notes: [],
  });
}

function axisDomain(rows: readonly IccForestRow[], limit: readonly number[]): Interval {
  const lowest = drawableExtent([...limit, ...rows.flatMap((row) => [row.value, ...(row.interval ?? [])])])?.[0];
  if (lowest === undefined) return [DEFAULT_START, 1];
  // An ICC is at most 1; far below 0 it says no more than at -1.
  return [Math.max(-1, Math.floor((Math.min(lowest, 0.95) - 0.02) * 10) / 10), 1];
}
