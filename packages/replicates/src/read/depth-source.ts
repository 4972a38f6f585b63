/** Where the depths of a record's alleles come from, best first. */
export const DepthSource = {
  none: 0,
  /** FORMAT/AD: GATK, DRAGEN, DeepVariant, bcftools, freebayes, Mutect2. */
  alleleDepths: 1,
  /** Strelka's tier 1 counts: FORMAT/AU, CU, GU, TU of substitutions, TAR and TIR of indels. */
  strelka: 2,
  /** FORMAT/AF and FORMAT/DP. */
  fractionAndDepth: 3,
  /** FORMAT/DP4: reads of REF forward, reverse, ALT forward, reverse. */
  strandDepths: 4,
  /** INFO/DP4, in files of one sample. */
  infoStrandDepths: 5,
} as const;

export type DepthSource = (typeof DepthSource)[keyof typeof DepthSource];

/** Names of the sources as results show them; the index is the source's number. */
export const depthSourceNames: readonly string[] = [
  "none",
  "FORMAT/AD",
  "FORMAT/AU,CU,GU,TU and TAR,TIR",
  "FORMAT/AF and DP",
  "FORMAT/DP4",
  "INFO/DP4",
];

/** What a VAF is a fraction of: all reads of the record's alleles, or those of REF and the allele alone. */
export type VafDenominator = "all" | "ref-alt";
