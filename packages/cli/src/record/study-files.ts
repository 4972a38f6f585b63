import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { MOST_REPLICATE_VARIANTS, type ResultFile } from "@touchstone/ingest";

/**
 * The files of a study of replicates as `touchstone reproducibility` wrote them, without a table of variants that has more
 * rows than are kept.
 *
 * @param warn is told when that is left out.
 */
export function studyFiles(prefix: string, warn: (warning: string) => void): ResultFile[] {
  const report = readFile(`${prefix}.reproducibility.json`);
  const { variants } = JSON.parse(Buffer.from(report.bytes).toString("utf8")) as { readonly variants: number };
  const isKept = variants <= MOST_REPLICATE_VARIANTS;
  if (!isKept)
    warn(`recorded without the table of ${variants} variants, of which ${MOST_REPLICATE_VARIANTS} are kept at most`);
  return [report, ...(isKept ? [readFile(`${prefix}.variants.tsv.gz`)] : []), readFile(`${prefix}.pairs.csv`)];
}

function readFile(path: string): ResultFile {
  return { name: basename(path), bytes: readFileSync(path) };
}
