import type { Interval } from "./interval.ts";
import type { ComparisonMetrics, MetricsRow, Proportion, SideRecords } from "./metrics.ts";

const WIDTH = 100;

/**
 * The summary for a terminal: counts, then metrics with their 95% Wilson intervals, then what was not assessed.
 * Ends without a line break; no line is longer than 100 columns.
 */
export function formatSummary(metrics: ComparisonMetrics): string {
  const rows = metrics.rows.filter((row) => row.stratum === "*" && row.subtype === "*");
  return [
    "Benchmarking summary",
    "",
    ...countsTable(rows),
    "",
    ...ratesTable(rows),
    "",
    ...wrap(
      "TRUTH counts records of the truth, QUERY records of the query: the same change may be written as one record" +
        " or as several. Recall = TRUTH.TP / TRUTH.TOTAL; Precision = QUERY.TP / (QUERY.TP + QUERY.FP);" +
        " 95% intervals are Wilson's.",
    ),
    ...notAssessedLines("Truth", metrics.records.truth),
    ...notAssessedLines("Query", metrics.records.query),
    ...boundedLines(metrics),
  ].join("\n");
}

function countsTable(rows: readonly MetricsRow[]): string[] {
  const header = [
    "Type",
    "Filter",
    "TRUTH.TOTAL",
    "TRUTH.TP",
    "TRUTH.FN",
    "QUERY.TOTAL",
    "QUERY.TP",
    "QUERY.FP",
    "UNK",
    "FP.gt",
    "FP.al",
  ];
  const lines = rows.map(({ type, filter, truth, query }) => [
    type,
    filter,
    ...[truth.total, truth.tp, truth.fn].map(String),
    ...[query.total, query.tp, query.fp, query.unk, query.fpGenotype, query.fpAllele].map(String),
  ]);
  return align([header, ...lines], 2);
}

function ratesTable(rows: readonly MetricsRow[]): string[] {
  const header = ["Type", "Filter", "Recall (95% interval)", "Precision (95% interval)", "F1", "Frac_NA", "FP/Mb"];
  const lines = rows.map((row) => [
    row.type,
    row.filter,
    proportionText(row.recall),
    proportionText(row.precision),
    rateText(row.f1),
    rateText(row.fracNa),
    densityText(row.fpPerMb),
  ]);
  return align([header, ...lines], 4);
}

function proportionText(proportion: Proportion): string {
  return proportion.wilson95 === null ? "-" : `${rateText(proportion.value)} (${intervalText(proportion.wilson95)})`;
}

function intervalText([lower, upper]: Interval): string {
  return `${lower.toFixed(4)}-${upper.toFixed(4)}`;
}

function rateText(rate: number | null): string {
  return rate === null ? "-" : rate.toFixed(4);
}

function densityText(density: number | null): string {
  if (density === null) return "-";
  return density < 1000 ? density.toPrecision(4) : density.toFixed(0);
}

function notAssessedLines(side: string, { total, notAssessed }: SideRecords): string[] {
  const reasons = Object.entries(notAssessed);
  if (reasons.length === 0) return [];
  const skipped = reasons.reduce((sum, [, records]) => sum + records, 0);
  const list = reasons.map(([reason, records]) => `${reason} ${records}`).join(", ");
  return wrap(`${side}: ${skipped} of ${total} records not assessed (${list}).`);
}

function boundedLines({ records }: ComparisonMetrics): string[] {
  const { truth, query } = records;
  if (truth.bounded + query.bounded === 0) return [];
  return wrap(
    `${truth.bounded} truth and ${query.bounded} query records are in superloci too large for an exhaustive search:` +
      " their labels are proven, but more might match.",
  );
}

/** Columns aligned: the first `left` to the left, the others to the right. */
function align(cells: readonly (readonly string[])[], left: number): string[] {
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const room = WIDTH - widths.reduce((sum, width) => sum + width, 0);
  const gap = room >= 2 * (widths.length - 1) ? "  " : " ";
  return cells.map((row) =>
    row
      .map((cell, column) => (column < left ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join(gap)
      .trimEnd(),
  );
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
