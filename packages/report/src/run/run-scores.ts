import { NO_PRECISION, NO_RECALL } from "../comparison/score-cells.ts";
import { numberColumn, type TableColumn } from "../page/table.ts";
import { count, estimate, fraction } from "../page/values.ts";
import type { RunScore } from "./run-input.ts";

/** Scores of a comparison, whichever program made it: counts, recall and precision above their intervals, F1. */
export const RUN_SCORE_COLUMNS: readonly TableColumn<RunScore>[] = [
  { title: "Type", cell: ({ variantType }) => variantType, isHeading: true },
  { title: "Subtype", cell: ({ subtype }) => subtype },
  { title: "Stratum", cell: ({ stratum }) => stratum },
  { title: "Filter", cell: ({ filter }) => filter },
  numberColumn("TP (truth)", ({ truthTp }) => count(truthTp)),
  numberColumn("FN", ({ truthFn }) => count(truthFn)),
  numberColumn("FP", ({ queryFp }) => count(queryFp)),
  numberColumn("Recall (95 %)", ({ recall, recallLow, recallHigh }) =>
    estimate(recall, pair(recallLow, recallHigh), NO_RECALL),
  ),
  numberColumn("Precision (95 %)", ({ precision, precisionLow, precisionHigh }) =>
    estimate(precision, pair(precisionLow, precisionHigh), NO_PRECISION),
  ),
  numberColumn("F1", ({ f1 }) => fraction(f1, "recall or precision is undefined")),
];

function pair(low: number | null, high: number | null): readonly [number, number] | null {
  return low === null || high === null ? null : [low, high];
}
