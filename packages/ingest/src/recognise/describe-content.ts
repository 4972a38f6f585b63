import { IngestError } from "../error.ts";
import { decodeResult, type ResultFile } from "../result-file.ts";
import { firstLineOf } from "../table/result-table.ts";
import { isObject, parseJson } from "./json-format.ts";
import { headerCells } from "./table-format.ts";

/** Beginnings of files that are often mistaken for results. */
const BEGINNINGS: readonly (readonly [string, string])[] = [
  ["##fileformat=VCF", "a VCF file"],
  ["BAM\u0001", "a BAM file"],
  ["BCF\u0002", "a BCF file"],
  ["CRAM", "a CRAM file"],
  ["PK\u0003\u0004", "a ZIP archive, such as a spreadsheet (.xlsx); save the table as CSV"],
  ["%PDF-", "a PDF document"],
  ["<", "an HTML or XML document"],
];

const MOST_NAMES = 12;

/** What a file that is none of the known results looks like, in words; never more than a line. */
export function describeContent(file: ResultFile): string {
  if (file.bytes.length === 0) return "an empty file";
  try {
    return describeText(decodeResult(file).text);
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    return (
      beginningOf(Buffer.from(file.bytes.subarray(0, 32)).toString("latin1")) ??
      `something that is no text (${error.message})`
    );
  }
}

function describeText(text: string): string {
  const known = beginningOf(text.trimStart());
  if (known !== null) return known;
  const json = parseJson(text);
  if (Array.isArray(json)) return `a JSON list of ${json.length} items`;
  if (isObject(json)) {
    return typeof json.schema === "string"
      ? `a JSON document of the schema ${printable(json.schema)}`
      : `a JSON document with the fields ${names(Object.keys(json))}`;
  }
  if (/^\s*\{/.test(text)) return "a JSON document that is damaged or cut off";
  const header = headerCells(text);
  if (header.length > 1) return `a table with the columns ${names(header)}`;
  return `a text that begins with '${printable(firstLineOf(text.trimStart()))}'`;
}

function beginningOf(text: string): string | null {
  return BEGINNINGS.find(([beginning]) => text.startsWith(beginning))?.[1] ?? null;
}

function names(all: readonly string[]): string {
  const shown = all.slice(0, MOST_NAMES).map((name) => printable(name.trim()));
  return all.length > MOST_NAMES ? `${shown.join(", ")} and ${all.length - MOST_NAMES} more` : shown.join(", ");
}

/** Without control characters, and no longer than a message allows. */
function printable(text: string): string {
  const clean = text.replaceAll(/\p{Cc}/gu, " ");
  return clean.length > 60 ? `${clean.slice(0, 60)}...` : clean;
}
