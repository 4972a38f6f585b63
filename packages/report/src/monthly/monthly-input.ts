/** What the review of an assay's month is made of; counts of nothing are 0, what is not known is null. */
export interface MonthlyInput {
  readonly assay: string;
  /** Versions of its definition that were in force in the month. */
  readonly versions: readonly {
    readonly version: number;
    readonly approvedAt: string;
    readonly retiredAt: string | null;
  }[];
  readonly period: MonthlyPeriod;
  readonly runs: readonly MonthlyRun[];
  readonly verdicts: readonly MonthlyVerdict[];
  readonly falseAlarms: FalseAlarmComparison;
  /** Opened before the month's end, and open at some time of it. */
  readonly alerts: readonly MonthlyAlert[];
  /** The same of non-conformances. */
  readonly nonConformances: readonly MonthlyNonConformance[];
  readonly trends: readonly MonthlyTrend[];
  readonly changes: readonly MonthlyChange[];
  readonly lots: readonly ExpiringLot[];
  /** Version that makes the report. */
  readonly touchstone: string;
}

/** A month of the calendar in UTC. */
export interface MonthlyPeriod {
  /** "2026-03" */
  readonly month: string;
  /** Its first moment. */
  readonly from: string;
  /** The first moment after it. */
  readonly before: string;
  /** When the records were read: the month's end, or earlier in a month that is not over. */
  readonly asOf: string;
  readonly madeAt: string;
}

/** A run that was performed in the month. */
export interface MonthlyRun {
  readonly name: string;
  readonly performedAt: string;
  readonly status: string;
  /** Worst of the verdicts in force; null where nothing was judged. */
  readonly state: string | null;
  readonly proposed: string | null;
  readonly disposition: string;
  /** Whether a person signed that disposition; without one results are held. */
  readonly isSigned: boolean;
  readonly pipelineVersion: string | null;
  readonly instrument: string | null;
}

/** A verdict in force on a run of the month. */
export interface MonthlyVerdict {
  readonly run: string;
  readonly about: string;
  readonly state: string;
  /** Why it is not evaluable. */
  readonly reason: string | null;
  /** "recall of INDEL", of a verdict by a threshold. */
  readonly threshold: string | null;
  readonly violations: readonly {
    readonly rule: string;
    readonly scope: string;
    readonly severity: string;
    /** False where it was reported before and goes on. */
    readonly begins: boolean;
  }[];
}

/** Rejections that a process in control would have caused by chance, and those that were seen. */
export interface FalseAlarmComparison {
  /** Charts of runs that were judged: analytes with controls, run by run. */
  readonly judged: number;
  /** Of these, with a rule that began to reject. */
  readonly rejected: number;
  /** Null where it cannot be told. */
  readonly expected: number | null;
  readonly reason: string | null;
}

/** An alert of the month. */
export interface MonthlyAlert {
  readonly subject: string;
  readonly kind: string;
  readonly level: number;
  readonly openedAt: string;
  readonly acknowledgedAt: string | null;
  readonly resolvedAt: string | null;
  readonly resolution: string | null;
  readonly assignedTo: { readonly printedName: string } | null;
  readonly sentence: string;
  /** Of the non-conformances that it led to. */
  readonly rootCauses: readonly string[];
}

/** A non-conformance of the month with what is done about it. */
export interface MonthlyNonConformance {
  readonly number: number;
  readonly title: string;
  readonly severity: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly rootCause: string | null;
  readonly actions: readonly {
    readonly kind: string;
    readonly description: string;
    readonly status: string;
    readonly assignedTo: { readonly printedName: string } | null;
    readonly dueOn: string | null;
    readonly outcome: string | null;
  }[];
}

/** The trend of a score since the last change, up to the month's end. */
export interface MonthlyTrend {
  /** "recall of INDEL against T 1 by germline 1.4.0" */
  readonly series: string;
  readonly score: string;
  readonly minimum: number;
  /** How far ahead a crossing counts; null where the threshold has no horizon. */
  readonly horizonDays: number | null;
  /** When something last changed; null where nothing did. */
  readonly since: string | null;
  readonly points: readonly { readonly run: string; readonly time: string; readonly value: number | null }[];
  readonly n: number;
  /** Two-sided Mann-Kendall p, and what it has to be below at this look. */
  readonly p: number | null;
  readonly levelOfLook: number;
  /** Sen's line: a day, with 0 at the first point. */
  readonly slope: number | null;
  readonly slopeInterval: readonly [number, number] | null;
  readonly intercept: number | null;
  /** Confidence level of the slope's interval. */
  readonly level: number;
  /** Days after the first point; null where the line never meets the minimum. */
  readonly crossing: {
    readonly isCrossed: boolean;
    readonly at: number | null;
    readonly earliest: number | null;
    readonly latest: number | null;
  } | null;
  readonly state: string;
  readonly reason: string;
}

/** Something that changed in the month. */
export interface MonthlyChange {
  readonly kind: string;
  readonly happenedAt: string;
  readonly description: string;
  /** Assay, instrument, lot, material or pipeline version that it names. */
  readonly concerns: readonly string[];
}

/** A lot that expired in the month, or expires soon after it. */
export interface ExpiringLot {
  readonly use: string;
  readonly name: string;
  readonly lot: string | null;
  readonly expiresOn: string;
  /** From the month's end; negative once it has expired. */
  readonly daysLeft: number;
  /** Whether a run of the month used it. */
  readonly isUsed: boolean;
}
