import { existsSync } from "node:fs";
import {
  type ImportedVariant,
  importReplicateStudy,
  MOST_REPLICATE_VARIANTS,
  type ResultFile,
} from "@touchstone/ingest";
import type { ReproducibilityDocument } from "@touchstone/model";
import { readBytes } from "../read-text.ts";

const DOCUMENT = ".reproducibility.json";

/**
 * A study by `touchstone reproducibility`.
 *
 * @param target the prefix that was given to `reproducibility --out`, or PREFIX.reproducibility.json.
 * @param withVariants whether P.variants.tsv.gz is read too, where it is there and has no more variants than are read.
 * @throws FormatError TS_FILE_NOT_FOUND when the document is not there; IngestError when it is not of that command.
 */
export function readStudy(
  target: string,
  withVariants: boolean,
): { study: ReproducibilityDocument; variants: readonly ImportedVariant[] | null } {
  const prefix = target.endsWith(DOCUMENT) ? target.slice(0, -DOCUMENT.length) : target;
  const document = fileAt(`${prefix}${DOCUMENT}`);
  const { document: study } = importReplicateStudy([document]);
  const table = `${prefix}.variants.tsv.gz`;
  if (!withVariants || !existsSync(table) || study.variants > MOST_REPLICATE_VARIANTS) return { study, variants: null };
  return { study, variants: importReplicateStudy([document, fileAt(table)]).variants };
}

function fileAt(path: string): ResultFile {
  return { name: path, bytes: readBytes(path) };
}
