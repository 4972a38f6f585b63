import { QualityError } from "../error.ts";
import type { GenotypePair } from "./identity-input.ts";

/** Where a row has what is read, 0-based. */
interface Columns {
  readonly first: number;
  readonly second: number;
  readonly discordant: number;
  readonly compared: number;
}

/** Rows of `bcftools gtcheck`: DC since 1.10, DCv2 since 1.21, whose first six columns are the same. */
const ROW_KIND = /^DC(v2)?\t/;
const ROW: Columns = { first: 1, second: 2, discordant: 3, compared: 5 };
/** The table that the module bcftools/gtcheck makes of them. */
const TABLE_HEADER = "query\tgenotyped\tagainst\tdiscordant_sites\tcompared_sites";
const TABLE: Columns = { first: 0, second: 1, discordant: 3, compared: 4 };

/**
 * Pairs of samples in what `bcftools gtcheck -u GT,GT -e 0` prints, or in the table that the module bcftools/gtcheck makes
 * of it. A file may hold no pair.
 *
 * @param file the name that errors give the text
 * @throws QualityError TS_IDENTITY_INVALID with file and line: another format, scores instead of counts (without `-e 0`),
 *   more discordant sites than were compared
 */
export function readGtcheck(text: string, file: string): GenotypePair[] {
  const lines = text.split(/\r?\n/);
  const isTable = lines[0] === TABLE_HEADER;
  if (!isTable && !lines.some((line) => line.startsWith("#DC"))) {
    const message = `${file} is neither printed by bcftools gtcheck nor a table with the columns ${TABLE_HEADER.replaceAll("\t", ", ")}`;
    throw new QualityError("TS_IDENTITY_INVALID", message, { file, line: 1 });
  }
  const pairs: GenotypePair[] = [];
  for (const [index, line] of lines.entries()) {
    const isRow = isTable ? index > 0 && line !== "" : ROW_KIND.test(line);
    if (isRow) pairs.push(readRow(line, isTable ? TABLE : ROW, file, index + 1));
  }
  return pairs;
}

function readRow(text: string, columns: Columns, file: string, line: number): GenotypePair {
  const cells = text.split("\t");
  const fail = (column: number, what: string): never => {
    const message = `${file}:${line}, column ${column + 1}: ${what}`;
    throw new QualityError("TS_IDENTITY_INVALID", message, { file, line, column: column + 1 });
  };
  const name = (column: number) => cells[column] || fail(column, "no sample is named");
  const count = (column: number, other: string) => {
    const cell = cells[column] ?? "";
    return /^\d+$/.test(cell) ? Number(cell) : fail(column, `'${cell}' is no number of sites${other}`);
  };
  const compared = count(columns.compared, "");
  const discordant = count(columns.discordant, "; scores are what gtcheck prints without -e 0");
  if (discordant > compared) fail(columns.discordant, `${discordant} of ${compared} sites cannot differ`);
  return { first: name(columns.first), second: name(columns.second), compared, discordant };
}
