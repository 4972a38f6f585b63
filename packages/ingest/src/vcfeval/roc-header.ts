import { IngestError } from "../error.ts";
import type { ResultText } from "../result-file.ts";

/** What stands above the rows of a curve by vcfeval. */
export interface RocHeader {
  /** Which calls the curve is of: `ALL`, `SNP`, `NON_SNP` or another of vcfeval's selections. */
  readonly selection: string;
  readonly truthTotal: number;
  /** Null in files of versions that do not print it. */
  readonly queryTotal: number | null;
  readonly scoreField: string | null;
  readonly version: string | null;
  readonly command: string | null;
}

/** Selections of the files that older versions write without naming them inside. */
const SELECTION_OF_NAME: readonly (readonly [RegExp, string])[] = [
  [/(^|[^a-z])non_snp_roc/i, "NON_SNP"],
  [/(^|[^a-z])snp_roc/i, "SNP"],
  [/(^|[^a-z])weighted_roc/i, "ALL"],
];

/**
 * Reads the lines with `#` above a curve.
 *
 * @throws IngestError TS_RESULT_INVALID when the number of truth records is missing, or neither the file nor its name
 *   says which calls the curve is of.
 */
export function readRocHeader({ file, text }: ResultText): RocHeader {
  const read = (pattern: RegExp): string | null => pattern.exec(text)?.[1]?.trim() ?? null;
  const selection =
    read(/^#selection: *([^\r\n(]+)/m) ?? SELECTION_OF_NAME.find(([pattern]) => pattern.test(file))?.[1];
  if (selection === undefined) {
    const message = `${file}: no line '#selection: ...' says which calls the curve is of`;
    throw new IngestError("TS_RESULT_INVALID", message, { file, field: "selection" });
  }
  const truthTotal = read(/^#total baseline variants: *(\d+) *\r?$/m);
  if (truthTotal === null) {
    const message = `${file}: no line '#total baseline variants: ...' with a whole number`;
    throw new IngestError("TS_RESULT_INVALID", message, { file, field: "total baseline variants" });
  }
  const queryTotal = read(/^#total call variants: *(\d+) *\r?$/m);
  return {
    selection,
    truthTotal: Number(truthTotal),
    queryTotal: queryTotal === null ? null : Number(queryTotal),
    scoreField: read(/^#score field: *([^\r\n]+)/m),
    version: read(/^#Version *([^\r\n]+)/m),
    command: read(/^#CL *([^\r\n]+)/m),
  };
}
