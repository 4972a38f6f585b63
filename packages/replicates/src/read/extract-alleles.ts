import {
  AlleleKind,
  alleleNotInRecord,
  allelesExist,
  classifyAllele,
  findInfoValue,
  infoValueEnd,
  isPassing,
  PLOIDY_MASK,
  parseGenotype,
  parseNumber,
} from "@touchstone/formats";
import { ReplicatesError } from "../error.ts";
import { AlleleList } from "../variants/allele-list.ts";
import { type ContigBases, LARGEST_SHIFT, leftAlign, trimAllele } from "../variants/normalise.ts";
import { ReferenceBlocks } from "../variants/reference-blocks.ts";
import { Carriage } from "../variants/zygosity.ts";
import { AlleleDepths } from "./allele-depths.ts";
import { DepthSource, depthSourceNames, type VafDenominator } from "./depth-source.ts";
import type { LoadedRecords } from "./load-records.ts";
import { locateError } from "./locate-error.ts";
import { ReferenceBlockDepth } from "./reference-block-depth.ts";
import type { RunFile } from "./run-file.ts";

const COMMA = 0x2c;
const LESS_THAN = 0x3c;
const LETTER_G = 0x47;
const LETTER_T = 0x54;
const COLON = 0x3a;
const TAB = 0x09;
const UPPER = 0xdf;
const DOT = Buffer.from(".");
const END = Buffer.from("END");
const REFERENCE_SYMBOLS: readonly Buffer[] = [Buffer.from("<NON_REF>"), Buffer.from("<*>")];
const LETTERS: ReadonlySet<number> = new Set(Buffer.from("ACGT"));
const MAX_PLOIDY = 16;

/** What one run holds in a range. */
export interface RunRecords {
  readonly alleles: AlleleList;
  readonly blocks: ReferenceBlocks;
}

/** How records become alleles. */
export interface ExtractOptions {
  readonly denominator: VafDenominator;
  /** Records that failed a FILTER count as calls. */
  readonly allRecords: boolean;
}

/** Reads the alleles, VAFs and reference blocks of one run. */
export class AlleleExtractor {
  /** Records of the owned range by `DepthSource`. */
  readonly sources: Int32Array = new Int32Array(depthSourceNames.length);
  /** ALT alleles of the owned range that cannot be compared: symbolic, breakends, `*`. */
  unresolved = 0;
  readonly #run: RunFile;
  readonly #options: ExtractOptions;
  readonly #depths: AlleleDepths;
  readonly #blockDepth: ReferenceBlockDepth;
  readonly #genotype = new Int16Array(MAX_PLOIDY);
  /** Of the record being read: where its depths come from, ploidy (-1 without GT), and whether it may be a call. */
  #source: DepthSource = DepthSource.none;
  #ploidy = -1;
  #passes = false;

  constructor(run: RunFile, options: ExtractOptions) {
    this.#run = run;
    this.#options = options;
    this.#depths = new AlleleDepths(run.sampleColumn, run.sampleCount, options.denominator);
    this.#blockDepth = new ReferenceBlockDepth(run.sampleColumn);
  }

  /**
   * Reads all loaded records; those with from <= POS - 1 < to are counted.
   *
   * @param contig the reference's bases, which indels are left-aligned with; null without a reference
   * @throws FormatError TS_VCF_MALFORMED and ReplicatesError TS_REF_MISMATCH, with file and line
   */
  extract(loaded: LoadedRecords, contig: ContigBases | null, from: number, to: number): RunRecords {
    const { columns, text } = loaded;
    const records = { alleles: new AlleleList(text, columns.count + 16), blocks: new ReferenceBlocks() };
    try {
      for (let record = 0; record < columns.count; record++) {
        const start = columns.position[record] - 1;
        this.#extractRecord(loaded, record, records, contig, start >= from && start < to);
      }
    } catch (error) {
      throw locateError(error, this.#run, loaded.position);
    }
    return records;
  }

  #extractRecord(
    loaded: LoadedRecords,
    record: number,
    records: RunRecords,
    contig: ContigBases | null,
    isOwned: boolean,
  ): void {
    const { text, columns } = loaded;
    const altStart = columns.altStart[record];
    const altEnd = columns.qualStart[record] - 1;
    if (contig !== null) this.#checkReference(loaded, record, contig);
    if (isReferenceOnly(text, altStart, altEnd)) {
      this.#addBlock(loaded, record, records.blocks);
      return;
    }
    let altCount = 1;
    for (let at = altStart; at < altEnd; at++) if (text[at] === COMMA) altCount++;
    this.#source = this.#depths.read(text, columns, record, altCount);
    if (isOwned) this.sources[this.#source]++;
    this.#ploidy = this.#readGenotype(loaded, record, altCount);
    this.#passes =
      this.#options.allRecords || isPassing(text, columns.filterStart[record], columns.infoStart[record] - 1);
    let start = altStart;
    for (let alt = 1; alt <= altCount; alt++) {
      let end = start;
      while (end < altEnd && text[end] !== COMMA) end++;
      const isSequence = classifyAllele(text, start, end) === AlleleKind.bases;
      const isResolved = isSequence
        ? this.#addAllele(loaded, record, records.alleles, contig, alt, start, end)
        : isReferenceSymbol(text, start, end);
      if (isOwned && !isResolved) this.unresolved++;
      start = end + 1;
    }
  }

  /**
   * Adds the allele at `[start, end)`, unless it is REF spelled again.
   *
   * @returns false for an allele that begins to differ so far behind POS that ranges could not be compared on their own
   */
  #addAllele(
    { columns }: LoadedRecords,
    record: number,
    alleles: AlleleList,
    contig: ContigBases | null,
    alt: number,
    start: number,
    end: number,
  ): boolean {
    const position = columns.position[record] - 1;
    const refStart = columns.refStart[record];
    const refEnd = columns.altStart[record] - 1;
    const added = alleles.add();
    const isChange = trimAllele(alleles, added, position, refStart, refEnd, start, end);
    if (!isChange || alleles.start[added] - position > LARGEST_SHIFT) {
      alleles.count--;
      return !isChange;
    }
    if (contig !== null && alleles.deleted[added] !== alleles.inserted[added]) leftAlign(alleles, added, contig);
    const ploidy = this.#ploidy;
    const isCarried = ploidy < 0 || this.#copies(ploidy, alt) > 0;
    const depth = this.#source === DepthSource.none ? -1 : this.#depths.depthOf(alt);
    alleles.record[added] = record;
    alleles.carriage[added] = this.#carriage(ploidy, alt);
    alleles.called[added] = this.#passes && isCarried ? 1 : 0;
    alleles.depth[added] = depth;
    alleles.fraction[added] = depth > 0 ? this.#depths.fractionOf(alt) : 0;
    return true;
  }

  /** Ploidy of the record's genotype, -1 when it has no GT. */
  #readGenotype({ text, columns }: LoadedRecords, record: number, altCount: number): number {
    const format = columns.formatStart[record];
    if (format === 0 || text[format] !== LETTER_G || text[format + 1] !== LETTER_T) return -1;
    if (text[format + 2] !== COLON && text[format + 2] !== TAB) return -1;
    const start = columns.sampleStart[record];
    const end = columns.sampleEnd[record];
    const ploidy = Math.min(MAX_PLOIDY, parseGenotype(text, start, end, this.#genotype) & PLOIDY_MASK);
    if (!allelesExist(this.#genotype, ploidy, altCount)) throw alleleNotInRecord(text, start, end, altCount);
    return ploidy;
  }

  #copies(ploidy: number, alt: number): number {
    let copies = 0;
    for (let place = 0; place < ploidy; place++) if (this.#genotype[place] === alt) copies++;
    return copies;
  }

  #carriage(ploidy: number, alt: number): Carriage {
    if (ploidy <= 0) return Carriage.unknown;
    for (let place = 0; place < ploidy; place++) if (this.#genotype[place] < 0) return Carriage.unknown;
    const copies = this.#copies(ploidy, alt);
    if (copies === 0) return Carriage.none;
    return copies === ploidy ? Carriage.hom : Carriage.het;
  }

  #addBlock({ text, columns }: LoadedRecords, record: number, blocks: ReferenceBlocks): void {
    const depth = this.#blockDepth.read(text, columns, record);
    if (depth < 0) return;
    const start = columns.position[record] - 1;
    const format = columns.formatStart[record];
    const infoEnd = format === 0 ? columns.lineEnd[record] : format - 1;
    const value = findInfoValue(text, columns.infoStart[record], infoEnd, END);
    const stated = value < 0 ? Number.NaN : parseNumber(text, value, infoValueEnd(text, value, infoEnd));
    const refEnd = start + columns.altStart[record] - 1 - columns.refStart[record];
    blocks.add(start, Number.isNaN(stated) ? refEnd : Math.max(refEnd, stated), depth);
  }

  #checkReference({ text, columns }: LoadedRecords, record: number, contig: ContigBases): void {
    const position = columns.position[record];
    const refStart = columns.refStart[record];
    const length = columns.altStart[record] - 1 - refStart;
    for (let place = 0; place < length; place++) {
      const base = text[refStart + place] & UPPER;
      const expected = contig.baseAt(position - 1 + place);
      if (base === expected || !LETTERS.has(base) || (expected !== 0 && !LETTERS.has(expected))) continue;
      const recorded = text.toString("latin1", refStart, refStart + Math.min(length, 50));
      const shown =
        expected === 0 ? "it ends before" : `it has ${String.fromCharCode(expected)} at ${position + place}`;
      throw new ReplicatesError("TS_REF_MISMATCH", `column 4 (REF): ${recorded} is not the reference's: ${shown}`, {
        column: 4,
        field: "REF",
        position,
        offset: columns.lineStart[record],
      });
    }
  }
}

/** Whether an ALT list names no variant: `.`, `<NON_REF>` or `<*>` alone. */
function isReferenceOnly(text: Buffer, start: number, end: number): boolean {
  return isReferenceSymbol(text, start, end) || equals(text, start, end, DOT);
}

function isReferenceSymbol(text: Buffer, start: number, end: number): boolean {
  if (text[start] !== LESS_THAN) return false;
  return REFERENCE_SYMBOLS.some((symbol) => equals(text, start, end, symbol));
}

function equals(text: Buffer, start: number, end: number, expected: Buffer): boolean {
  if (end - start !== expected.length) return false;
  for (let place = 0; place < expected.length; place++) if (text[start + place] !== expected[place]) return false;
  return true;
}
