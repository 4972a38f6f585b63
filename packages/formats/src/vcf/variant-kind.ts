import { AlleleKind, classifyAllele } from "./allele.ts";
import { COMMA } from "./bytes.ts";

/** What an ALT allele changes; bits, so that a record can have several. */
export const VariantKind = {
  /** Nothing: `.`, `<NON_REF>`, `<*>`, or the reference spelled again. */
  none: 0,
  snp: 1,
  mnp: 2,
  indel: 4,
  /** Symbolic alleles, breakends and replacements of one length by another. */
  other: 8,
  /** `*`: deleted by another record. */
  overlap: 16,
  /** With `snp`: purine for purine or pyrimidine for pyrimidine. */
  transition: 32,
  /** With `snp`: purine for pyrimidine or the reverse. Neither bit is set for ambiguous bases. */
  transversion: 64,
} as const;

const LOWER_CASE_BIT = 0x20;
const REFERENCE_SYMBOLS: ReadonlySet<string> = new Set(["<NON_REF>", "<*>", "<X>"]);

/** 1 for purines, 2 for pyrimidines, in either case; 0 for everything else. */
const BASE_FAMILY: Uint8Array = new Uint8Array(256);
for (const letter of Buffer.from("AGag")) BASE_FAMILY[letter] = 1;
for (const letter of Buffer.from("CTUctu")) BASE_FAMILY[letter] = 2;

/**
 * The kind of the ALT allele at `[altStart, altEnd)` against the REF at `[refStart, refEnd)`, as {@link VariantKind}
 * bits: common letters at the start, then at the end, are taken off, and what is left decides. Nothing left of one
 * side is an indel, one letter each a SNP, as many each an MNP, anything else other.
 */
export function variantKind(
  text: Uint8Array,
  refStart: number,
  refEnd: number,
  altStart: number,
  altEnd: number,
): number {
  const kind = classifyAllele(text, altStart, altEnd);
  if (kind === AlleleKind.bases) return sequenceKind(text, refStart, refEnd, altStart, altEnd);
  if (kind === AlleleKind.star) return VariantKind.overlap;
  if (kind === AlleleKind.missing) return VariantKind.none;
  if (kind === AlleleKind.symbolic) {
    const symbol = Buffer.from(text.subarray(altStart, altEnd)).toString("latin1");
    return REFERENCE_SYMBOLS.has(symbol) ? VariantKind.none : VariantKind.other;
  }
  return VariantKind.other;
}

function sequenceKind(text: Uint8Array, refStart: number, refEnd: number, altStart: number, altEnd: number): number {
  let ref = refStart;
  let alt = altStart;
  let refLeft = refEnd - refStart;
  let altLeft = altEnd - altStart;
  while (refLeft > 0 && altLeft > 0 && sameLetter(text[ref], text[alt])) {
    ref++;
    alt++;
    refLeft--;
    altLeft--;
  }
  while (refLeft > 0 && altLeft > 0 && sameLetter(text[ref + refLeft - 1], text[alt + altLeft - 1])) {
    refLeft--;
    altLeft--;
  }
  if (refLeft === 0 || altLeft === 0) return refLeft === altLeft ? VariantKind.none : VariantKind.indel;
  if (refLeft !== altLeft) return VariantKind.other;
  return refLeft === 1 ? substitutionKind(text[ref], text[alt]) : VariantKind.mnp;
}

function substitutionKind(ref: number, alt: number): number {
  const from = BASE_FAMILY[ref];
  const to = BASE_FAMILY[alt];
  if (from === 0 || to === 0) return VariantKind.snp;
  return VariantKind.snp | (from === to ? VariantKind.transition : VariantKind.transversion);
}

/** Whether two letters are the same but for their case. */
function sameLetter(a: number, b: number): boolean {
  return ((a ^ b) & ~LOWER_CASE_BIT) === 0;
}

/** The {@link VariantKind} bits of all ALT alleles of a record, and how many there are. */
export interface RecordKinds {
  kinds: number;
  altCount: number;
  transitions: number;
  transversions: number;
}

/** Fills `result` with what the ALT list at `[altStart, altEnd)` changes; a lone `.` is no ALT allele. */
export function recordKinds(
  text: Uint8Array,
  refStart: number,
  refEnd: number,
  altStart: number,
  altEnd: number,
  result: RecordKinds,
): void {
  result.kinds = 0;
  result.altCount = 0;
  result.transitions = 0;
  result.transversions = 0;
  let from = altStart;
  while (from < altEnd) {
    let end = from;
    while (end < altEnd && text[end] !== COMMA) end++;
    const kind = variantKind(text, refStart, refEnd, from, end);
    result.kinds |= kind;
    result.altCount++;
    result.transitions += kind & VariantKind.transition ? 1 : 0;
    result.transversions += kind & VariantKind.transversion ? 1 : 0;
    from = end + 1;
  }
}
