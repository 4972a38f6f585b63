// Every number that the simulated year depends on beside its plan. docs/guides/demo-model.md says why each is what it is.

/** The reference and what is on it. */
export const genomeModel = {
  /** Bases of chr1, chr2 and so on: megabases enough for the blocks that a release gate resamples. */
  contigLengths: [8_000_000, 7_000_000, 6_000_000, 5_000_000],
  /** Bases between two sites, on average. */
  meanDistance: 1450,
  siteKinds: { truth: 0.76, other: 0.16, artefact: 0.08 },
  /** Share of indels that callers write further right than the truth does. */
  shiftedIndels: 0.2,
  exome: { meanTarget: 900, meanGap: 1600 },
} as const;

/** Reads of a whole genome or exome. */
export const readModel = {
  /** Mean depth of a run, and its SD on the log scale between runs and between sites. */
  depth: { genome: 42, exome: 95 },
  sdBetweenRuns: 0.06,
  sdBetweenSites: 0.2,
  /** Probability that a read shows the other allele. */
  errorRate: 0.003,
  /** Reads with an indel are mapped and counted less often. */
  indelShare: 0.97,
} as const;

/** A caller: what it misses and what it makes up. */
export interface CallerModel {
  /** Log odds of a miss at a site of average difficulty without repeat. */
  readonly missLogit: Readonly<Record<"SNV" | "INDEL", number>>;
  /** Added for each 10 bases over which an indel can be shifted. */
  readonly repeatLogit: number;
  /** Added for each 10 bases of an indel's length. */
  readonly lengthLogit: number;
  /** Probability to call an artefact of average propensity. */
  readonly artefactShare: Readonly<Record<"SNV" | "INDEL", number>>;
  /** Probability that an indel is called with another length. */
  readonly wrongAllele: number;
}

/** Difficulty of a site counts this much, in log odds for each SD. */
export const SITE_LOGIT = 0.8;
/** SD of a run's own log odds: library, flow cell, day. */
export const RUN_LOGIT = 0.06;
/** Fewer reads, or a smaller share of them, are not called. */
export const leastEvidence = { reads: 3, share: 0.15 } as const;
/** From this share of reads on a call is homozygous. */
export const HOMOZYGOUS_SHARE = 0.86;
/** Below it a call fails its filter. */
export const LEAST_QUALITY = 60;

const caller230: CallerModel = {
  missLogit: { SNV: -7.2, INDEL: -5.6 },
  repeatLogit: 0.45,
  lengthLogit: 0.35,
  artefactShare: { SNV: 0.07, INDEL: 0.13 },
  wrongAllele: 0.003,
};

/** Callers by the version of the germline pipeline. */
export const callers = {
  "2.3.0": caller230,
  /** Faster local assembly, which loses long indels and those in repeats. */
  "2.4.0": { ...caller230, lengthLogit: 2, repeatLogit: 0.95, artefactShare: { SNV: 0.06, INDEL: 0.12 } },
  /** The same with the window of assembly put right. */
  "2.4.1": { ...caller230, missLogit: { SNV: -7.3, INDEL: -5.7 }, artefactShare: { SNV: 0.06, INDEL: 0.12 } },
} as const satisfies Readonly<Record<string, CallerModel>>;

/** A version of the germline pipeline. */
export type GermlineVersion = keyof typeof callers;

/** What ails a run of whole genomes or exomes. */
export interface RunCondition {
  /** Added to the log odds of a miss of every indel. */
  readonly indelLogit: number;
  /** The probability of every SNV artefact is multiplied by it. */
  readonly snvArtefacts: number;
}

/** A run that nothing ails. */
export const WELL: RunCondition = { indelLogit: 0, snvArtefacts: 1 };

/** A control that is measured: fraction of reads, drawn on the logit scale. */
export interface ControlModel {
  readonly analyte: string;
  readonly material: string;
  readonly kind: "vaf" | "methylation level";
  readonly fraction: number;
  /** Mean of the depth, which varies by `sdOfDepth` on the log scale. */
  readonly depth: number;
}

/** Scatter of control measurements on the logit scale, beside that of counting reads. */
export const controlScatter = {
  /** Of a day: common to all controls of a run. */
  day: 0.02,
  /** Of each control in a run. */
  within: 0.02,
  /** Between reagent lots that nothing is wrong with. */
  lot: 0.006,
  /** Of the depth, on the log scale. */
  depth: 0.12,
} as const;

/** Controls of the tumour panel: two mixtures of cell lines, each with the same two variants. */
export const panelControls: readonly ControlModel[] = [
  { analyte: "EGFR L858R", material: "tumour-control-high", kind: "vaf", fraction: 0.2, depth: 9000 },
  { analyte: "KRAS G12D", material: "tumour-control-high", kind: "vaf", fraction: 0.17, depth: 9000 },
  { analyte: "EGFR L858R", material: "tumour-control-low", kind: "vaf", fraction: 0.05, depth: 9000 },
  { analyte: "KRAS G12D", material: "tumour-control-low", kind: "vaf", fraction: 0.06, depth: 9000 },
];

/** The control of the methylation panel. */
export const methylationControls: readonly ControlModel[] = [
  { analyte: "MGMT promoter", material: "methylation-control", kind: "methylation level", fraction: 0.62, depth: 2500 },
  { analyte: "SEPT9", material: "methylation-control", kind: "methylation level", fraction: 0.31, depth: 2500 },
];

/** Replicates of a study: three libraries of one sample at the depth of the panel. */
export const replicateModel = {
  runs: 3,
  variants: 500,
  contigs: 2,
  depth: 700,
  dropOut: 0.01,
  /** SD between libraries of the fraction that reads are drawn from. */
  noise: 0.008,
  indels: 0.15,
  /** Share of variants at low fractions. */
  subclonal: 0.35,
} as const;
