import { drawableExtent, isDrawable } from "../drawing/drawable.ts";
import { renderFigure } from "../drawing/figure.ts";
import { formatCount, formatFraction, formatNumber } from "../drawing/format-number.ts";
import { forestPanel } from "../forest/forest-panel.ts";
import { describeEstimate, estimateRow } from "../forest/stratum-estimate.ts";
import type { Interval } from "../interval.ts";
import type { ScoreForestData, ScoreForestRow } from "./score-forest-data.ts";

/** The axis shows at least so much below 1. */
const LEAST_SPAN = 0.01;
/** Room left of the lowest bound, as a share of what the axis shows. */
const ROOM = 0.08;

/**
 * Forest plot of recall or precision by stratum as a self-contained SVG document. The axis ends at 1 and begins a little
 * below the lowest bound; a stratum without a value shows its reason.
 */
export function scoreForestChart(data: ScoreForestData): string {
  const panel = forestPanel({
    rows: data.rows.map((row) => estimateRow(row, formatFraction)),
    domain: axisDomain(data.rows),
    axisLabel: data.score,
    references: [],
  });
  const strata = data.strata ?? data.rows.length;
  const of = data.of ?? "strata";
  return renderFigure({
    kind: "score-forest",
    title: data.title,
    subtitle: [`${data.score} with ${formatNumber(data.level * 100)} % confidence intervals; n counts its records`],
    description: [
      `Forest plot of ${data.score} ${data.of === undefined ? "in" : "of"} ${data.rows.length} ${of}.`,
      ...(data.rows.length === 0 ? ["No data."] : []),
      ...data.rows.map((row) => `${row.stratum}: ${describeEstimate(row, formatFraction)}.`),
    ].join(" "),
    panels: panel === null ? [] : [panel],
    legend: [],
    notes: strata > data.rows.length ? [`${data.rows.length} of ${formatCount(strata)} ${of} drawn.`] : [],
  });
}

function axisDomain(rows: readonly ScoreForestRow[]): Interval {
  const values = rows.flatMap(({ value, interval }) => [value, ...(interval ?? [])]);
  const lowest = drawableExtent(values.filter((value) => isDrawable(value) && value >= 0 && value <= 1))?.[0] ?? 0;
  const span = Math.max(LEAST_SPAN, (1 - lowest) * (1 + ROOM));
  return [Math.max(0, 1 - span), 1];
}
