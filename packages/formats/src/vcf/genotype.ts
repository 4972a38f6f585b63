import { FormatError } from "../error.ts";
import { COLON, DOT, PIPE, SLASH, ZERO } from "./bytes.ts";

/** Set in the result of {@link parseGenotype} when the genotype is phased. */
export const PHASED = 0x100;
/** The part of the result of {@link parseGenotype} that is the ploidy. */
export const PLOIDY_MASK = 0xff;
/** What {@link parseGenotype} writes for an allele given as `.`. */
export const MISSING_ALLELE = -1;

const LARGEST_ALLELE = 0x7fff;

/**
 * Reads the GT at `start` (it ends at the first `:` or at `end`) and returns `ploidy | (phased ? PHASED : 0)`;
 * 0 for an empty text.
 *
 * `alleles` receives the allele numbers, -1 for missing ones; those beyond its length are counted but not
 * stored, so a caller that meets a ploidy above `alleles.length` decides what to do. Phased means that every
 * separator is `|`, the leading one of VCF 4.4 (`|0/1`, `/0|1`) included, and that there is one; a lone `1` is
 * not phased, `|1` is.
 *
 * @throws FormatError TS_VCF_MALFORMED with `details.offset` = `start` when the text is no genotype.
 */
export function parseGenotype(text: Uint8Array, start: number, end: number, alleles: Int16Array): number {
  let at = start;
  let ploidy = 0;
  let bars = 0;
  let slashes = 0;
  if (at >= end || text[at] === COLON) return 0;
  if (text[at] === PIPE) {
    bars++;
    at++;
  } else if (text[at] === SLASH) {
    slashes++;
    at++;
  }
  for (;;) {
    let allele = MISSING_ALLELE;
    if (at < end && text[at] === DOT) {
      at++;
    } else {
      const first = at;
      allele = 0;
      while (at < end && text[at] - ZERO <= 9 && text[at] >= ZERO && allele <= LARGEST_ALLELE) {
        allele = allele * 10 + text[at++] - ZERO;
      }
      if (at === first || allele > LARGEST_ALLELE) throw notAGenotype(text, start, end);
    }
    if (ploidy < alleles.length) alleles[ploidy] = allele;
    ploidy++;
    if (at >= end || text[at] === COLON) break;
    if (text[at] === PIPE) bars++;
    else if (text[at] === SLASH) slashes++;
    else throw notAGenotype(text, start, end);
    at++;
  }
  if (ploidy > PLOIDY_MASK) throw notAGenotype(text, start, end);
  return bars > 0 && slashes === 0 ? ploidy | PHASED : ploidy;
}

/** Whether every one of the first `ploidy` alleles is missing or at most `altCount`. */
export function allelesExist(alleles: Int16Array, ploidy: number, altCount: number): boolean {
  const stored = Math.min(ploidy, alleles.length);
  for (let i = 0; i < stored; i++) if (alleles[i] > altCount) return false;
  return true;
}

/** The error for a genotype that names an allele the record does not have. `start` is where the GT is. */
export function alleleNotInRecord(text: Uint8Array, start: number, end: number, altCount: number): FormatError {
  const had = altCount === 1 ? "1 ALT allele" : `${altCount} ALT alleles`;
  return malformedGenotype(start, `genotype "${shown(text, start, end)}" names an allele of a record with ${had}`);
}

function notAGenotype(text: Uint8Array, start: number, end: number): FormatError {
  return malformedGenotype(start, `"${shown(text, start, end)}" is not a genotype`);
}

function malformedGenotype(offset: number, message: string): FormatError {
  return new FormatError("TS_VCF_MALFORMED", message, { field: "GT", offset });
}

function shown(text: Uint8Array, start: number, end: number): string {
  let stop = start;
  while (stop < end && text[stop] !== COLON) stop++;
  const bytes = text.subarray(start, Math.min(stop, start + 40));
  return `${Buffer.from(bytes).toString("latin1")}${stop > start + 40 ? "…" : ""}`;
}
