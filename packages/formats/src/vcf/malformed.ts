import { FormatError } from "../error.ts";
import { CARRIAGE_RETURN, COMMA, HASH, IS_BASE, NEWLINE } from "./bytes.ts";

/** What {@link describeMalformed} needs to know about the file of the line. */
export interface RecordContext {
  readonly path: string;
  /** 0-based sample that must be there; -1 for none. */
  readonly sampleColumn: number;
  /** Number of samples in the header, when lines must have exactly that many. */
  readonly sampleCount?: number;
}

/** Names of the eight fixed columns, in order. */
export const FIXED_FIELDS: readonly string[] = ["CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"];

interface Fault {
  readonly column: number;
  readonly field: string;
  readonly problem: string;
}

/**
 * The error for the line at `lineStart`, found by going through it field by field; null when nothing is wrong
 * with it. The scanner asks only once its fast path has met something unexpected, so that the fast path need not
 * know why.
 */
export function describeMalformed(
  text: Uint8Array,
  lineStart: number,
  textEnd: number,
  context: RecordContext,
): FormatError | null {
  let lineEnd = text.indexOf(NEWLINE, lineStart);
  if (lineEnd === -1 || lineEnd > textEnd) lineEnd = textEnd;
  if (lineEnd > lineStart && text[lineEnd - 1] === CARRIAGE_RETURN) lineEnd--;
  const line = Buffer.from(text.buffer, text.byteOffset + lineStart, lineEnd - lineStart).toString("latin1");
  const fault = findFault(line, context);
  return fault === null ? null : malformedLine(context.path, lineStart, fault);
}

function malformedLine(file: string, offset: number, { column, field, problem }: Fault): FormatError {
  return new FormatError("TS_VCF_MALFORMED", `${file}: column ${column} (${field}): ${problem}`, {
    file,
    column,
    field,
    offset,
  });
}

/** The error for the line at `lineStart`, which the scanner could not read. */
export function malformedError(
  text: Uint8Array,
  lineStart: number,
  textEnd: number,
  context: RecordContext,
): FormatError {
  const unexplained = { column: 1, field: "CHROM", problem: "the line is no VCF record" };
  return describeMalformed(text, lineStart, textEnd, context) ?? malformedLine(context.path, lineStart, unexplained);
}

/** The error for a record that follows a blank line, whose text starts at `offset`. */
export function blankLineError(file: string, offset: number): FormatError {
  return malformedLine(file, offset, { column: 1, field: "CHROM", problem: "blank line among the records" });
}

function findFault(line: string, context: RecordContext): Fault | null {
  const fields = line.split("\t");
  for (let i = 0; i < FIXED_FIELDS.length; i++) {
    const problem = i < fields.length ? FIELD_CHECKS[i](fields[i], fields.length) : missing(fields);
    if (problem !== null) return { column: i + 1, field: FIXED_FIELDS[i], problem };
  }
  return findSampleFault(fields, context);
}

function findSampleFault(fields: string[], { sampleColumn, sampleCount = 0 }: RecordContext): Fault | null {
  const found = Math.max(0, fields.length - 9);
  // Columns that nobody asked for are passed over unseen.
  const looked = sampleCount > 0 ? found : Math.min(found, sampleColumn + 1);
  for (let column = 9; column <= Math.min(fields.length, 9 + looked); column++) {
    const isWanted = column === 9 || column === sampleColumn + 10;
    const problem = isWanted ? checkWord(fields[column - 1]) : checkControls(fields[column - 1]);
    if (problem !== null) return { column, field: column === 9 ? "FORMAT" : "sample", problem };
  }
  if (sampleColumn >= found) {
    const column = fields.length < 9 ? 9 : sampleColumn + 10;
    return { column, field: column === 9 ? "FORMAT" : "sample", problem: missing(fields) };
  }
  if (sampleCount > 0 && found !== sampleCount) {
    const column = Math.min(found, sampleCount) + 10;
    return { column, field: "sample", problem: `${found} sample columns, where the header names ${sampleCount}` };
  }
  return null;
}

function missing(fields: string[]): string {
  const spaces = fields.length < 3 && fields[0].includes(" ") ? "; fields are separated by spaces, not tabs" : "";
  return `missing: the line has ${fields.length} tab-separated columns${spaces}`;
}

function checkContig(value: string, fieldCount: number): string | null {
  if (value === "") return "empty";
  if (fieldCount === 1) return null;
  if (value.charCodeAt(0) === HASH) return `header line ${quote(value)} among the records`;
  return hasBlank(value) ? `${quote(value)} holds a space or control character` : null;
}

function checkPosition(value: string): string | null {
  if (/^[0-9]{1,10}$/.test(value) && Number(value) <= 0x7fffffff) return null;
  return `${quote(value)} is not a position (0 to 2147483647)`;
}

function checkWord(value: string): string | null {
  return value === "" ? "empty" : checkControls(value);
}

function checkControls(value: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
  return /[\x00-\x0d]/.test(value) ? `${quote(value)} holds a control character` : null;
}

function checkReference(value: string): string | null {
  if (value === "") return "empty";
  const wrong = [...value].find((letter) => IS_BASE[letter.charCodeAt(0)] !== 1);
  return wrong === undefined ? null : `${quote(value)} holds ${quote(wrong)}, which is no base`;
}

function checkAlternates(value: string): string | null {
  if (value === "") return "empty";
  const bytes = Buffer.from(value, "latin1");
  return altAllelesAreValid(bytes, 0, bytes.length) ? null : `${quote(value)} is not a list of alleles`;
}

function checkQuality(value: string): string | null {
  if (value === "") return "empty";
  return isQuality(value) ? null : `${quote(value)} is not a number`;
}

const FIELD_CHECKS: readonly ((value: string, fieldCount: number) => string | null)[] = [
  checkContig,
  checkPosition,
  checkWord,
  checkReference,
  checkAlternates,
  checkQuality,
  checkWord,
  checkWord,
];

/** Whether `value` is a QUAL: `.`, a decimal number, or an infinity or NaN as the specification spells them. */
export function isQuality(value: string): boolean {
  return (
    value === "." ||
    /^[-+]?([0-9]+\.?[0-9]*([eE][-+]?[0-9]+)?|\.[0-9]+([eE][-+]?[0-9]+)?|inf(inity)?|nan)$/i.test(value)
  );
}

/**
 * Whether `[start, end)` is a comma-separated list without empty items or spaces. What an item stands for is not
 * asked: files with odd alleles exist, and `classifyAllele` tells those who want sequences.
 */
export function altAllelesAreValid(text: Uint8Array, start: number, end: number): boolean {
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] <= 0x20) return false;
    if (at < end && text[at] !== COMMA) continue;
    if (at === from) return false;
    from = at + 1;
  }
  return true;
}

function hasBlank(value: string): boolean {
  for (let i = 0; i < value.length; i++) if (value.charCodeAt(i) <= 0x20) return true;
  return false;
}

function quote(value: string): string {
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}
