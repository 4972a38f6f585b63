import type { AuditAnchor, AuditRow } from "@touchstone/store";

/** A record as it is kept: column names in camel case, values as JSON has them. */
export type EvidenceRecord = Readonly<Record<string, unknown>>;

/** The run, what it was made with, and its files with their hashes. */
export interface EvidenceRun {
  readonly run: EvidenceRecord & { readonly id: string; readonly name: string };
  readonly assay: EvidenceRecord | null;
  readonly pipelineVersion: EvidenceRecord | null;
  readonly instrument: EvidenceRecord | null;
  readonly samples: readonly EvidenceRecord[];
  readonly reagentLots: readonly EvidenceRecord[];
  readonly artifacts: readonly EvidenceRecord[];
  readonly tasks: readonly EvidenceRecord[];
}

/** Comparisons with truth: metrics as they came, the truth set's hashes, strata. */
export interface EvidenceComparisons {
  readonly comparisons: readonly EvidenceRecord[];
  readonly truthSets: readonly EvidenceRecord[];
  readonly strata: readonly EvidenceRecord[];
}

/** Control measurements and the materials that were measured. */
export interface EvidenceMeasurements {
  readonly measurements: readonly EvidenceRecord[];
  readonly materials: readonly EvidenceRecord[];
}

/** What verdicts were reached by, in the versions that they name. */
export interface EvidenceDefinitions {
  readonly baselines: readonly EvidenceRecord[];
  readonly baselineSeries: readonly EvidenceRecord[];
  readonly ruleSets: readonly EvidenceRecord[];
  readonly thresholds: readonly EvidenceRecord[];
}

/** What had to be looked into, and what was done about it. */
export interface EvidenceAlerts {
  readonly alerts: readonly EvidenceRecord[];
  readonly occurrences: readonly EvidenceRecord[];
  readonly history: readonly EvidenceRecord[];
  readonly nonConformances: readonly EvidenceRecord[];
  readonly correctiveActions: readonly EvidenceRecord[];
}

/** A signature, with the exact content that it stands under. */
export interface EvidenceSignature {
  readonly id: string;
  readonly printedName: string;
  readonly meaning: string;
  readonly method: string;
  /** UTC. */
  readonly signedAt: string;
  readonly record: { readonly kind: string; readonly id: string };
  readonly recordSha256: string;
  /** Canonical JSON whose SHA-256 is `recordSha256`; null for signatures of before it was kept. */
  readonly content: string | null;
}

/** The part of the audit trail that tells of these records. */
export interface EvidenceAudit {
  /** Rows in the order of their numbers: those about the records, and those between them and the nearest anchor. */
  readonly rows: readonly AuditRow[];
  /** Numbers of the rows that are about the records. */
  readonly about: readonly number[];
  readonly anchors: readonly AuditAnchor[];
}

/** All that a bundle holds. */
export interface EvidenceContent {
  /** Version of Touchstone that wrote it. */
  readonly touchstone: string;
  readonly run: EvidenceRun;
  readonly comparisons: EvidenceComparisons;
  readonly measurements: EvidenceMeasurements;
  readonly replicateStudies: readonly EvidenceRecord[];
  /** All verdicts, those that were superseded too. */
  readonly verdicts: readonly EvidenceRecord[];
  /** What was decided about the run's results, decisions that are no longer in force too. */
  readonly dispositions: readonly EvidenceRecord[];
  readonly definitions: EvidenceDefinitions;
  readonly alerts: EvidenceAlerts;
  readonly signatures: readonly EvidenceSignature[];
  readonly audit: EvidenceAudit;
}
