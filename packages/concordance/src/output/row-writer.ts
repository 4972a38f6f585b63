import {
  BLOCK_TEXT_SIZE,
  ByteBuffer,
  ConstantText,
  deflateBlock,
  TabixBuilder,
  type TabixPart,
  virtualPosition,
} from "@touchstone/formats";
import { genotypeLabel, subtypeLabel, variantTypeLabel } from "../count/labels.ts";
import type { Scores } from "../range/scores.ts";
import { type CallSet, MAX_PLOIDY } from "../records/call-set.ts";
import { NOT_ASSESSED_REASONS } from "../records/reasons.ts";
import type { Labels } from "../solve/labels.ts";
import * as labels from "../solve/labels.ts";

/** Verdict of a record in BD. */
export const TP = 0;
export const FN = 1;
export const FP = 2;
export const UNK = 3;
export const NOT_ASSESSED = 4;

const TAB = 0x09;
const COLON = 0x3a;
const PIPE = 0x7c;
const DOT = 0x2e;
const NEWLINE = 0x0a;
const SEMICOLON = 0x3b;

const FORMAT = "\tGT:BD:BK:BVT:BLT:BI:QQ:BO\t";
const VERDICTS = ["TP", "FN", "FP", "UNK", "N"];
const KINDS = [".", "lm", "am", "gm"];
/** What follows the superlocus, by the method that decided it. */
const METHODS = labels.METHOD_NAMES.map((name) => new ConstantText(`;BM=${name}${FORMAT}`));
const REASONS = NOT_ASSESSED_REASONS.map((name) => new ConstantText(name));
const NO_ID = new ConstantText("\t.\t");
const BEFORE_FILTER = new ConstantText("\t.\t");
const SUPERLOCUS = new ConstantText("BS=");
const REASON = new ConstantText("BN=");
const NO_SUPERLOCUS = new ConstantText(FORMAT);
const ABSENT = new ConstantText(".:.:.:NOCALL:nocall");

/** One side's part of a row. */
export interface RowSide {
  readonly calls: CallSet;
  readonly labels: Labels;
  readonly record: number;
  readonly decision: number;
  /** Why it is not assessed; 0 otherwise. */
  readonly reason: number;
  /** Scores and record that QQ is copied from; -1 for none. */
  readonly scores: Scores;
  readonly scoreCalls: CallSet;
  readonly scoreRecord: number;
}

/** Compressed rows of a range, and what an index needs to know of them. */
export interface WrittenRows {
  readonly blocks: readonly Buffer[];
  readonly index: TabixPart;
}

/** Writes the rows of P.vcf.gz of one range as BGZF blocks of its own. */
export class RowWriter {
  /** Text that is in no block yet. */
  readonly #text = new ByteBuffer(2 * BLOCK_TEXT_SIZE);
  readonly #blocks: Buffer[] = [];
  readonly #compressionLevel: number;
  readonly #indexed: boolean;
  #sizeBytes = 0;
  readonly #index = new TabixBuilder();
  readonly #contig: string;
  /** The name with its tab. */
  readonly #contigText: ConstantText;
  /** What follows the genotype, by verdict and kind of match, for each variant class met so far. */
  readonly #verdictTexts = VERDICTS.map(() => KINDS.map(() => new Map<number, ConstantText>()));

  constructor(contig: string, compressionLevel: number, indexed: boolean) {
    this.#contig = contig;
    this.#contigText = new ConstantText(`${contig}\t`);
    this.#compressionLevel = compressionLevel;
    this.#indexed = indexed;
  }

  /** Writes one row: a truth record, a query record, or one that both share. Rows come in ascending position. */
  write(truth: RowSide | null, query: RowSide | null): void {
    const row = this.#text;
    const side = truth ?? (query as RowSide);
    const { calls, record } = side;
    const { columns, text } = calls;
    const start = virtualPosition(this.#sizeBytes, row.length);
    row.constant(this.#contigText);
    row.integer(columns.position[record]);
    row.constant(NO_ID);
    row.copy(text, columns.refStart[record], columns.qualStart[record] - 1);
    row.constant(BEFORE_FILTER);
    row.copy(text, columns.filterStart[record], columns.infoStart[record]);
    this.#writeInfo(side);
    if (truth === null) row.constant(ABSENT);
    else this.#writeSample(truth);
    row.byte(TAB);
    if (query === null) row.constant(ABSENT);
    else this.#writeSample(query);
    row.byte(NEWLINE);
    while (row.length >= BLOCK_TEXT_SIZE) this.#closeBlock(BLOCK_TEXT_SIZE);
    if (!this.#indexed) return;
    const start0 = columns.position[record] - 1;
    const end0 = start0 + calls.refEnd(record) - columns.refStart[record];
    this.#index.add(this.#contig, start0, end0, start, virtualPosition(this.#sizeBytes, row.length));
  }

  /** Closes the last block. */
  finish(): WrittenRows {
    if (this.#text.length > 0) this.#closeBlock(this.#text.length);
    return { blocks: this.#blocks, index: this.#index.toPart() };
  }

  /** Makes a block of the first `size` bytes of text. */
  #closeBlock(size: number): void {
    const { bytes, length } = this.#text;
    const block = deflateBlock(bytes.subarray(0, size), this.#compressionLevel);
    bytes.copyWithin(0, size, length);
    this.#text.length -= size;
    this.#blocks.push(block);
    this.#sizeBytes += block.length;
  }

  /** INFO and FORMAT. */
  #writeInfo(side: RowSide): void {
    const row = this.#text;
    if (side.reason !== 0) {
      row.constant(REASON);
      row.constant(REASONS[side.reason]);
      if (side.labels.superlocus[side.record] === 0) {
        row.constant(NO_SUPERLOCUS);
        return;
      }
      row.byte(SEMICOLON);
    }
    row.constant(SUPERLOCUS);
    row.integer(side.labels.superlocus[side.record]);
    row.constant(METHODS[side.labels.method[side.record]]);
  }

  #writeSample(side: RowSide): void {
    const row = this.#text;
    const { calls, record } = side;
    this.#writeGenotype(calls, record);
    row.constant(this.#verdictText(side.decision, side.labels.kind[record], calls.variantClass[record]));
    const { scores, scoreRecord } = side;
    if (scoreRecord < 0 || scores.end[scoreRecord] === 0) row.byte(DOT);
    else row.copy(side.scoreCalls.text, scores.start[scoreRecord], scores.end[scoreRecord]);
    row.byte(COLON);
    this.#writeOrientation(side.labels, record);
  }

  #writeGenotype(calls: CallSet, record: number): void {
    const { columns, text } = calls;
    const start = columns.sampleStart[record];
    if (start === 0 || calls.ploidy[record] === 0) {
      this.#text.byte(DOT);
      return;
    }
    let end = start;
    while (end < columns.sampleEnd[record] && text[end] !== COLON) end++;
    this.#text.copy(text, start, end);
  }

  #writeOrientation(side: Labels, record: number): void {
    const row = this.#text;
    const at = record * MAX_PLOIDY;
    if (side.orientation[at] < 0) {
      row.byte(DOT);
      return;
    }
    row.integer(side.orientation[at]);
    for (let number = 1; number < MAX_PLOIDY && side.orientation[at + number] >= 0; number++) {
      row.byte(PIPE);
      row.integer(side.orientation[at + number]);
    }
  }

  /** BD, BK, BVT, BLT and BI with the colons around them. */
  #verdictText(decision: number, kind: number, variantClass: number): ConstantText {
    const texts = this.#verdictTexts[decision][kind];
    let text = texts.get(variantClass);
    if (text === undefined) {
      const labelled = [variantTypeLabel(variantClass), genotypeLabel(variantClass), subtypeLabel(variantClass)];
      text = new ConstantText(`:${VERDICTS[decision]}:${KINDS[kind]}:${labelled.join(":")}:`);
      texts.set(variantClass, text);
    }
    return text;
  }
}
