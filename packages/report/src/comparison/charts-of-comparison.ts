import {
  type IndelLengthClass,
  indelLengthChart,
  precisionRecallChart,
  type ScoreForestRow,
  scoreForestChart,
} from "@touchstone/charts";
import type { Html } from "../page/html.ts";
import { figure } from "../page/parts.ts";
import { ALL, type ComparisonInput, type MetricsRow, typesOf } from "./comparison-input.ts";
import { byClass, subtypeName } from "./indel-classes.ts";
import { NO_PRECISION, NO_RECALL, noF1 } from "./score-cells.ts";

/** The charts show what passes its filters: what a laboratory would report. */
const FILTER = "PASS";
const LEVEL = 0.95;
/** Rows that fit on half a page. */
const MOST_STRATA = 12;

/** Recall and precision of a type by stratum; of many strata those with the lowest values. */
export function strataForests({ metrics }: ComparisonInput, type: MetricsRow["type"]): Html[] {
  const rows = metrics.rows.filter((row) => row.type === type && row.filter === FILTER && row.subtype === ALL);
  if (rows.length < 2) return [];
  return (["recall", "precision"] as const).map((score) => {
    const estimates = rows.map((row) => estimateOf(row, score));
    const title = `${score === "recall" ? "Recall" : "Precision"} of ${type} by stratum`;
    const drawn = lowest(estimates);
    return figure(title, scoreForestChart({ title, score, level: LEVEL, rows: drawn, strata: estimates.length }));
  });
}

function estimateOf({ stratum, truth, query, ...row }: MetricsRow, score: "recall" | "precision"): ScoreForestRow {
  const { value, wilson95 } = row[score];
  return {
    stratum: stratum === ALL ? "all that was compared" : stratum,
    n: score === "recall" ? truth.total : query.tp + query.fp,
    value,
    interval: wilson95,
    reason: score === "recall" ? NO_RECALL : NO_PRECISION,
  };
}

/** The whole and the strata with the lowest values, in the order of the metrics. */
function lowest(rows: readonly ScoreForestRow[]): ScoreForestRow[] {
  const [whole, ...strata] = rows;
  const chosen = new Set(
    strata
      .toSorted((a, b) => (a.value ?? Number.POSITIVE_INFINITY) - (b.value ?? Number.POSITIVE_INFINITY))
      .slice(0, MOST_STRATA - 1),
  );
  return [...(whole === undefined ? [] : [whole]), ...strata.filter((row) => chosen.has(row))];
}

/** Precision-recall curves with the operating points; none without curves. */
export function curvesFigure({ metrics, curves }: ComparisonInput): Html[] {
  const shown = curves.filter(({ filter, points }) => filter === FILTER && points.length > 0);
  if (shown.length === 0) return [];
  const title = "Precision against recall";
  const types = typesOf(metrics).map((type) => {
    const row = metrics.rows.find(
      (one) => one.type === type && one.filter === FILTER && one.stratum === ALL && one.subtype === ALL,
    );
    return {
      name: type,
      points: shown.find((curve) => curve.type === type)?.points ?? [],
      operatingPoint: { recall: row?.recall.value ?? null, precision: row?.precision.value ?? null },
    };
  });
  return [figure(title, precisionRecallChart({ title, score: metrics.scoreField, curves: types }))];
}

/** F1 of insertions and deletions by length; none without subtypes. */
export function indelLengthFigure({ metrics }: ComparisonInput): Html[] {
  const rows = metrics.rows.filter(
    (row) => row.type === "INDEL" && row.filter === FILTER && row.stratum === ALL && /^[ID]\d/.test(row.subtype),
  );
  if (rows.length === 0) return [];
  const title = "Insertions and deletions by length";
  return [figure(title, indelLengthChart({ title, level: LEVEL, classes: byClass(rows).map(classOf) }))];
}

function classOf(row: MetricsRow): IndelLengthClass {
  return {
    name: subtypeName(row),
    n: row.truth.total,
    f1: row.f1,
    recall: row.recall.value,
    recallInterval: row.recall.wilson95,
    precision: row.precision.value,
    precisionInterval: row.precision.wilson95,
    reason: noF1(row),
  };
}
