import { existsSync } from "node:fs";
import { importReplicateStudy, MOST_REPLICATE_VARIANTS, type ResultFile } from "@touchstone/ingest";
import { reproducibilityReport } from "@touchstone/report";
import { readBytes } from "../read-text.ts";

const DOCUMENT = ".reproducibility.json";

/**
 * The report of a study by `touchstone reproducibility`, with P.variants.tsv.gz where it is beside the document and has no
 * more variants than are read.
 *
 * @param target the prefix that was given to `reproducibility --out`, or PREFIX.reproducibility.json.
 * @throws FormatError TS_FILE_NOT_FOUND when the document is not there; IngestError when it is not of that command.
 */
export function reproducibilityPage(target: string): string {
  const prefix = target.endsWith(DOCUMENT) ? target.slice(0, -DOCUMENT.length) : target;
  const document = fileAt(`${prefix}${DOCUMENT}`);
  const { document: study } = importReplicateStudy([document]);
  const table = `${prefix}.variants.tsv.gz`;
  const isRead = existsSync(table) && study.variants <= MOST_REPLICATE_VARIANTS;
  const { variants } = importReplicateStudy([document, ...(isRead ? [fileAt(table)] : [])]);
  return reproducibilityReport({ study, variants });
}

function fileAt(path: string): ResultFile {
  return { name: path, bytes: readBytes(path) };
}
