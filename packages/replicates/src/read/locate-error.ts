import { FormatError, locateLine, type TextFile, withLineNumber } from "@touchstone/formats";
import { ReplicatesError } from "../error.ts";

/** The file that an error's offset counts in. */
interface ErrorFile {
  readonly path: string;
  readonly file: TextFile;
}

/** The same error with the number of its line in place of `offset` in the text that starts at virtual `position`. */
export function locateError(error: unknown, run: ErrorFile, position: number): unknown {
  if (error instanceof FormatError) return withLineNumber(error, run.file, position, run.path);
  if (!(error instanceof ReplicatesError) || error.details.offset === undefined) return error;
  const { offset, ...details } = error.details;
  const line = locateLine(run.file, position, offset);
  return new ReplicatesError(error.code, `${run.path}: line ${line}: ${error.message}`, {
    ...details,
    file: run.path,
    line,
  });
}

/** A value of FORMAT or INFO that is not what its key promises; `offset` is the start of the record's line. */
export function invalidValue(key: string, problem: string, column: number, offset: number): FormatError {
  const field = column === INFO_COLUMN ? `INFO/${key}` : `FORMAT/${key}`;
  const message = `column ${column} (${field}): ${problem}`;
  return new FormatError("TS_VCF_MALFORMED", message, { column, field, offset });
}

/** 1-based columns of a VCF line. */
export const INFO_COLUMN = 8;
export const FIRST_SAMPLE_COLUMN = 10;
