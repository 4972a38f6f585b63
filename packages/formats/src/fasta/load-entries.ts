import { readFileSync } from "node:fs";
import { FormatError } from "../error.ts";
import { fileAccessError } from "../open-file.ts";
import { buildFastaIndex } from "./build-fasta-index.ts";
import type { ByteSource } from "./byte-source.ts";
import { parseFai } from "./fai.ts";
import { endOffset, type FastaIndexEntry } from "./fasta-index.ts";
import { usableCompanion } from "./usable-companion.ts";

/**
 * The sequences of a FASTA file: from the .fai beside it, or by reading the text when there is none or it is older than the file.
 *
 * @param warnings gets a sentence when the .fai was not used.
 * @throws FormatError `TS_INDEX_INVALID` for a .fai that is malformed or reaches beyond the text; as `buildFastaIndex`.
 */
export function loadEntries(path: string, source: ByteSource, warnings: string[]): FastaIndexEntry[] {
  const faiPath = usableCompanion(path, ".fai", warnings);
  if (faiPath === null) return buildFastaIndex(source, path);
  const entries = readFai(faiPath);
  const beyond = entries.findIndex((entry) => endOffset(entry) > source.lengthBytes);
  if (beyond < 0) return entries;
  const { name } = entries[beyond];
  const what = `${faiPath}: sequence ${name} reaches beyond the ${source.lengthBytes} bytes of ${path}`;
  throw new FormatError("TS_INDEX_INVALID", what, { file: faiPath, line: beyond + 1, contig: name });
}

function readFai(path: string): FastaIndexEntry[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw fileAccessError(path, error);
  }
  return parseFai(text, path);
}
