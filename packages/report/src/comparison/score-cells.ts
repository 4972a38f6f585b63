import { numberColumn, type TableColumn } from "../page/table.ts";
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
  numberColumn("Truth", ({ truth }) => count(truth.total)),
  numberColumn("TP (truth)", ({ truth }) => count(truth.tp)),
  numberColumn("FN", ({ truth }) => count(truth.fn)),
  numberColumn("TP (query)", ({ query }) => count(query.tp)),
  numberColumn("FP", ({ query }) => count(query.fp)),
  numberColumn("UNK", ({ query }) => count(query.unk)),
  numberColumn("Recall (95 %)", ({ recall }) => estimate(recall.value, recall.wilson95, NO_RECALL)),
  numberColumn("Precision (95 %)", ({ precision }) => estimate(precision.value, precision.wilson95, NO_PRECISION)),
  numberColumn("F1", (row) => fraction(row.f1, noF1(row))),
];
