import { isComparedVcf } from "../discordant/read-compared-rows.ts";
import { IngestError } from "../error.ts";
import { decodeResult, type ResultFile, type ResultText } from "../result-file.ts";
import { describeContent } from "./describe-content.ts";
import { formatOfJson } from "./json-format.ts";
import { formatOfTable } from "./table-format.ts";

/** What a file can be recognised as. */
export const resultFormats = [
  "touchstone metrics",
  "touchstone provenance",
  "touchstone reproducibility",
  "replicate variants",
  "replicate pairs",
  "hap.py summary",
  "hap.py extended",
  "hap.py roc",
  "vcfeval summary",
  "vcfeval roc",
  "aardvark summary",
  "som.py stats",
  "measurements",
  "measurement history",
  "nextflow trace",
  "comparison vcf",
] as const;

/**
 * One of them. `replicate variants` and `replicate pairs` are the tables beside `touchstone reproducibility`.
 * `measurements` has the columns (or, as JSON, the fields) that monitoring reads, without run and time where all of it is
 * of one run; a `measurement history` is another table with a run or sample, a date and numbers, of which somebody has to
 * say what its columns are. A `comparison vcf` has the columns TRUTH and QUERY with the decisions of a comparison, as GA4GH
 * describes them.
 */
export type ResultFormat = (typeof resultFormats)[number];

/** What a file is, or what was found instead. */
export type Recognition =
  | { readonly format: ResultFormat }
  /** `found` says in words what the file looks like. */
  | { readonly format: null; readonly found: string };

/**
 * Tells by its content, never by its name, what a result file is. Whether it is sound is for its reader to say.
 *
 * @param name what the answer calls the file when it cannot be read at all.
 */
export function recogniseFormat(name: string, bytes: Uint8Array): Recognition {
  const file: ResultFile = { name, bytes };
  try {
    return recogniseText(decodeResult(file));
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    return { format: null, found: describeContent(file) };
  }
}

/** The same for a file that was decoded. */
export function recogniseText({ file, text }: ResultText): Recognition {
  const format = isComparedVcf(text) ? "comparison vcf" : (formatOfJson(text) ?? formatOfTable(text));
  return format === null ? { format, found: describeContent({ name: file, bytes: Buffer.from(text) }) } : { format };
}
