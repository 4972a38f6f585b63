import type { IndelLengthData, PrecisionRecallData, ScoreForestData } from "@touchstone/charts";
import type { ComparisonRecord, CurvePoint, Stratum } from "./records.ts";

const LEVEL = 0.95;
/** Rows that are drawn; all are in the table. */
const MOST_STRATA = 16;

const INDEL_CLASSES: Readonly<Record<string, string>> = {
  D16_PLUS: "−16 and more",
  D6_15: "−6 to −15",
  D1_5: "−1 to −5",
  I1_5: "+1 to +5",
  I6_15: "+6 to +15",
  I16_PLUS: "+16 and more",
};

const NO_RECALL = "no truth records";
const NO_PRECISION = "no query records";

/** Recall or precision by stratum: all that was compared, then the strata with the lowest values. */
export function forestData(rows: readonly Stratum[], score: "recall" | "precision", type: string): ScoreForestData {
  const whole = rows.filter(({ stratum }) => stratum === "*");
  const strata = rows.filter(({ stratum }) => stratum !== "*");
  const lowest = strata
    .toSorted((a, b) => (a[score] ?? Number.POSITIVE_INFINITY) - (b[score] ?? Number.POSITIVE_INFINITY))
    .slice(0, MOST_STRATA - 1);
  return {
    title: `${score === "recall" ? "Recall" : "Precision"} of ${type} by stratum`,
    score,
    level: LEVEL,
    rows: [...whole, ...strata.filter((row) => lowest.includes(row))].map((row) => estimateOf(row, score)),
    strata: rows.length,
  };
}

function estimateOf(row: Stratum, score: "recall" | "precision"): ScoreForestData["rows"][number] {
  const isRecall = score === "recall";
  return {
    stratum: row.stratum === "*" ? "all that was compared" : row.stratum,
    n: isRecall ? (row.truthTp ?? 0) + (row.truthFn ?? 0) : (row.queryTp ?? 0) + (row.queryFp ?? 0),
    value: row[score],
    interval: isRecall ? intervalOf(row.recallLow, row.recallHigh) : intervalOf(row.precisionLow, row.precisionHigh),
    reason: isRecall ? NO_RECALL : NO_PRECISION,
  };
}

function intervalOf(low: number | null, high: number | null): readonly [number, number] | null {
  return low === null || high === null ? null : [low, high];
}

/** Precision against recall of each type, with the operating point: all records as they were called. */
export function curveData(comparison: ComparisonRecord, points: readonly CurvePoint[]): PrecisionRecallData {
  const filter = comparison.scores[0]?.filter;
  const curves = comparison.scores.map((row) => ({
    name: row.variantType,
    points: points.filter((point) => point.variantType === row.variantType && point.filter === filter),
    operatingPoint: { recall: row.recall, precision: row.precision },
  }));
  return {
    title: "Precision against recall",
    score: scoreField(comparison.provenance),
    curves: curves.filter((curve) => curve.points.length > 0),
  };
}

/** The field that ranks the records, as far as the files say. */
function scoreField(provenance: unknown): string {
  const options = (provenance as { options?: { scoreField?: unknown } } | null)?.options;
  return typeof options?.scoreField === "string" ? options.scoreField : "score";
}

/** F1 of insertions and deletions by length; null where the program does not tell lengths apart. */
export function indelLengthData(rows: readonly Stratum[]): IndelLengthData | null {
  const classes = Object.entries(INDEL_CLASSES).flatMap(([subtype, name]) => {
    const row = rows.find((one) => one.subtype.toUpperCase() === subtype && one.stratum === "*");
    if (row === undefined) return [];
    return [
      {
        name,
        n: (row.truthTp ?? 0) + (row.truthFn ?? 0),
        f1: row.f1,
        recall: row.recall,
        recallInterval: intervalOf(row.recallLow, row.recallHigh),
        precision: row.precision,
        precisionInterval: intervalOf(row.precisionLow, row.precisionHigh),
        reason: row.recall === null ? NO_RECALL : row.precision === null ? NO_PRECISION : null,
      },
    ];
  });
  return classes.length === 0 ? null : { title: "Insertions and deletions by length", level: LEVEL, classes };
}
