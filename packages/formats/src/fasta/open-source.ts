import { readFileSync } from "node:fs";
import { BlockFile } from "../bgzf/block-file.ts";
import { detectCompression } from "../bgzf/compression.ts";
import { InputFile } from "../bgzf/input-file.ts";
import { FormatError } from "../error.ts";
import { fileAccessError, openFile } from "../open-file.ts";
import { BgzfSource } from "./bgzf-source.ts";
import { type BlockOffsets, parseGzi, scanBlocks } from "./block-offsets.ts";
import { type ByteSource, PlainSource } from "./byte-source.ts";
import type { FastaIndex } from "./fasta-index.ts";
import { usableCompanion } from "./usable-companion.ts";

const headBytes = 64;

/**
 * Opens the text of a plain or BGZF file for random access. The block starts of a BGZF file come from `index`, from the .gzi
 * beside the file, or from a walk over its headers.
 *
 * @throws FormatError `TS_GZIP_NOT_BGZF`, `TS_BGZF_CORRUPT`, `TS_BGZF_TRUNCATED`, `TS_INDEX_INVALID` (.gzi), and of opening.
 */
export function openSource(
  path: string,
  index: FastaIndex | undefined,
  warnings: string[],
): { source: ByteSource; blocks: BlockOffsets | null } {
  const file = InputFile.open(path);
  try {
    const compression = detectCompression(file.readAt(0, headBytes));
    if (compression === "gzip") {
      const what = `${path} is compressed with gzip, which allows no random access; compress it with bgzip instead`;
      throw new FormatError("TS_GZIP_NOT_BGZF", what, { file: path });
    }
    if (compression === "bgzf") {
      const blocks = index?.blocks ?? loadBlocks(path, file, warnings);
      return { source: new BgzfSource(file, blocks), blocks };
    }
  } catch (error) {
    file.close();
    throw error;
  }
  file.close();
  return { source: new PlainSource(path, openFile(path)), blocks: null };
}

function loadBlocks(path: string, file: InputFile, warnings: string[]): BlockOffsets {
  const blockFile = new BlockFile(file);
  blockFile.checkEnd();
  const gziPath = usableCompanion(path, ".gzi", warnings);
  return gziPath === null ? scanBlocks(blockFile) : parseGzi(readGzi(gziPath), gziPath, blockFile);
}

function readGzi(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw fileAccessError(path, error);
  }
}
