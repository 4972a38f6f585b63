import type * as Plot from "@observablehq/plot";
import { drawableExtent, drawableInterval, isDrawable, padded } from "../drawing/drawable.ts";
import { renderFigure } from "../drawing/figure.ts";
import { formatNumber } from "../drawing/format-number.ts";
import type { LegendEntry } from "../drawing/legend.ts";
import { BLUE, INK, ORANGE, PAPER, VERMILLION } from "../drawing/theme.ts";
import { type ForestRow, forestPanel } from "../forest/forest-panel.ts";
import type { Interval } from "../interval.ts";
import type { GateForestData, GateForestRow, GateVerdict } from "./gate-forest-data.ts";

const VERDICTS: readonly GateVerdict[] = ["non-inferior", "inferior", "indeterminate", "not judged", "not evaluable"];

/** Shape and tone tell the verdicts apart without colour. */
const SYMBOLS: Readonly<Record<GateVerdict, Plot.DotOptions>> = {
  "non-inferior": { symbol: "circle", fill: BLUE, stroke: INK },
  inferior: { symbol: "square", fill: VERMILLION, stroke: INK, strokeWidth: 1.5 },
  indeterminate: { symbol: "triangle", fill: ORANGE, stroke: INK, strokeWidth: 1.25 },
  "not judged": { symbol: "diamond", fill: PAPER, stroke: INK, strokeWidth: 1.5 },
  "not evaluable": { symbol: "circle", fill: PAPER, stroke: INK, strokeWidth: 1.5 },
};

/**
 * Forest plot of the differences between two versions as a self-contained SVG document: candidate minus reference with
 * its interval, the line of no difference, and each row's lowest acceptable difference, minus its margin.
 */
export function gateForestChart(data: GateForestData): string {
  const panel = forestPanel({
    rows: data.rows.map(forestRow),
    domain: axisDomain(data.rows),
    axisLabel: "difference, candidate minus current version",
    references: [{ value: 0, label: "no difference", isStrong: true }],
  });
  return renderFigure({
    kind: "gate-forest",
    title: data.title,
    subtitle: [
      `Current: ${data.reference}`,
      `Candidate: ${data.candidate}`,
      `${formatNumber(data.level * 100)} % confidence intervals; right of 0 the candidate is better`,
    ],
    description: [
      `Differences of ${data.candidate} against ${data.reference}.`,
      ...(data.rows.length === 0 ? ["No data."] : []),
      ...data.rows.map((row) => `${row.metric} ${row.stratum}: ${describe(row)}.`),
    ].join(" "),
    panels: panel === null ? [] : [panel],
    legend: legendOf(data.rows),
    notes: [],
  });
}

function forestRow(row: GateForestRow): ForestRow {
  const isDefined = isDrawable(row.difference);
  return {
    label: `${row.metric} ${row.stratum}`,
    sublabel: `${formatScore(row.reference)} → ${formatScore(row.candidate)}`,
    // Where there is no difference, the reason stands in its place.
    result: isDefined && row.reason != null ? `${row.verdict}: ${row.reason}` : row.verdict,
    subresult: isDefined ? formatDifference(row) : "",
    value: isDefined ? row.difference : null,
    interval: drawableInterval(row.interval),
    message: row.reason ?? "no reason stated",
    symbol: SYMBOLS[row.verdict],
    bound: isDrawable(row.margin) ? -row.margin : null,
  };
}

function describe(row: GateForestRow): string {
  const numbers = isDrawable(row.difference) ? `, difference ${formatDifference(row)}` : "";
  const margin = isDrawable(row.margin) ? `, margin ${formatNumber(row.margin)}` : ", no margin";
  const reason = row.reason == null ? "" : `, ${row.reason}`;
  return `${row.verdict}${numbers}${margin}${reason}`;
}

function formatScore(score: number | null): string {
  return isDrawable(score) ? score.toFixed(4) : "–";
}

function formatDifference({ difference, interval }: GateForestRow): string {
  const bounds = drawableInterval(interval);
  const range = bounds === null ? "no interval" : `[${formatNumber(bounds[0], 2)}, ${formatNumber(bounds[1], 2)}]`;
  return `${isDrawable(difference) ? formatNumber(difference, 2) : ""} ${range}`;
}

function axisDomain(rows: readonly GateForestRow[]): Interval {
  const values = rows.flatMap(({ difference, interval, margin }) => [
    difference,
    ...(interval ?? []),
    isDrawable(margin) ? -margin : null,
  ]);
  const extent = drawableExtent([0, ...values])!;
  return extent[0] === extent[1] ? [-0.01, 0.01] : padded(extent, 0.08);
}

function legendOf(rows: readonly GateForestRow[]): LegendEntry[] {
  const verdicts = VERDICTS.filter((verdict) =>
    rows.some((row) => row.verdict === verdict && isDrawable(row.difference)),
  );
  const margin: LegendEntry[] = rows.some((row) => isDrawable(row.margin))
    ? [{ label: "minus the margin", line: { stroke: INK, strokeWidth: 1.5, strokeDasharray: "4,3" } }]
    : [];
  return [...verdicts.map((verdict) => ({ label: verdict, dot: { r: 5, ...SYMBOLS[verdict] } })), ...margin];
}
