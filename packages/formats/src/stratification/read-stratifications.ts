import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { textPieces } from "../bed/text-pieces.ts";
import { FormatError } from "../error.ts";

/** A named set of regions that results are counted in separately. */
export interface Stratification {
  readonly name: string;
  /** Path of its BED file. */
  readonly path: string;
}

/**
 * The stratifications of a GA4GH TSV: on each line a name, a tab and the path of a BED file, relative to the folder of the TSV.
 * Further columns, blank lines and lines that start with `#` are ignored. The BED files must be there; they are not read.
 *
 * @throws FormatError `TS_STRATIFICATION_MALFORMED` with line and column, `TS_FILE_NOT_FOUND` for a BED file that is missing,
 * with the line that names it, and what reading the TSV itself gives.
 */
export function readStratifications(path: string): Stratification[] {
  const stratifications: Stratification[] = [];
  const lineOfName = new Map<string, number>();
  let lineNumber = 0;
  for (const { bytes, length } of textPieces(path)) {
    for (const line of bytes
      .toString("utf8", 0, length)
      .split("\n")
      .slice(0, bytes[length - 1] === 10 ? -1 : undefined)) {
      lineNumber++;
      if (line.trim() === "" || line.startsWith("#")) continue;
      const [name, bedPath] = line.split("\t").map((column) => column.trim());
      if (name === "") throw malformed(path, lineNumber, 1, "name", "the name is empty");
      if (bedPath === undefined || bedPath === "")
        throw malformed(path, lineNumber, 2, "path", "no path of a BED file behind the name");
      const earlier = lineOfName.get(name);
      if (earlier !== undefined)
        throw malformed(path, lineNumber, 1, "name", `${name} was given on line ${earlier} already`);
      lineOfName.set(name, lineNumber);
      stratifications.push({ name, path: existing(path, lineNumber, resolve(dirname(path), bedPath)) });
    }
  }
  return stratifications;
}

function existing(tsvPath: string, line: number, bedPath: string): string {
  if (existsSync(bedPath)) return bedPath;
  const message = `${tsvPath} line ${line}, column 2: ${bedPath}: no such file`;
  throw new FormatError("TS_FILE_NOT_FOUND", message, { file: tsvPath, line, column: 2, field: "path" });
}

function malformed(file: string, line: number, column: number, field: string, what: string): FormatError {
  const message = `${file} line ${line}, column ${column}: ${what}`;
  return new FormatError("TS_STRATIFICATION_MALFORMED", message, { file, line, column, field });
}
