import type { InputFile } from "../page/input-files.ts";
import type { RunScore, Substitution } from "../run/run-input.ts";

/** What the validation of a pipeline version for an assay is made of. */
export interface ValidationInput {
  readonly assay: ValidatedAssay;
  readonly pipelineVersion: { readonly pipeline: string; readonly version: string; readonly revision: string | null };
  readonly runs: readonly ValidationRun[];
  readonly truthSets: readonly ValidationTruthSet[];
  /** Comparisons in force of these runs, in the order in which the runs were performed. */
  readonly comparisons: readonly ValidationComparison[];
  readonly criteria: readonly AcceptanceCriterion[];
  readonly studies: readonly ValidationStudy[];
  /** Runs of this pipeline version of other times, or under other versions of the assay or none, which are no part of it. */
  readonly otherRuns: number;
  readonly madeAt: string;
  /** Version that makes the report. */
  readonly touchstone: string;
}

/** The version of the assay that says which limits hold. */
export interface ValidatedAssay {
  readonly name: string;
  readonly version: number;
  readonly status: string;
  /** Of its definition. */
  readonly contentSha256: string;
  /** What keeps a draft from being approved. */
  readonly obstacles: readonly string[];
  readonly approval: {
    readonly printedName: string;
    readonly meaning: string;
    readonly recordSha256: string;
    readonly signedAt: string;
  } | null;
}

/** A run of the pipeline version. */
export interface ValidationRun {
  readonly name: string;
  readonly performedAt: string;
  readonly status: string;
  readonly instrument: string | null;
  readonly inputsSha256: string | null;
  readonly isImported: boolean;
  /** Programs that stood in for others; null where nothing says. */
  readonly substitutions: readonly Substitution[] | null;
}

/** A truth set with what it is known by. */
export interface ValidationTruthSet {
  readonly name: string;
  readonly version: string;
  readonly material: { readonly name: string; readonly lot: string | null } | null;
  readonly reference: string;
  readonly vcfSha256: string;
  readonly regionsSha256: string | null;
}

/** A comparison of a run with a truth set. */
export interface ValidationComparison {
  readonly run: { readonly name: string };
  readonly truthSet: { readonly name: string; readonly version: string };
  /** Whose calls were compared; null where nobody said. */
  readonly sample: { readonly name: string } | null;
  readonly format: string;
  readonly contentSha256: string;
  readonly performedAt: string;
  /** All strata and subtypes of the records that thresholds are about. */
  readonly scores: readonly RunScore[];
  /** As far as its files say; null where they do not. */
  readonly provenance: {
    readonly touchstone: string;
    readonly inputs: readonly InputFile[];
    readonly hasRegions: boolean;
    readonly options: Readonly<Record<string, string>>;
  } | null;
  /** Records of truth and query that were not assessed, by reason; null where the program does not say. */
  readonly notAssessed: readonly { readonly side: string; readonly reason: string; readonly records: number }[] | null;
  readonly files: readonly {
    readonly name: string;
    readonly kind: string;
    readonly sha256: string;
    readonly sizeBytes: number;
  }[];
}

/** A limit that the pipeline version has to keep, and whether it does in each comparison. */
export interface AcceptanceCriterion {
  /** "release": the interval has to reach the minimum; "routine": the estimate. */
  readonly stage: string;
  readonly score: string;
  /** "INDEL in difficult regions" */
  readonly records: string;
  readonly minimum: number;
  /** Fewest records that it may be judged on; null where none were set. */
  readonly observations: number | null;
  readonly citation: string | null;
  /** Worst of the outcomes; not evaluable where there is none. */
  readonly state: string;
  readonly outcomes: readonly CriterionOutcome[];
}

/** What became of a criterion in a comparison. */
export interface CriterionOutcome {
  readonly run: string;
  readonly truthSet: string;
  /** Whose calls were compared; null where nobody said. */
  readonly sample: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly sentence: string;
}

/** A study of replicates of a run of this pipeline version. */
export interface ValidationStudy {
  readonly name: string;
  readonly run: string | null;
  readonly performedAt: string;
  readonly contentSha256: string;
  readonly replicates: number;
  readonly medianCv: number | null;
  readonly correctedMedianCv: number | null;
  readonly floorMedianCv: number | null;
  readonly verdict: { readonly state: string; readonly sentence: string } | null;
  readonly strata: readonly {
    readonly name: string;
    readonly complete: number;
    readonly icc: number | null;
    readonly iccInterval: readonly [number, number] | null;
    readonly iccReason: string | null;
    readonly sd: number | null;
    readonly sdInterval: readonly [number, number] | null;
    readonly sdReason: string | null;
  }[];
}
