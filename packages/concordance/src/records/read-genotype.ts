import {
  findFormatKey,
  PHASED,
  PLOIDY_MASK,
  parseGenotype,
  parseNumber,
  subfieldEnd,
  subfieldStart,
} from "@touchstone/formats";
import { ConcordanceError } from "../error.ts";
import { type CallSet, MAX_PLOIDY } from "./call-set.ts";
import type { PrepareOptions } from "./prepare-options.ts";

const COLON = 0x3a;
const TAB = 0x09;
const LETTER_G = 0x47;
const LETTER_T = 0x54;

/** Alleles of the genotype read last. */
export const genotype: Int16Array = new Int16Array(MAX_PLOIDY);

/** Reads GT into the call set; false when the record has none. */
export function readGenotype(calls: CallSet, record: number, options: PrepareOptions): boolean {
  const { text, columns } = calls;
  if (options.sampleColumn < 0) return false;
  if (!startsWithGenotype(text, columns.formatStart[record])) {
    if (options.match === "alleles") return false;
    throw new ConcordanceError("TS_GENOTYPE_MISSING", "the record has no GT, which --match genotype compares", {
      field: "FORMAT",
      offset: columns.lineStart[record],
    });
  }
  const start = columns.sampleStart[record];
  const end = columns.sampleEnd[record];
  const packed = parseGenotype(text, start, end, genotype);
  const ploidy = packed & PLOIDY_MASK;
  calls.phased[record] = (packed & PHASED) !== 0 ? 1 : 0;
  calls.ploidy[record] = ploidy;
  for (let place = 0; place < ploidy && place < MAX_PLOIDY; place++) {
    calls.alleles[record * MAX_PLOIDY + place] = genotype[place];
  }
  if (options.readPhaseSets && calls.phased[record] === 1) calls.phaseSet[record] = readPhaseSet(calls, record);
  return true;
}

const PHASE_SET_KEY = Buffer.from("PS");

/** PS of the record's sample, or 0 when it has none: phased records without PS belong together. */
function readPhaseSet(calls: CallSet, record: number): number {
  const { text, columns } = calls;
  const formatEnd = text.indexOf(TAB, columns.formatStart[record]);
  const place = findFormatKey(text, columns.formatStart[record], formatEnd, PHASE_SET_KEY);
  if (place < 0) return 0;
  const end = columns.sampleEnd[record];
  const start = subfieldStart(text, columns.sampleStart[record], end, place);
  if (start < 0) return 0;
  const value = parseNumber(text, start, subfieldEnd(text, start, end));
  return Number.isNaN(value) ? 0 : value;
}

/** GT is the first key of a FORMAT that has it (VCF 4.4, section 1.6.2). */
function startsWithGenotype(text: Buffer, format: number): boolean {
  if (format === 0 || text[format] !== LETTER_G || text[format + 1] !== LETTER_T) return false;
  return text[format + 2] === COLON || text[format + 2] === TAB;
}
