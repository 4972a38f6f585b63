import type { Html } from "../page/html.ts";
import type { TableColumn } from "../page/table.ts";
import { count, estimate, fraction } from "../page/values.ts";
import type { MetricsRow } from "./comparison-input.ts";

/** Why recall is undefined, where it is. */
export const NO_RECALL = "no truth records";
/** Why precision is undefined, where it is. */
export const NO_PRECISION = "no query records judged";

/** Why F1 is undefined, where it is. */
export function noF1({ recall, precision }: MetricsRow): string {
  const missing = [...(recall.value === null ? ["recall"] : []), ...(precision.value === null ? ["precision"] : [])];
  return missing.length === 0 ? "not stated" : `no ${missing.join(", no ")}`;
}

/** Counts of both sides, then recall and precision above their 95% intervals, and F1. */
export const SCORE_COLUMNS: readonly TableColumn<MetricsRow>[] = [
  number("Truth", ({ truth }) => count(truth.total)),
  number("TP (truth)", ({ truth }) => count(truth.tp)),
  number("FN", ({ truth }) => count(truth.fn)),
  number("TP (query)", ({ query }) => count(query.tp)),
  number("FP", ({ query }) => count(query.fp)),
  number("UNK", ({ query }) => count(query.unk)),
  number("Recall (95 %)", ({ recall }) => estimate(recall.value, recall.wilson95, NO_RECALL)),
  number("Precision (95 %)", ({ precision }) => estimate(precision.value, precision.wilson95, NO_PRECISION)),
  number("F1", (row) => fraction(row.f1, noF1(row))),
];

function number(title: string, cell: (row: MetricsRow) => Html): TableColumn<MetricsRow> {
  return { title, cell, isNumber: true };
}
