import type { FileIdentity } from "@touchstone/formats";
import type {
  IccEstimate,
  Interval,
  LimitsOfAgreement,
  ProportionalBias,
  RandomRunLimits,
  RemlIccEstimate,
} from "@touchstone/statistics";
import type { Stratum } from "../accumulate/stratum.ts";

/** One run of the comparison. */
export interface RunReport {
  readonly name: string;
  /** Null for the runs of a table. */
  readonly file: FileIdentity | null;
  readonly sample: string | null;
  /** Records by the fields that their VAF comes from. */
  readonly depthSources: Readonly<Record<string, number>>;
  /** ALT alleles that are no sequence of bases (symbolic, breakends, `*`) and so are not compared. */
  readonly unresolvedAlleles: number;
  readonly hasReferenceBlocks: boolean;
}

/** Variation between runs within a variant. */
export interface WithinReport {
  /** Variants that at least two runs measured. */
  readonly variants: number;
  readonly degreesOfFreedom: number;
  /** Pooled standard deviation, the root of the mean square within; null where undefined. */
  readonly sd: number | null;
  /** Chi-squared interval that takes variants as independent. */
  readonly sdInterval: Interval | null;
  /** Limits between any two runs of one variant, -+ 1.96 sqrt(2) sd: run bias is part of it. */
  readonly limits: Interval | null;
  readonly reason: string | null;
}

/** Coefficients of variation, as fractions. */
export interface CvReport {
  /** Variants with a CV. */
  readonly n: number;
  /** Variants without, because their mean is below `leastMean`. */
  readonly belowLeastMean: number;
  readonly leastMean: number;
  /** Root mean square, weighted by degrees of freedom. */
  readonly pooled: number | null;
  /** Type 7. It depends on the number of runs, since the SD of few values is mostly too small. */
  readonly median: number | null;
  readonly p90: number | null;
  /** Median of CVs each divided by sqrt(median of chi-squared / df): what does not depend on the number of runs. */
  readonly correctedMedian: number | null;
  /** What counting reads alone would give: sqrt((1 - p) / (p depth)). */
  readonly floorPooled: number | null;
  readonly floorMedian: number | null;
  /** Corrected median over the floor's median. */
  readonly ratioToFloor: number | null;
  readonly reason: string | null;
}

/** Observed variance over binomial variance, summed over variants. */
export interface OverdispersionReport {
  readonly n: number;
  readonly value: number | null;
  readonly reason: string | null;
}

/** Calls of one run. */
export interface RunCallsReport {
  readonly run: string;
  readonly called: number;
  readonly recorded: number;
  readonly lowDepth: number;
  readonly noDepth: number;
  readonly imputed: number;
  readonly absent: number;
  /** (called + noDepth) over all variants where the run has enough reads or nothing tells that it has not. */
  readonly callRate: number | null;
}

/** How often variants are called. */
export interface CallsReport {
  /** Calls over evaluable runs and variants; null without any. */
  readonly callRate: number | null;
  readonly runs: readonly RunCallsReport[];
  /** Number of variants called in 0, 1, ... all runs. 0: only by runs with too few reads. */
  readonly calledIn: readonly number[];
}

/** Differences of two runs, first minus second. */
export interface PairReport {
  readonly first: string;
  readonly second: string;
  readonly agreement: LimitsOfAgreement;
  readonly proportionalBias: ProportionalBias;
  /** Limits on the logit scale as odds ratios of first to second; null where depths are unknown. */
  readonly oddsRatio: { readonly n: number; readonly bias: number; readonly limits: Interval } | null;
  /** Variants that both runs call over those that either does; null when neither calls any. */
  readonly jaccard: number | null;
  readonly bothCall: number;
  readonly eitherCalls: number;
}

/** ICC by restricted maximum likelihood, which variants that a run lacks are part of. */
export interface RemlIccReport {
  /** Variants that at least two runs measured. */
  readonly variants: number;
  /** Their values, of all runs. */
  readonly values: number;
  readonly agreement: RemlIccEstimate;
  readonly consistency: RemlIccEstimate;
}

/** Everything about one set of variants. */
export interface StratumReport {
  readonly name: string;
  readonly dimension: Stratum["dimension"];
  readonly variants: number;
  /** Variants that some runs call heterozygous, others homozygous. */
  readonly discordantZygosity: number;
  /** Variants that all runs measured: those that ICC is of. */
  readonly complete: number;
  readonly within: WithinReport;
  /**
   * Limits between any two runs by the mixed model of random variants and runs, over complete variants: its intervals
   * tell how runs vary, not how many sites there are. Null with fewer than two complete variants.
   */
  readonly betweenRuns: RandomRunLimits | null;
  readonly icc: {
    readonly agreement: IccEstimate;
    readonly consistency: IccEstimate;
  };
  /** The same without leaving out variants that only some runs measured. */
  readonly iccReml: RemlIccReport;
  readonly cv: CvReport;
  readonly overdispersion: OverdispersionReport;
  readonly calls: CallsReport;
  readonly pairs: readonly PairReport[];
  /** Level at which, at least, the 95% intervals of one kind of all pairs hold together (Bonferroni's inequality). */
  readonly pairsFamilyLevel: number;
}

/** Contents of P.reproducibility.json. */
export interface ReproducibilityReport {
  readonly schema: "touchstone/reproducibility/1";
  readonly touchstone: string;
  readonly node: string;
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly kind: "variants" | "table";
  readonly runs: readonly RunReport[];
  readonly inputs: {
    readonly regions: FileIdentity | null;
    readonly reference: FileIdentity | null;
    readonly table: FileIdentity | null;
  };
  readonly options: Readonly<Record<string, unknown>>;
  /** How alleles were made comparable; null for tables. */
  readonly normalisation: "trimmed and left-aligned" | "trimmed only" | null;
  readonly variants: number;
  /** How the points of the plots were chosen. */
  readonly plotPoints: { readonly shown: number; readonly rule: string };
  readonly strata: readonly StratumReport[];
}
