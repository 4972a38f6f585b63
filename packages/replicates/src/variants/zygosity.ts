/** What a run's genotype says of one allele. */
export const Carriage = {
  /** No GT, or one with missing alleles. */
  unknown: 0,
  /** Some of the haplotypes carry the allele. */
  het: 1,
  /** All of them do: homozygous, or haploid. */
  hom: 2,
  /** None does. */
  none: 3,
} as const;

export type Carriage = (typeof Carriage)[keyof typeof Carriage];

/** Zygosity of a variant over the runs; the index is its number. */
export const zygosityNames = ["het", "hom", "discordant", "unknown"] as const;

export type Zygosity = (typeof zygosityNames)[number];

/** Numbers of {@link zygosityNames}. */
export const HET = 0;
export const HOM = 1;
export const DISCORDANT = 2;
export const UNKNOWN = 3;

/**
 * The zygosity that most of the runs calling a variant have: `discordant` where het and hom are equally many, `unknown`
 * where no run has a complete genotype.
 */
export function consensusZygosity(het: number, hom: number): number {
  if (het > hom) return HET;
  if (hom > het) return HOM;
  return het === 0 ? UNKNOWN : DISCORDANT;
}
