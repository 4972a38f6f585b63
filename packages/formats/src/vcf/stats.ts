import { COLON, NEWLINE, PIPE, SLASH } from "./bytes.ts";
import { createVcfColumns, type VcfColumns } from "./columns.ts";
import { FormatKeyFinder, subfieldStart } from "./format-key.ts";
import { MISSING_ALLELE, PLOIDY_MASK, parseGenotype } from "./genotype.ts";
import { readVcfHeader } from "./header.ts";
import { lineChunks } from "./line-chunks.ts";
import { withLineNumber } from "./line-number.ts";
import { openText } from "./open-text.ts";
import { scanVcf } from "./scan.ts";
import { plainSubstitutionKind, type RecordKinds, recordKinds, VariantKind } from "./variant-kind.ts";

/** Genotypes of one sample, each record in one class. */
export interface GenotypeCounts {
  /** All alleles are REF. */
  homRef: number;
  /** At least two different alleles. */
  het: number;
  /** The same ALT allele throughout, haploid calls included. */
  homAlt: number;
  /** At least one allele is `.`, or there is no GT. */
  missing: number;
}

/** Counts of records. A record with several ALT alleles counts in the class of each of them, but once. */
export interface VcfStats {
  records: number;
  /** Records whose ALT alleles change nothing: `.`, `<NON_REF>`, `<*>`. */
  noAlts: number;
  snps: number;
  mnps: number;
  indels: number;
  /** Symbolic alleles, breakends, and replacements by a different number of bases. */
  others: number;
  multiallelics: number;
  /** Records with several ALT alleles, all of which are SNPs. */
  multiallelicSnps: number;
  /** ALT alleles, not records. */
  transitions: number;
  /** ALT alleles, not records. */
  transversions: number;
  /** Of the chosen sample; null when there is none. */
  genotypes: GenotypeCounts | null;
}

/** Text that is scanned, then classified: what one pass brings into a core's cache, the next still finds there. */
const PIECE_BYTES = 1 << 17;

export interface VcfStatsOptions {
  /** 0-based sample whose genotypes to count; by default the first one, if there is one. */
  readonly sample?: number;
}

/**
 * Counts the records of a plain, BGZF or gzip file by what they change. Memory does not depend on the file's size.
 *
 * The classes are those of `bcftools stats`, but letter case is ignored throughout: `a` to `A` is no SNP.
 *
 * @throws FormatError as `readVcf`
 */
export async function vcfStats(path: string, options: VcfStatsOptions = {}): Promise<VcfStats> {
  const file = await openText(path);
  try {
    const header = readVcfHeader(file, path);
    const sampleColumn = options.sample ?? (header.samples.length > 0 ? 0 : -1);
    const scanOptions = { sampleColumn, sampleCount: header.samples.length, path };
    const stats = emptyStats(sampleColumn >= 0);
    const columns = createVcfColumns();
    const genotypeKey = new FormatKeyFinder("GT");
    for (const { text, start } of lineChunks(file, header.recordsStart, Number.POSITIVE_INFINITY)) {
      try {
        for (let from = 0, to = 0; from < text.length; from = to) {
          to = pieceEnd(text, from);
          columns.clear();
          scanVcf(text, from, to, columns, scanOptions);
          addRecords(text, columns, stats);
          if (stats.genotypes !== null) addGenotypes(text, columns, genotypeKey, stats.genotypes);
        }
      } catch (error) {
        throw withLineNumber(error, file, start, path);
      }
    }
    return stats;
  } finally {
    file.close();
  }
}

/** Where the lines that start within `PIECE_BYTES` of `from` end. */
function pieceEnd(text: Buffer, from: number): number {
  if (from + PIECE_BYTES >= text.length) return text.length;
  const newline = text.indexOf(NEWLINE, from + PIECE_BYTES);
  return newline === -1 ? text.length : newline + 1;
}

/** Transitions per transversion; null when there is no transversion. */
export function transitionRatio(stats: VcfStats): number | null {
  return stats.transversions === 0 ? null : stats.transitions / stats.transversions;
}

function emptyStats(hasSample: boolean): VcfStats {
  return {
    records: 0,
    noAlts: 0,
    snps: 0,
    mnps: 0,
    indels: 0,
    others: 0,
    multiallelics: 0,
    multiallelicSnps: 0,
    transitions: 0,
    transversions: 0,
    genotypes: hasSample ? { homRef: 0, het: 0, homAlt: 0, missing: 0 } : null,
  };
}

const CLASS_BITS = VariantKind.snp | VariantKind.mnp | VariantKind.indel | VariantKind.other | VariantKind.overlap;

function addRecords(text: Buffer, columns: VcfColumns, stats: VcfStats): void {
  const { refStart, altStart, qualStart, count } = columns;
  const result: RecordKinds = { kinds: 0, altCount: 0, transitions: 0, transversions: 0 };
  let transitions = 0;
  let transversions = 0;
  for (let i = 0; i < count; i++) {
    const ref = refStart[i];
    const alt = altStart[i];
    const isOneLetter = alt - ref === 2 && qualStart[i] - alt === 2;
    const kind = isOneLetter ? plainSubstitutionKind(text[ref], text[alt]) : -1;
    // Most records of a genome, by far, need no more than this.
    if (kind === (VariantKind.snp | VariantKind.transition)) transitions++;
    else if (kind === (VariantKind.snp | VariantKind.transversion)) transversions++;
    else {
      recordKinds(text, ref, alt - 1, alt, qualStart[i] - 1, result);
      addRecord(result, stats);
    }
  }
  stats.records += count;
  stats.snps += transitions + transversions;
  stats.transitions += transitions;
  stats.transversions += transversions;
}

function addRecord({ kinds, altCount, transitions, transversions }: RecordKinds, stats: VcfStats): void {
  if ((kinds & CLASS_BITS) === 0) stats.noAlts++;
  if (kinds & VariantKind.snp) stats.snps++;
  if (kinds & VariantKind.mnp) stats.mnps++;
  if (kinds & VariantKind.indel) stats.indels++;
  if (kinds & VariantKind.other) stats.others++;
  if (altCount > 1) stats.multiallelics++;
  if (altCount > 1 && (kinds & CLASS_BITS) === VariantKind.snp) stats.multiallelicSnps++;
  stats.transitions += transitions;
  stats.transversions += transversions;
}

const alleles = new Int16Array(PLOIDY_MASK);

function addGenotypes(text: Buffer, columns: VcfColumns, key: FormatKeyFinder, counts: GenotypeCounts): void {
  const { formatStart, sampleStart, sampleEnd, lineEnd, count } = columns;
  for (let i = 0; i < count; i++) {
    const index = key.indexIn(text, formatStart[i], lineEnd[i]);
    const start = subfieldStart(text, sampleStart[i], sampleEnd[i], index);
    const digits = start === -1 ? 0 : plainDiploid(text, start, sampleEnd[i]);
    if (digits === HET) counts.het++;
    else if (digits === HOM_ALT) counts.homAlt++;
    else addGenotype(start === -1 ? 0 : parseGenotype(text, start, sampleEnd[i], alleles) & PLOIDY_MASK, counts);
  }
}

const HET = 0x3031;
const HOM_ALT = 0x3131;

/** The two digits of `0/1`, `1|1` and the like, side by side; 0 for a genotype of any other form. */
function plainDiploid(text: Buffer, start: number, end: number): number {
  const separator = text[start + 1];
  const isWhole = end - start === 3 || (end - start > 3 && text[start + 3] === COLON);
  return isWhole && (separator === SLASH || separator === PIPE) ? (text[start] << 8) | text[start + 2] : 0;
}

function addGenotype(ploidy: number, counts: GenotypeCounts): void {
  const first = alleles[0];
  let isMixed = false;
  let isMissing = ploidy === 0;
  for (let i = 0; i < ploidy; i++) {
    if (alleles[i] === MISSING_ALLELE) isMissing = true;
    if (alleles[i] !== first) isMixed = true;
  }
  if (isMissing) counts.missing++;
  else if (isMixed) counts.het++;
  else if (first === 0) counts.homRef++;
  else counts.homAlt++;
}
