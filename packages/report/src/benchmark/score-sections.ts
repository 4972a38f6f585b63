import { scoreForestChart } from "@touchstone/charts";
import { ALL, type MetricsRow, typesOf } from "../comparison/comparison-input.ts";
import { NO_PRECISION, NO_RECALL, SCORE_COLUMNS } from "../comparison/score-cells.ts";
import { type Html, html } from "../page/html.ts";
import { figure } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";
import { type TableColumn, table } from "../page/table.ts";
import { type BenchmarkedComparison, truthSetName } from "./benchmark-input.ts";

/** Charts show what passes its filters: what a laboratory would report. */
const FILTER = "PASS";
const LEVEL = 0.95;
/** Call sets that fit on half a page. */
const MOST_DRAWN = 16;

interface ScoreRow extends MetricsRow {
  readonly of: BenchmarkedComparison;
}

/** Scores of each truth set: a table for each type of variant, with charts of recall and precision. */
export function resultSections(comparisons: readonly BenchmarkedComparison[]): ReportSection[] {
  return byTruthSet(comparisons).map(([name, ofSet]) => ({
    title: `Agreement with ${name}`,
    content: typesOfAll(ofSet).flatMap((type) => {
      const rows = rowsOf(ofSet, type).filter(({ stratum }) => stratum === ALL);
      return [
        table({
          caption: `${type} against ${name}`,
          rows,
          className: "strong",
          columns: [CALL_SET, ...SCORE_COLUMNS],
        }),
        ...forests(rows, type, name),
      ];
    }),
  }));
}

/** The same by stratum; nothing where no comparison has strata. */
export function strataSections(comparisons: readonly BenchmarkedComparison[]): ReportSection[] {
  const tables = byTruthSet(comparisons).flatMap(([name, ofSet]) =>
    typesOfAll(ofSet).flatMap((type) => {
      const rows = rowsOf(ofSet, type).filter(({ stratum }) => stratum !== ALL);
      if (rows.length === 0) return [];
      const strata = [...new Set(rows.map(({ stratum }) => stratum))];
      const sorted = strata.flatMap((stratum) => rows.filter((row) => row.stratum === stratum));
      const columns = [STRATUM, ...SCORE_COLUMNS];
      return [table({ caption: `${type} by stratum, against ${name}`, rows: sorted, columns })];
    }),
  );
  return tables.length === 0 ? [] : [{ title: "By stratification region", content: tables }];
}

/** Names the row, what differs least below: names are long, and a page is narrow. */
function heading(
  title: string,
  name: (row: ScoreRow) => string,
  below: (row: ScoreRow) => string,
): TableColumn<ScoreRow> {
  return { title, cell: (row) => html`${name(row)}<small>${below(row)}</small>`, isHeading: true };
}

const CALL_SET = heading("Sample, caller", ({ of }) => of.sample, callerOf);
const STRATUM = heading(
  "Stratum, call set",
  ({ stratum }) => stratum,
  (row) => `${row.of.sample}, ${callerOf(row)}`,
);

function callerOf({ of: { caller, stratification }, filter }: ScoreRow): string {
  const strata = stratification === null ? "" : `, strata of ${stratification}`;
  return `${caller}${strata}${filter === FILTER ? "" : `, filter ${filter}`}`;
}

function forests(rows: readonly ScoreRow[], type: string, name: string): Html[] {
  const drawn = rows.filter(({ filter }) => filter === FILTER);
  if (drawn.length < 2) return [];
  return (["recall", "precision"] as const).map((score) => {
    const title = `${score === "recall" ? "Recall" : "Precision"} of ${type} against ${name}`;
    const estimates = drawn.slice(0, MOST_DRAWN).map(({ of, truth, query, ...row }) => ({
      stratum: [of.sample, of.caller, ...(of.stratification === null ? [] : [of.stratification])].join(", "),
      n: score === "recall" ? truth.total : query.tp + query.fp,
      value: row[score].value,
      interval: row[score].wilson95,
      reason: score === "recall" ? NO_RECALL : NO_PRECISION,
    }));
    const chart = { title, score, level: LEVEL, rows: estimates, strata: drawn.length, of: "call sets" };
    return figure(title, scoreForestChart(chart));
  });
}

function rowsOf(comparisons: readonly BenchmarkedComparison[], type: MetricsRow["type"]): ScoreRow[] {
  return comparisons.flatMap((of) =>
    of.metrics.rows.filter((row) => row.type === type && row.subtype === ALL).map((row) => ({ ...row, of })),
  );
}

function typesOfAll(comparisons: readonly BenchmarkedComparison[]): MetricsRow["type"][] {
  return (["SNP", "INDEL"] as const).filter((type) =>
    comparisons.some(({ metrics }) => typesOf(metrics).includes(type)),
  );
}

function byTruthSet(comparisons: readonly BenchmarkedComparison[]): [string, BenchmarkedComparison[]][] {
  const sets = [...new Set(comparisons.map(truthSetName))];
  return sets.map((name) => [name, comparisons.filter((one) => truthSetName(one) === name)]);
}
