import { COLON, PIPE, SLASH } from "./bytes.ts";
import { createVcfColumns, type VcfColumns } from "./columns.ts";
import { FormatKeyFinder, subfieldStart } from "./format-key.ts";
import { MISSING_ALLELE, PLOIDY_MASK, parseGenotype } from "./genotype.ts";
import { type ScanOptions, scanVcf } from "./scan.ts";
import { Count } from "./stats-plain-lines-layout.ts";
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

const CLASS_BITS = VariantKind.snp | VariantKind.mnp | VariantKind.indel | VariantKind.other | VariantKind.overlap;
const HET = 0x3031;
const HOM_ALT = 0x3131;

const alleles = new Int16Array(PLOIDY_MASK);

/** Counts of the records of one file. */
export class RecordTally {
  readonly options: Required<ScanOptions>;
  readonly stats: VcfStats;
  readonly #columns: VcfColumns = createVcfColumns();
  readonly #genotypeKey = new FormatKeyFinder("GT");
  readonly #kinds: RecordKinds = { kinds: 0, altCount: 0, transitions: 0, transversions: 0 };

  constructor(options: Required<ScanOptions>) {
    this.options = options;
    this.stats = emptyStats(options.sampleColumn >= 0);
  }

  /** Whether the lines so far end in blank ones. */
  get endedBlank(): boolean {
    return this.#columns.endedBlank;
  }

  /** Adds the records of whole lines. @throws FormatError as `scanVcf` */
  addLines(text: Buffer, from: number, to: number): void {
    const columns = this.#columns;
    columns.clear();
    scanVcf(text, from, to, columns, this.options);
    const { refStart, altStart, qualStart, count } = columns;
    this.stats.records += count;
    for (let i = 0; i < count; i++) this.addAlleles(text, refStart[i], altStart[i], qualStart[i]);
    if (this.stats.genotypes !== null) this.#addGenotypes(text, this.stats.genotypes);
  }

  /** Adds the ALT alleles of a record that is counted otherwise. */
  addAlleles(text: Buffer, refStart: number, altStart: number, qualStart: number): void {
    recordKinds(text, refStart, altStart - 1, altStart, qualStart - 1, this.#kinds);
    addRecord(this.#kinds, this.stats);
  }

  /** Adds counts by the numbers of {@link Count}. */
  addCounts(counts: Int32Array): void {
    const { stats } = this;
    const transitions = counts[Count.transitions];
    const transversions = counts[Count.transversions];
    stats.records += counts[Count.records];
    stats.snps += transitions + transversions;
    stats.transitions += transitions;
    stats.transversions += transversions;
    stats.indels += counts[Count.indels];
    if (stats.genotypes === null) return;
    stats.genotypes.homRef += counts[Count.homRef];
    stats.genotypes.het += counts[Count.het];
    stats.genotypes.homAlt += counts[Count.homAlt];
    stats.genotypes.missing += counts[Count.missing];
  }

  #addGenotypes(text: Buffer, counts: GenotypeCounts): void {
    const { formatStart, sampleStart, sampleEnd, lineEnd, count } = this.#columns;
    for (let i = 0; i < count; i++) {
      const index = this.#genotypeKey.indexIn(text, formatStart[i], lineEnd[i]);
      const start = subfieldStart(text, sampleStart[i], sampleEnd[i], index);
      const digits = start === -1 ? 0 : plainDiploid(text, start, sampleEnd[i]);
      if (digits === HET) counts.het++;
      else if (digits === HOM_ALT) counts.homAlt++;
      else addGenotype(start === -1 ? 0 : parseGenotype(text, start, sampleEnd[i], alleles) & PLOIDY_MASK, counts);
    }
  }
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
