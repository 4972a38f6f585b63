import type { ComparisonMetricsDocument, ComparisonProvenanceDocument } from "@touchstone/model";

/** A comparison of one call set with one truth set. */
export interface BenchmarkedComparison {
  readonly sample: string;
  readonly caller: string;
  readonly truthSet: { readonly name: string; readonly version: string | null };
  /** Name of the stratification that was asked for; null of the truth set's own, or of none. */
  readonly stratification: string | null;
  readonly metrics: ComparisonMetricsDocument;
  readonly provenance: ComparisonProvenanceDocument;
}

/** What the report of a benchmark is made of. */
export interface BenchmarkInput {
  /** In the order in which they are shown. */
  readonly comparisons: readonly BenchmarkedComparison[];
  /** Version that makes the report. */
  readonly touchstone: string;
}

/** "GIAB 4.2.1". */
export function truthSetName({ truthSet: { name, version } }: BenchmarkedComparison): string {
  return version === null ? name : `${name} ${version}`;
}
