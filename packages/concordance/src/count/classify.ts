import {
  GENOTYPE_ABSENT,
  GENOTYPE_HALFCALL,
  GENOTYPE_HEMI,
  GENOTYPE_HET,
  GENOTYPE_HETALT,
  GENOTYPE_HOMALT,
  GENOTYPE_HOMREF,
  GENOTYPE_NOCALL,
  GENOTYPE_POLYPLOID,
  packVariantClass,
  TYPE_INDEL,
  TYPE_NONE,
  TYPE_SNP,
} from "./variant-class.ts";

const COMMA = 0x2c;
const ASTERISK = 0x2a;
const UPPER_CASE = 0xdf;
const PLOIDY_MASK = 0xff;
/** First bit of each family of three length classes in the subtype set. */
const INSERTION = 0;
const DELETION = 3;
const COMPLEX = 6;

/** 1-4 for A, C, G, T in either case (purines odd), 0 for every other byte. */
const BASE_CODE: Uint8Array = baseCodes();

/** What the called alleles of the record under classification hold; reset for each record. */
let transitions = 0;
let transversions = 0;
let subtypes = 0;
let substitutionSeen = false;

/**
 * Class of one record (see variant-class.ts), in the way of hap.py's `quantify`, by its called alleles.
 *
 * A record counts once. It is an INDEL when a called allele, trimmed of what it shares with REF at both ends,
 * changes the length; otherwise a SNP, so an MNP is one SNP with several transitions or transversions. Length
 * classes are those of the trimmed allele: I and D when only one side is left, C when bases are replaced as well
 * (then by the difference in length). An allele called twice counts once. Symbolic alleles, breakends and `*`
 * add nothing, and `*` counts as reference in the genotype class.
 *
 * REF is `text[refStart, refEnd)`, ALT the whole comma-separated field `text[altStart, altEnd)`.
 * `alleles` holds `ploidy` allele numbers, -1 for missing; bits of `ploidy` above the eighth are ignored (the
 * phased flag of `parseGenotype`). With ploidy 0 there is no genotype and all ALT alleles are classified.
 */
export function classifyVariant(
  text: Uint8Array,
  refStart: number,
  refEnd: number,
  altStart: number,
  altEnd: number,
  alleles: Int16Array,
  ploidy: number,
): number {
  transitions = 0;
  transversions = 0;
  subtypes = 0;
  substitutionSeen = false;
  const haplotypes = ploidy & PLOIDY_MASK;
  let spanningDeletion = -1;
  let number = 1;
  for (let start = altStart; start < altEnd; number++) {
    let end = start;
    while (end < altEnd && text[end] !== COMMA) end++;
    if (text[start] === ASTERISK) spanningDeletion = number;
    else if (haplotypes === 0 || isCalled(number, alleles, haplotypes)) addAllele(text, refStart, refEnd, start, end);
    start = end + 1;
  }
  const genotype = genotypeClass(alleles, haplotypes, spanningDeletion);
  const type = subtypes !== 0 ? TYPE_INDEL : substitutionSeen ? TYPE_SNP : TYPE_NONE;
  return packVariantClass(type, subtypes, genotype, transitions, transversions);
}

/** Genotype class of `haplotypes` allele numbers; an allele number equal to `spanningDeletion` counts as reference. */
function genotypeClass(alleles: Int16Array, haplotypes: number, spanningDeletion: number): number {
  if (haplotypes === 0) return GENOTYPE_ABSENT;
  let missing = 0;
  let alternate = 0;
  for (let i = 0; i < haplotypes; i++) {
    if (alleles[i] < 0) missing++;
    else if (alleles[i] > 0 && alleles[i] !== spanningDeletion) alternate++;
  }
  if (missing === haplotypes) return GENOTYPE_NOCALL;
  if (missing > 0) return GENOTYPE_HALFCALL;
  if (alternate === 0) return GENOTYPE_HOMREF;
  if (haplotypes > 2) return GENOTYPE_POLYPLOID;
  if (haplotypes === 1) return GENOTYPE_HEMI;
  if (alternate === 1) return GENOTYPE_HET;
  return alleles[0] === alleles[1] ? GENOTYPE_HOMALT : GENOTYPE_HETALT;
}

function isCalled(number: number, alleles: Int16Array, haplotypes: number): boolean {
  for (let i = 0; i < haplotypes; i++) if (alleles[i] === number) return true;
  return false;
}

function addAllele(text: Uint8Array, refStart: number, refEnd: number, altStart: number, altEnd: number): void {
  if (!isSequence(text, altStart, altEnd)) return;
  let ref = refStart;
  let refTo = refEnd;
  let alt = altStart;
  let altTo = altEnd;
  while (ref < refTo && alt < altTo && sameBase(text[refTo - 1], text[altTo - 1])) {
    refTo--;
    altTo--;
  }
  while (ref < refTo && alt < altTo && sameBase(text[ref], text[alt])) {
    ref++;
    alt++;
  }
  const refLength = refTo - ref;
  const altLength = altTo - alt;
  if (refLength === altLength) addSubstitutions(text, ref, alt, refLength);
  else if (refLength === 0) subtypes |= lengthClass(altLength) << INSERTION;
  else if (altLength === 0) subtypes |= lengthClass(refLength) << DELETION;
  else subtypes |= lengthClass(Math.abs(altLength - refLength)) << COMPLEX;
}

function addSubstitutions(text: Uint8Array, ref: number, alt: number, length: number): void {
  if (length > 0) substitutionSeen = true;
  for (let i = 0; i < length; i++) {
    const from = BASE_CODE[text[ref + i]];
    const to = BASE_CODE[text[alt + i]];
    if (from === to || from === 0 || to === 0) continue;
    if (((from ^ to) & 1) === 0) transitions++;
    else transversions++;
  }
}

/** Bit 0, 1 or 2 for 1-5, 6-15 and 16 or more bases. */
function lengthClass(length: number): number {
  return length <= 5 ? 1 : length <= 15 ? 2 : 4;
}

/** Letters only: neither symbolic (`<DEL>`) nor breakend nor missing. */
function isSequence(text: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const letter = text[i] & UPPER_CASE;
    if (letter < 0x41 || letter > 0x5a) return false;
  }
  return end > start;
}

function sameBase(a: number, b: number): boolean {
  return a === b || (a & UPPER_CASE) === (b & UPPER_CASE);
}

function baseCodes(): Uint8Array {
  const codes = new Uint8Array(256);
  for (const [letters, code] of [
    ["Aa", 1],
    ["Cc", 2],
    ["Gg", 3],
    ["Tt", 4],
  ] as const) {
    for (const letter of letters) codes[letter.charCodeAt(0)] = code;
  }
  return codes;
}
