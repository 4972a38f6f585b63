import { DOT } from "./bytes.ts";
import { createVcfColumns, type VcfColumns } from "./columns.ts";
import { FormatKeyFinder, subfieldStart } from "./format-key.ts";
import { MISSING_ALLELE, PLOIDY_MASK, parseGenotype } from "./genotype.ts";
import { readVcfHeader } from "./header.ts";
import { lineChunks } from "./line-chunks.ts";
import { withLineNumber } from "./line-number.ts";
import { openText } from "./open-text.ts";
import { scanVcf } from "./scan.ts";
import { type RecordKinds, recordKinds, VariantKind } from "./variant-kind.ts";

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
      columns.clear();
      try {
        scanVcf(text, 0, text.length, columns, scanOptions);
        addRecords(text, columns, stats);
        if (stats.genotypes !== null) addGenotypes(text, columns, genotypeKey, stats.genotypes);
      } catch (error) {
        throw withLineNumber(error, file, start, path);
      }
    }
    return stats;
  } finally {
    file.close();
  }
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
  for (let i = 0; i < count; i++) {
    const altEnd = qualStart[i] - 1;
    const isLoneDot = text[altStart[i]] === DOT && altEnd - altStart[i] === 1;
    recordKinds(text, refStart[i], altStart[i] - 1, altStart[i], altEnd, result);
    const { kinds } = result;
    if ((kinds & CLASS_BITS) === 0) stats.noAlts++;
    if (kinds & VariantKind.snp) stats.snps++;
    if (kinds & VariantKind.mnp) stats.mnps++;
    if (kinds & VariantKind.indel) stats.indels++;
    if (kinds & VariantKind.other) stats.others++;
    if (result.altCount > 1 && !isLoneDot) {
      stats.multiallelics++;
      if ((kinds & CLASS_BITS) === VariantKind.snp) stats.multiallelicSnps++;
    }
    stats.transitions += result.transitions;
    stats.transversions += result.transversions;
  }
  stats.records += count;
}

const alleles = new Int16Array(PLOIDY_MASK);

function addGenotypes(text: Buffer, columns: VcfColumns, key: FormatKeyFinder, counts: GenotypeCounts): void {
  const { formatStart, sampleStart, sampleEnd, lineEnd, count } = columns;
  for (let i = 0; i < count; i++) {
    const index = key.indexIn(text, formatStart[i], lineEnd[i]);
    const start = subfieldStart(text, sampleStart[i], sampleEnd[i], index);
    const ploidy = start === -1 ? 0 : parseGenotype(text, start, sampleEnd[i], alleles) & PLOIDY_MASK;
    addGenotype(ploidy, counts);
  }
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
