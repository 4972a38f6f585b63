/**
 * The class of a variant record in one non-negative small integer, so that the hot path stores it in an
 * `Int32Array` and compares it without an object:
 *
 * ```
 * bits  0-1   type: none, SNP, INDEL
 * bits  2-10  one bit a subtype of INDEL (a record with two indel alleles may have two)
 * bits 11-14  genotype class
 * bits 15-22  transitions among its called alleles, at most 255
 * bits 23-30  transversions, at most 255
 * ```
 */

/** Nothing to count: no call, homozygous reference, or no allele whose sequence is known. */
export const TYPE_NONE = 0;
export const TYPE_SNP = 1;
export const TYPE_INDEL = 2;

/** Subtypes of INDEL in bit order, as in the Subtype column of hap.py's tables. */
export const INDEL_SUBTYPES: readonly string[] = [
  "I1_5",
  "I6_15",
  "I16_PLUS",
  "D1_5",
  "D6_15",
  "D16_PLUS",
  "C1_5",
  "C6_15",
  "C16_PLUS",
];

/** No genotype in the record (sites-only). */
export const GENOTYPE_ABSENT = 0;
export const GENOTYPE_HOMREF = 1;
export const GENOTYPE_HET = 2;
export const GENOTYPE_HETALT = 3;
export const GENOTYPE_HOMALT = 4;
/** One haplotype, which carries an alternate allele. */
export const GENOTYPE_HEMI = 5;
/** Some alleles called, others missing. */
export const GENOTYPE_HALFCALL = 6;
export const GENOTYPE_NOCALL = 7;
/** More than two haplotypes, at least one with an alternate allele. */
export const GENOTYPE_POLYPLOID = 8;

/** Largest number of transitions, or of transversions, that a class can hold. */
export const MAX_SUBSTITUTIONS = 255;

const SUBTYPE_SHIFT = 2;
const GENOTYPE_SHIFT = 11;
const TRANSITION_SHIFT = 15;
const TRANSVERSION_SHIFT = 23;

/** Packs a class; `subtypes` is a bit set over {@link INDEL_SUBTYPES}, counts are capped at 255. */
export function packVariantClass(
  type: number,
  subtypes: number,
  genotype: number,
  transitions: number,
  transversions: number,
): number {
  return (
    type |
    (subtypes << SUBTYPE_SHIFT) |
    (genotype << GENOTYPE_SHIFT) |
    (capped(transitions) << TRANSITION_SHIFT) |
    (capped(transversions) << TRANSVERSION_SHIFT)
  );
}

function capped(substitutions: number): number {
  if (substitutions > MAX_SUBSTITUTIONS) return MAX_SUBSTITUTIONS;
  return substitutions;
}

/** {@link TYPE_NONE}, {@link TYPE_SNP} or {@link TYPE_INDEL}. */
export function variantTypeOf(variantClass: number): number {
  return variantClass & 3;
}

/** Bit set over {@link INDEL_SUBTYPES}; 0 for a SNP. */
export function indelSubtypesOf(variantClass: number): number {
  return (variantClass >>> SUBTYPE_SHIFT) & 0x1ff;
}

/** One of the `GENOTYPE_` constants. */
export function genotypeClassOf(variantClass: number): number {
  return (variantClass >>> GENOTYPE_SHIFT) & 0xf;
}

/** Substituted bases that are transitions (A<->G, C<->T), 0-255. */
export function transitionsOf(variantClass: number): number {
  return (variantClass >>> TRANSITION_SHIFT) & 0xff;
}

/** Substituted bases that are transversions, 0-255. */
export function transversionsOf(variantClass: number): number {
  return (variantClass >>> TRANSVERSION_SHIFT) & 0xff;
}
