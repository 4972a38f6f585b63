import type { FormatError } from "../error.ts";
import { asBuffer, IS_BASE as BASES } from "./bytes.ts";
import type { VcfColumns } from "./columns.ts";
import { altAllelesAreValid, blankLineError, describeMalformed, isQuality, malformedError } from "./malformed.ts";

export interface ScanOptions {
  /** 0-based sample whose column to find; -1 for none. */
  readonly sampleColumn: number;
  /** Number of samples in the header: each line must have as many. Unchecked when absent. */
  readonly sampleCount?: number;
  /** Named in errors. */
  readonly path: string;
}

// Imported bindings are read from their cell at each use: in the loops below that costs as much as the text.
const TAB = 0x09;
const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const DOT = 0x2e;
const ZERO = 0x30;
const IS_BASE: Uint8Array = BASES;

/** What the scanner of a field returns instead of the field's end when the field is not as it should be. */
const BAD = -1;
/** POS has at most this many digits. */
const POSITION_DIGITS = 10;

/**
 * Appends the records of `text[from, to)`, which starts at a line and holds whole lines, to `columns`.
 *
 * A last line without newline counts as whole; blank lines may only end the file; lines may end in CR LF.
 *
 * @throws FormatError TS_VCF_MALFORMED for the first line that is no record: `details` has the column, the
 * field's name and `offset`, the line's start in `text` (see `withLineNumber`). `columns` then holds the
 * records before it.
 */
export function scanVcf(text: Uint8Array, from: number, to: number, columns: VcfColumns, options: ScanOptions): void {
  if (from >= to) return;
  const bytes = asBuffer(text);
  const wholeLines = bytes[to - 1] === NEWLINE ? to : Math.max(from, bytes.lastIndexOf(NEWLINE, to - 1) + 1);
  scanLines(bytes, from, wholeLines, columns, options);
  if (wholeLines < to) scanUnterminated(bytes, wholeLines, to, columns, options);
}

/** The scanner relies on a newline after the last field, so an unterminated line is scanned as a copy with one. */
function scanUnterminated(text: Buffer, from: number, to: number, columns: VcfColumns, options: ScanOptions): void {
  const before = columns.count;
  const line = Buffer.allocUnsafe(to - from + 1);
  text.copy(line, 0, from, to);
  line[to - from] = NEWLINE;
  const error = scanLinesUntilError(line, 0, line.length, columns, options);
  if (error !== null) throw describeMalformed(text, from, to, options) ?? blankLineError(options.path, from);
  if (columns.count > before) columns.shift(before, from);
}

function scanLines(text: Buffer, from: number, to: number, columns: VcfColumns, options: ScanOptions): void {
  const error = scanLinesUntilError(text, from, to, columns, options);
  if (error !== null) throw error;
}

function scanLinesUntilError(
  text: Buffer,
  from: number,
  to: number,
  columns: VcfColumns,
  options: ScanOptions,
): FormatError | null {
  const { sampleColumn } = options;
  const sampleCount = options.sampleCount ?? -1;
  let line = from;
  while (line < to) {
    if (text[line] <= CARRIAGE_RETURN && isBlank(text, line)) {
      columns.endedBlank = true;
      line = text.indexOf(NEWLINE, line) + 1;
      continue;
    }
    if (columns.endedBlank) return blankLineError(options.path, line);
    if (columns.count === columns.capacity) columns.grow();
    const next = scanRecord(text, line, columns, sampleColumn, sampleCount);
    if (next === BAD) return malformedError(text, line, to, options);
    columns.count++;
    line = next;
  }
  return null;
}

function isBlank(text: Buffer, line: number): boolean {
  return text[line] === NEWLINE || (text[line] === CARRIAGE_RETURN && text[line + 1] === NEWLINE);
}

/**
 * Writes entry `columns.count` and returns the start of the next line, or BAD. Each step finds the tab that ends
 * a field; the newline at the end of every line stops all of them, so none compares with the end of the text.
 */
function scanRecord(
  text: Buffer,
  line: number,
  columns: VcfColumns,
  sampleColumn: number,
  sampleCount: number,
): number {
  const i = columns.count;
  const contigEnd = scanContig(text, line, columns);
  if (contigEnd === BAD) return BAD;
  const positionEnd = scanPosition(text, contigEnd + 1, columns, i);
  if (positionEnd === BAD) return BAD;
  const idEnd = scanWord(text, positionEnd + 1);
  if (idEnd === BAD) return BAD;
  const refEnd = scanBases(text, idEnd + 1);
  if (text[refEnd] !== TAB || refEnd === idEnd + 1) return BAD;
  const altEnd = scanAlternates(text, refEnd + 1);
  if (altEnd === BAD) return BAD;
  const qualEnd = scanQuality(text, altEnd + 1);
  if (qualEnd === BAD) return BAD;
  const filterEnd = scanWord(text, qualEnd + 1);
  if (filterEnd === BAD) return BAD;
  columns.lineStart[i] = line;
  columns.posStart[i] = contigEnd + 1;
  columns.idStart[i] = positionEnd + 1;
  columns.refStart[i] = idEnd + 1;
  columns.altStart[i] = refEnd + 1;
  columns.qualStart[i] = altEnd + 1;
  columns.filterStart[i] = qualEnd + 1;
  columns.infoStart[i] = filterEnd + 1;
  return scanRest(text, filterEnd + 1, columns, sampleColumn, sampleCount);
}

/** The end of CHROM; a name other than the previous record's starts a new run. */
function scanContig(text: Buffer, line: number, columns: VcfColumns): number {
  const name = columns.contigBytes;
  const { length } = name;
  let at = 0;
  while (at < length && text[line + at] === name[at]) at++;
  if (at === length && length > 0 && text[line + at] === TAB) return line + at;
  return startContig(text, line, columns);
}

function startContig(text: Buffer, line: number, columns: VcfColumns): number {
  let end = line;
  while (text[end] > 0x20) end++;
  if (text[end] !== TAB || end === line || text[line] === 0x23) return BAD;
  columns.contigBytes = Uint8Array.prototype.slice.call(text, line, end);
  columns.contigRuns.push({ name: text.toString("utf8", line, end), firstRecord: columns.count });
  return end;
}

function scanPosition(text: Buffer, start: number, columns: VcfColumns, i: number): number {
  let at = start;
  let value = 0;
  let digit = text[at] - ZERO;
  while (digit >= 0 && digit <= 9) {
    value = value * 10 + digit;
    digit = text[++at] - ZERO;
  }
  if (text[at] !== TAB || at === start || at - start > POSITION_DIGITS || value > 0x7fffffff) return BAD;
  columns.position[i] = value;
  return at;
}

/** The end of a field that may hold anything but control characters. */
function scanWord(text: Buffer, start: number): number {
  const end = fieldEnd(text, start);
  return text[end] === TAB && end > start ? end : BAD;
}

function scanBases(text: Buffer, start: number): number {
  let at = start;
  while (IS_BASE[text[at]] === 1) at++;
  return at;
}

function scanAlternates(text: Buffer, start: number): number {
  const end = scanBases(text, start);
  if (text[end] === TAB && end > start) return end;
  const listEnd = scanWord(text, start);
  return listEnd !== BAD && altAllelesAreValid(text, start, listEnd) ? listEnd : BAD;
}

function scanQuality(text: Buffer, start: number): number {
  let at = scanDigits(text, start);
  if (at > start && text[at] === DOT) at = scanDigits(text, at + 1);
  if (text[at] === TAB && at > start) return at;
  if (text[start] === DOT && text[start + 1] === TAB) return start + 1;
  const end = scanWord(text, start);
  return end !== BAD && isQuality(text.toString("latin1", start, end)) ? end : BAD;
}

function scanDigits(text: Buffer, start: number): number {
  let at = start;
  let digit = text[at] - ZERO;
  while (digit >= 0 && digit <= 9) digit = text[++at] - ZERO;
  return at;
}

/** INFO, FORMAT, the chosen sample and the end of the line. */
function scanRest(
  text: Buffer,
  infoStart: number,
  columns: VcfColumns,
  sampleColumn: number,
  sampleCount: number,
): number {
  const i = columns.count;
  let end = fieldEnd(text, infoStart);
  if (end === infoStart) return BAD;
  columns.formatStart[i] = 0;
  columns.sampleStart[i] = 0;
  columns.sampleEnd[i] = 0;
  let samples = 0;
  if (text[end] === TAB) {
    const formatStart = end + 1;
    end = fieldEnd(text, formatStart);
    if (end === formatStart) return BAD;
    columns.formatStart[i] = formatStart;
    for (; samples <= sampleColumn && text[end] === TAB; samples++) {
      columns.sampleStart[i] = end + 1;
      end = fieldEnd(text, end + 1);
    }
  }
  if (sampleColumn >= 0) {
    if (samples <= sampleColumn || end === columns.sampleStart[i]) return BAD;
    columns.sampleEnd[i] = end;
  }
  if (text[end] === TAB) {
    if (sampleCount > 0) for (; text[end] === TAB; samples++) end = fieldEnd(text, end + 1);
    else end = lineEndFrom(text, end);
  }
  columns.lineEnd[i] = end;
  if (sampleCount > 0 && samples !== sampleCount) return BAD;
  if (text[end] === NEWLINE) return end + 1;
  return text[end] === CARRIAGE_RETURN && text[end + 1] === NEWLINE ? end + 2 : BAD;
}

/** The first control character from `start` on; when all is well, the tab or line end that ends a field. */
function fieldEnd(text: Buffer, start: number): number {
  let at = start;
  while (text[at] > CARRIAGE_RETURN) at++;
  return at;
}

function lineEndFrom(text: Buffer, start: number): number {
  const newline = text.indexOf(NEWLINE, start);
  return text[newline - 1] === CARRIAGE_RETURN ? newline - 1 : newline;
}
