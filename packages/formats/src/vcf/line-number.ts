import type { TextFile } from "../bgzf/text-file.ts";
import { FormatError } from "../error.ts";
import { NEWLINE } from "./bytes.ts";
import { lineChunks } from "./line-chunks.ts";

/**
 * The 1-based number of the line that starts `textOffset` bytes of text after virtual position `position`.
 * Reads the file from its start in bounded pieces, so it is for the error path only.
 */
export function locateLine(file: TextFile, position: number, textOffset = 0): number {
  let line = 1;
  for (const { text } of lineChunks(file, 0, position)) line += countNewlines(text, text.length);
  let left = textOffset;
  for (const { text } of lineChunks(file, position, Number.POSITIVE_INFINITY)) {
    line += countNewlines(text, Math.min(left, text.length));
    left -= text.length;
    if (left <= 0) break;
  }
  return line;
}

/**
 * The same error with the number of its line, for a TS_VCF_MALFORMED whose `offset` counts bytes of the text
 * that starts at virtual position `from` of `file`. Other errors come back as they are.
 * `path` is the name to show.
 */
export function withLineNumber(error: unknown, file: TextFile, from: number, path: string = file.path): unknown {
  if (!(error instanceof FormatError) || error.code !== "TS_VCF_MALFORMED") return error;
  const { offset, line: known } = error.details;
  if (offset === undefined || known !== undefined) return error;
  return atLine(error, path, locateLine(file, from, offset));
}

/** `error` with `line` in its details and in its message, where `path` stands in front. */
export function atLine(error: FormatError, path: string, line: number): FormatError {
  const text = error.message.startsWith(`${path}: `) ? error.message.slice(path.length + 2) : error.message;
  const { offset: _, ...details } = error.details;
  return new FormatError(error.code, `${path}: line ${line}, ${text}`, { ...details, file: path, line }, error.cause);
}

function countNewlines(text: Buffer, end: number): number {
  let count = 0;
  let at = text.indexOf(NEWLINE);
  while (at !== -1 && at < end) {
    count++;
    at = text.indexOf(NEWLINE, at + 1);
  }
  return count;
}
