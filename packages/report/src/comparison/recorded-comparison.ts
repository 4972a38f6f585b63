import type { RunScore } from "../run/run-input.ts";
import type { RocCurve } from "./comparison-input.ts";

/** A comparison with a truth set as the records hold it, by whichever program it was made. */
export interface RecordedComparison {
  readonly run: { readonly name: string; readonly performedAt: string };
  readonly assay: { readonly name: string; readonly version: number } | null;
  readonly pipelineVersion: { readonly pipeline: string; readonly version: string } | null;
  readonly truthSet: { readonly name: string; readonly version: string };
  /** Whose calls were compared; null where nobody said. */
  readonly sample: { readonly name: string } | null;
  readonly format: string;
  readonly contentSha256: string;
  readonly performedAt: string;
  readonly supersededAt: string | null;
  /** The worst of the verdicts; null where nothing was judged. */
  readonly state: string | null;
  /** Those that were superseded too. */
  readonly verdicts: readonly ScoreVerdict[];
  /** What it was read from. */
  readonly files: readonly {
    readonly name: string;
    readonly kind: string;
    readonly sha256: string;
    readonly sizeBytes: number;
  }[];
}

/** A verdict on a score of a comparison, or on what the comparison lacks. */
export interface ScoreVerdict {
  readonly state: string;
  readonly reason: string | null;
  readonly sentence: string;
  readonly threshold: {
    readonly score: string;
    readonly variantType: string;
    readonly stratum: string;
    readonly minimum: number;
  } | null;
  readonly judgedAt: string;
  readonly supersededAt: string | null;
}

/** What the report of a comparison by another program is made of. */
export interface OtherComparisonInput {
  readonly record: RecordedComparison;
  /** All rows of its tables. */
  readonly scores: readonly RunScore[];
  readonly curves: readonly RocCurve[];
  /** Version that makes the report. */
  readonly touchstone: string;
}
