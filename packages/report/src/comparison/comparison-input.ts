import type { PrecisionRecallPoint } from "@touchstone/charts";
import type { ComparisonMetricsDocument, ComparisonProvenanceDocument } from "@touchstone/model";
import type { RecordedComparison } from "./recorded-comparison.ts";

/** A precision-recall curve of the roc tables. */
export interface RocCurve {
  /** "SNP", "INDEL". */
  readonly type: string;
  /** "PASS", "ALL". */
  readonly filter: string;
  /** In the order of the score. */
  readonly points: readonly PrecisionRecallPoint[];
}

/** What a comparison report is made of. */
export interface ComparisonInput {
  /** `P.metrics.json`. */
  readonly metrics: ComparisonMetricsDocument;
  /** `P.provenance.json`; null where it is not there. */
  readonly provenance: ComparisonProvenanceDocument | null;
  /** `P.roc.*.csv.gz`; empty where they are not there. */
  readonly curves: readonly RocCurve[];
  /** What the comparison warned of as it ran; null where that is not known. */
  readonly warnings: readonly string[] | null;
  /** What the records know of it, of a comparison that is in them. */
  readonly record?: RecordedComparison;
}

/** A row of the metrics. */
export type MetricsRow = ComparisonMetricsDocument["rows"][number];

/** All records or all subtypes. */
export const ALL = "*";

/** The types in the order of a report, as far as the metrics have them. */
export function typesOf({ rows }: ComparisonMetricsDocument): MetricsRow["type"][] {
  return (["SNP", "INDEL"] as const).filter((type) => rows.some((row) => row.type === type));
}

/** The filters of the rows: "PASS", and "ALL" where records that failed a FILTER were compared too. */
export function filtersOf({ rows }: ComparisonMetricsDocument): MetricsRow["filter"][] {
  return (["PASS", "ALL"] as const).filter((filter) => rows.some((row) => row.filter === filter));
}
