import { QualityError } from "../error.ts";

const LINE_FEED = 10;

/** One record of a CSV text; a quoted field may span lines, so a record names the line that it begins on. */
export interface CsvRecord {
  /** 1-based line on which the record begins. */
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * The records of a CSV text, by RFC 4180: fields may be quoted, a quote inside of quotes is doubled, lines end in LF or
 * CRLF. A byte order mark at the start and lines without any text are left out. Fields keep their blanks.
 *
 * @param separator one character.
 * @throws QualityError TS_MEASUREMENT_INVALID when a quote is never closed, or text follows a closing quote.
 */
export function csvRecords(text: string, file: string, separator: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let line = 1;
  let firstLine = 1;
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    const field = readField(text, at, separator, { file, line, column: fields.length + 1 });
    fields.push(field.value);
    line += field.lineBreaks;
    at = field.end;
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
      fields.push("");
    }
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    if (fields.length > 1 || fields[0]?.trim() !== "") records.push({ line: firstLine, fields });
    fields = [];
    line++;
    firstLine = line;
  }
  return records;
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Field {
  readonly value: string;
  /** Offset of the separator, of the line's end, or the length of the text. */
  readonly end: number;
  readonly lineBreaks: number;
}

function readField(text: string, start: number, separator: string, place: Place): Field {
  if (text[start] !== '"') {
    const end = endOfPlainField(text, start, separator);
    return { value: text.slice(start, end), end, lineBreaks: 0 };
  }
  let value = "";
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw malformed("a quoted field is never closed", place);
    value += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    value += '"';
    at++;
  }
  if (endOfPlainField(text, at, separator) !== at) throw malformed("text follows the closing quote of a field", place);
  return { value, end: at, lineBreaks: value.split("\n").length - 1 };
}

/** Offset of the separator or of the line's end, LF or CRLF. */
function endOfPlainField(text: string, start: number, separator: string): number {
  const separatorCode = separator.charCodeAt(0);
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === separatorCode) return at;
    if (code === LINE_FEED) break;
  }
  return at > start && at < text.length && text[at - 1] === "\r" ? at - 1 : at;
}

function malformed(what: string, { file, line, column }: Place): QualityError {
  return new QualityError("TS_MEASUREMENT_INVALID", `${file}:${line}, column ${column}: ${what}`, {
    file,
    line,
    column,
  });
}
