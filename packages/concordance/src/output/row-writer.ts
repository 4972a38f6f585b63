import { BgzfEncoder, TabixBuilder, type TabixPart } from "@touchstone/formats";
import { genotypeLabel, subtypeLabel, variantTypeLabel } from "../count/labels.ts";
import type { Scores } from "../range/scores.ts";
import { type CallSet, MAX_PLOIDY } from "../records/call-set.ts";
import { NOT_ASSESSED_REASONS } from "../records/reasons.ts";
import type { Labels } from "../solve/labels.ts";
import * as labels from "../solve/labels.ts";
import { ByteBuffer } from "./byte-buffer.ts";

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

const DECISIONS = ["TP", "FN", "FP", "UNK", "N"].map((name) => Buffer.from(name));
const KINDS = [".", "lm", "am", "gm"].map((name) => Buffer.from(name));
const METHODS = labels.METHOD_NAMES.map((name) => Buffer.from(name));
const REASONS = NOT_ASSESSED_REASONS.map((name) => Buffer.from(name));
const BEFORE_FILTER = Buffer.from("\t.\t");
const SUPERLOCUS = Buffer.from("BS=");
const METHOD = Buffer.from(";BM=");
const REASON = Buffer.from("BN=");
const FORMAT = Buffer.from("\tGT:BD:BK:BVT:BLT:BI:QQ:BO\t");
const ABSENT = Buffer.from(".:.:.:NOCALL:nocall");

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
  readonly sizeBytes: number;
  readonly index: TabixPart;
}

/** Writes the rows of P.vcf.gz of one range as BGZF blocks of its own. */
export class RowWriter {
  readonly #row = new ByteBuffer(4096);
  readonly #blocks: Buffer[] = [];
  readonly #encoder: BgzfEncoder;
  readonly #index = new TabixBuilder();
  readonly #contig: string;
  readonly #contigBytes: Buffer;
  readonly #constants = new Map<string, Buffer>();

  constructor(contig: string, compressionLevel: number) {
    this.#contig = contig;
    this.#contigBytes = Buffer.from(contig);
    this.#encoder = new BgzfEncoder((block) => this.#blocks.push(block), compressionLevel);
  }

  /** Writes one row: a truth record, a query record, or one that both share. Rows come in ascending position. */
  write(truth: RowSide | null, query: RowSide | null): void {
    const row = this.#row;
    const side = truth ?? (query as RowSide);
    const { calls, record } = side;
    const { columns, text } = calls;
    row.length = 0;
    row.constant(this.#contigBytes);
    row.byte(TAB);
    row.integer(columns.position[record]);
    row.byte(TAB);
    row.byte(DOT);
    row.byte(TAB);
    row.copy(text, columns.refStart[record], columns.qualStart[record] - 1);
    row.constant(BEFORE_FILTER);
    row.copy(text, columns.filterStart[record], columns.infoStart[record]);
    this.#writeInfo(side);
    row.constant(FORMAT);
    if (truth === null) row.constant(ABSENT);
    else this.#writeSample(truth);
    row.byte(TAB);
    if (query === null) row.constant(ABSENT);
    else this.#writeSample(query);
    row.byte(NEWLINE);
    const start = this.#encoder.virtualOffset;
    this.#encoder.write(row.bytes.subarray(0, row.length));
    const start0 = columns.position[record] - 1;
    const end0 = start0 + calls.refEnd(record) - columns.refStart[record];
    this.#index.add(this.#contig, start0, end0, start, this.#encoder.virtualOffset);
  }

  /** Closes the last block. */
  finish(): WrittenRows {
    this.#encoder.endBlock();
    return { blocks: this.#blocks, sizeBytes: this.#encoder.sizeBytes, index: this.#index.toPart() };
  }

  #writeInfo(side: RowSide): void {
    const row = this.#row;
    if (side.reason !== 0) {
      row.constant(REASON);
      row.constant(REASONS[side.reason]);
      if (side.labels.superlocus[side.record] === 0) return;
      row.byte(SEMICOLON);
    }
    row.constant(SUPERLOCUS);
    row.integer(side.labels.superlocus[side.record]);
    row.constant(METHOD);
    row.constant(METHODS[side.labels.method[side.record]]);
  }

  #writeSample(side: RowSide): void {
    const row = this.#row;
    const { calls, record } = side;
    const variantClass = calls.variantClass[record];
    this.#writeGenotype(calls, record);
    row.byte(COLON);
    row.constant(DECISIONS[side.decision]);
    row.byte(COLON);
    row.constant(KINDS[side.labels.kind[record]]);
    row.byte(COLON);
    row.constant(this.#constant(variantTypeLabel(variantClass)));
    row.byte(COLON);
    row.constant(this.#constant(genotypeLabel(variantClass)));
    row.byte(COLON);
    row.constant(this.#constant(subtypeLabel(variantClass)));
    row.byte(COLON);
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
      this.#row.byte(DOT);
      return;
    }
    let end = start;
    while (end < columns.sampleEnd[record] && text[end] !== COLON) end++;
    this.#row.copy(text, start, end);
  }

  #writeOrientation(side: Labels, record: number): void {
    const row = this.#row;
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

  #constant(name: string): Buffer {
    let bytes = this.#constants.get(name);
    if (bytes === undefined) {
      bytes = Buffer.from(name);
      this.#constants.set(name, bytes);
    }
    return bytes;
  }
}
