import type { LeveyJenningsData } from "@touchstone/charts";

/** The run, as the API gives it. */
export interface RunRecord {
  readonly id: string;
  readonly name: string;
  readonly assay: { readonly name: string; readonly version: number } | null;
  readonly pipelineVersion: {
    readonly pipeline: string;
    readonly version: string;
    readonly revision: string | null;
  } | null;
  readonly instrument: { readonly name: string } | null;
  readonly samples: readonly string[];
  readonly reagentLots: readonly { readonly reagent: string; readonly lot: string }[];
  readonly nextflowId: string | null;
  readonly inputsSha256: string | null;
  readonly parameters?: unknown;
  /** Null where they were not recorded. */
  readonly toolVersions: readonly ToolVersion[] | null;
  /** Programs that stood in for others; null where nothing says. */
  readonly substitutions: readonly Substitution[] | null;
  readonly isImported: boolean;
  readonly performedAt: string;
  readonly status: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly failure: string | null;
}

/** A program that a process was carried out with. */
export interface ToolVersion {
  readonly process: string;
  readonly tool: string;
  readonly version: string;
}

/** A program that stood in for another one. */
export interface Substitution {
  readonly sentence: string;
  readonly note: string | null;
}

/** A decision on a run, with who signed it. */
export interface RunDecision {
  readonly number: number;
  readonly status: string;
  readonly disposition: string;
  readonly proposed: string;
  readonly isOverride: boolean;
  readonly reason: string | null;
  readonly recordSha256: string;
  readonly decidedAt: string;
  readonly endReason: string | null;
  readonly signatures: readonly {
    readonly printedName: string;
    readonly meaning: string;
    readonly method: string;
    readonly recordSha256: string;
    readonly signedAt: string;
  }[];
}

/** May the results leave the house? */
export interface RunDisposition {
  readonly disposition: string;
  readonly isReleased: boolean;
  readonly reasons: readonly string[];
  readonly proposal: { readonly disposition: string | null; readonly reasons: readonly string[] };
  readonly proposalChangedSinceSigned: boolean;
  readonly decision: RunDecision | null;
  readonly pending: RunDecision | null;
}

/** A file of the run. */
export interface RunArtifact {
  readonly kind: string;
  readonly uri: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** A comparison of the run with a truth set. */
export interface RunComparison {
  readonly truthSet: { readonly name: string; readonly version: string };
  /** Whose calls were compared; null where nobody said. */
  readonly sample: { readonly name: string } | null;
  readonly format: string;
  readonly contentSha256: string;
  readonly state: string | null;
  readonly supersededAt: string | null;
  readonly scores: readonly RunScore[];
}

/** Scores of a comparison: 0 to 1, null where there is nothing to divide by. */
export interface RunScore {
  readonly variantType: string;
  readonly subtype: string;
  readonly stratum: string;
  readonly filter: string;
  readonly truthTp: number | null;
  readonly truthFn: number | null;
  readonly queryFp: number | null;
  readonly recall: number | null;
  readonly recallLow: number | null;
  readonly recallHigh: number | null;
  readonly precision: number | null;
  readonly precisionLow: number | null;
  readonly precisionHigh: number | null;
  readonly f1: number | null;
}

/** A verdict of the run. */
export interface RunVerdict {
  readonly about: string;
  /** Whose calls were compared, of a verdict on a comparison that says so. */
  readonly sample: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly sentence: string;
  readonly baseline: { readonly id: string; readonly name: string; readonly version: number } | null;
  readonly ruleSet: { readonly name: string; readonly version: number } | null;
  readonly measurement: {
    readonly material: string;
    readonly materialLot: string | null;
    readonly analyte: string;
    readonly level: string | null;
    readonly value: number;
  } | null;
  readonly inputsSha256: string;
  readonly judgedAt: string;
}

/** An alert of the run. */
export interface RunAlert {
  readonly kind: string;
  readonly subject: string;
  readonly status: string;
  readonly openedAt: string;
  readonly assignedTo: { readonly printedName: string } | null;
  readonly resolution: string | null;
}

/** Where the run stands in the audit trail. */
export interface RunAudit {
  /** Rows about the run itself, oldest first. */
  readonly rows: readonly {
    readonly sequence: number;
    readonly time: string;
    readonly actor: string;
    readonly action: string;
    readonly reason: string | null;
    readonly hash: string;
  }[];
  /** The newest row of the whole trail when the report was made; null where there is none. */
  readonly head: { readonly sequence: number; readonly hash: string; readonly time: string } | null;
}

/** What a run report is made of. */
export interface RunInput {
  readonly run: RunRecord;
  readonly disposition: RunDisposition;
  readonly artifacts: readonly RunArtifact[];
  readonly comparisons: readonly RunComparison[];
  /** Those in force. */
  readonly verdicts: readonly RunVerdict[];
  readonly alerts: readonly RunAlert[];
  /** One of each control that was flagged. */
  readonly charts: readonly LeveyJenningsData[];
  /** Null where who asks may not read the trail. */
  readonly audit: RunAudit | null;
  /** Version that makes the report. */
  readonly touchstone: string;
}
