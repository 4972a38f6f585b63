import {
  findFormatKey,
  findInfoValue,
  infoValueEnd,
  parseNumber,
  subfieldEnd,
  subfieldStart,
  type VcfHeader,
} from "@touchstone/formats";
import { ConcordanceError } from "../error.ts";
import type { CallSet } from "../records/call-set.ts";

/** Where a record's score stands. */
export interface ScoreField {
  readonly column: "QUAL" | "INFO" | "FORMAT";
  /** INFO or FORMAT key; empty for QUAL. */
  readonly key: string;
  /** As given: `QUAL`, `INFO/VQSLOD`. */
  readonly name: string;
}

/**
 * Reads `QUAL`, `INFO/KEY` or `FORMAT/KEY` (a dot may stand for the slash; a bare KEY is a FORMAT key, as in vcfeval).
 *
 * @throws ConcordanceError TS_SCORE_FIELD_INVALID
 */
export function parseScoreField(name: string): ScoreField {
  if (name === "QUAL") return { column: "QUAL", key: "", name };
  const match = /^(?:(INFO|FORMAT)[/.])?([A-Za-z_][0-9A-Za-z_.]*)$/.exec(name);
  if (match === null) {
    throw new ConcordanceError("TS_SCORE_FIELD_INVALID", `"${name}" is not QUAL, INFO/KEY or FORMAT/KEY`, {
      field: "score-field",
    });
  }
  return { column: match[1] === "INFO" ? "INFO" : "FORMAT", key: match[2], name };
}

/** What has to be known of a call set that is to be scored. */
interface ScoredCallSet {
  readonly path: string;
  readonly header: Pick<VcfHeader, "infos" | "formats">;
  /** Null when no genotypes are read. */
  readonly sample: string | null;
}

/**
 * Makes sure that the call set says it has the field, with numbers in it.
 *
 * @throws ConcordanceError TS_SCORE_FIELD_INVALID
 */
export function requireScoreField(field: ScoreField, callSet: ScoredCallSet): void {
  if (field.column === "QUAL") return;
  const { path, header, sample } = callSet;
  const known = field.column === "INFO" ? header.infos : header.formats;
  const found = known.get(field.key);
  const problem =
    found === undefined
      ? `its header has no ${field.column} ${field.key} (it has ${[...known.keys()].join(", ") || "none"})`
      : found.type === "Flag" || found.type === "Character"
        ? `${field.column} ${field.key} holds no numbers (${found.type})`
        : field.column === "FORMAT" && sample === null
          ? "it has no sample"
          : null;
  if (problem === null) return;
  throw new ConcordanceError("TS_SCORE_FIELD_INVALID", `${path} cannot be scored by ${field.name}: ${problem}`, {
    file: path,
    field: "score-field",
  });
}

/** Scores of the records of one side; NaN where there is none. */
export class Scores {
  readonly value: Float64Array;
  /** The text of the score: `text[start, end)`, empty where there is none. */
  readonly start: Int32Array;
  readonly end: Int32Array;

  constructor(calls: CallSet, field: ScoreField) {
    this.value = new Float64Array(calls.count);
    this.start = new Int32Array(calls.count);
    this.end = new Int32Array(calls.count);
    const key = Buffer.from(field.key);
    for (let record = 0; record < calls.count; record++) {
      if (field.column === "QUAL") this.#readQuality(calls, record);
      else if (field.column === "INFO") this.#readInfo(calls, record, key);
      else this.#readFormat(calls, record, key);
    }
  }

  #readQuality(calls: CallSet, record: number): void {
    const { qualStart, filterStart } = calls.columns;
    this.#set(calls, record, qualStart[record], filterStart[record] - 1);
  }

  #readInfo(calls: CallSet, record: number, key: Uint8Array): void {
    const { columns, text } = calls;
    const end = columns.formatStart[record] === 0 ? columns.lineEnd[record] : columns.formatStart[record] - 1;
    const start = findInfoValue(text, columns.infoStart[record], end, key);
    if (start < 0) this.value[record] = Number.NaN;
    else this.#set(calls, record, start, infoValueEnd(text, start, end));
  }

  #readFormat(calls: CallSet, record: number, key: Uint8Array): void {
    const { columns, text } = calls;
    const format = columns.formatStart[record];
    this.value[record] = Number.NaN;
    if (format === 0 || columns.sampleStart[record] === 0) return;
    const place = findFormatKey(text, format, text.indexOf(0x09, format), key);
    const start = subfieldStart(text, columns.sampleStart[record], columns.sampleEnd[record], place);
    if (start >= 0) this.#set(calls, record, start, subfieldEnd(text, start, columns.sampleEnd[record]));
  }

  #set(calls: CallSet, record: number, start: number, end: number): void {
    const value = parseNumber(calls.text, start, end);
    this.value[record] = value;
    if (Number.isNaN(value)) return;
    this.start[record] = start;
    this.end[record] = end;
  }
}
