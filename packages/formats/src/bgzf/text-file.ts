import { FormatError } from "../error.ts";
import { BgzfText } from "./bgzf-text.ts";
import { BlockFile, endsWithEmptyBlock } from "./block-file.ts";
import { detectCompression } from "./compression.ts";
import { InputFile } from "./input-file.ts";
import { PlainText } from "./plain-text.ts";
import type { TextSource } from "./text-source.ts";

const HEAD_SIZE = 65_536 + 12;

/**
 * Random access to the text of a plain or BGZF file, synchronous, for use inside workers.
 *
 * Text is addressed by virtual positions: plain byte offsets in a plain file, `blockFileOffset * 65536 +
 * placeInBlock` in a BGZF file; `END_OF_FILE` (Infinity) is past the end. Positions that the methods return can be
 * compared with `<` and `===`. Reading a damaged BGZF file throws `FormatError` `TS_BGZF_CORRUPT` or
 * `TS_BGZF_TRUNCATED` with the block's byte offset; a position that is no place of the text `TS_INDEX_INVALID`.
 */
export class TextFile {
  readonly path: string;
  readonly compression: "plain" | "bgzf";
  readonly sizeBytes: number;
  readonly #file: InputFile;
  readonly #source: TextSource;

  private constructor(file: InputFile, compression: "plain" | "bgzf", source: TextSource) {
    this.path = file.path;
    this.sizeBytes = file.sizeBytes;
    this.compression = compression;
    this.#file = file;
    this.#source = source;
  }

  /**
   * Opens a file; how it is packed is told by its content.
   *
   * @throws FormatError `TS_FILE_NOT_FOUND`, `TS_FILE_UNREADABLE`, `TS_FILE_EMPTY`, `TS_GZIP_NOT_BGZF` (see
   *   `spoolGzip`), `TS_BGZF_TRUNCATED` when a BGZF file does not end with an empty block
   */
  static open(path: string): TextFile {
    const file = InputFile.open(path);
    try {
      return TextFile.#from(file);
    } catch (error) {
      file.close();
      throw error;
    }
  }

  static #from(file: InputFile): TextFile {
    const details = { file: file.path };
    // What ends as BGZF began as BGZF; its first header is damaged then, which the block reader says.
    const compression = endsWithEmptyBlock(file) ? "bgzf" : detectCompression(file.readAt(0, HEAD_SIZE));
    switch (compression) {
      case "empty":
        throw new FormatError("TS_FILE_EMPTY", `${file.path} is empty`, details);
      case "gzip":
        throw new FormatError("TS_GZIP_NOT_BGZF", `${file.path} is compressed by gzip, not in BGZF blocks`, details);
      case "plain":
        return new TextFile(file, "plain", new PlainText(file));
      case "bgzf": {
        const blocks = new BlockFile(file);
        blocks.checkEnd();
        return new TextFile(file, "bgzf", new BgzfText(blocks));
      }
    }
  }

  /** The text of the virtual positions [from, to); the whole of it is in memory. */
  read(from: number, to: number): Buffer {
    return this.#source.read(from, to);
  }

  /**
   * Where the first line starts at or after byte `fileOffset` of the file, or `END_OF_FILE`. In a BGZF file: the
   * first line that starts after a newline in the blocks from there on; so the line at the very start of a block
   * belongs to what comes before. Cutting a file by this function gives every line to exactly one piece.
   */
  firstLineAfter(fileOffset: number): number {
    return this.#source.firstLineAfter(fileOffset);
  }

  /**
   * Where the first block starts at or after byte `fileOffset` of the file, or `END_OF_FILE`: the place to cut where
   * lines do not matter, as nothing has to be inflated to find it. In a plain file any byte is such a place.
   */
  firstBlockAfter(fileOffset: number): number {
    return this.#source.firstBlockAfter(fileOffset);
  }

  /** The line at a virtual position, from there to its newline, which is left out. */
  lineAt(position: number): Buffer {
    return this.#source.lineAt(position);
  }

  /** Where the line after the one at `position` starts, or `END_OF_FILE`. */
  lineAfter(position: number): number {
    return this.#source.lineAfter(position);
  }

  /** Byte offset in the file of a virtual position: of its block in a BGZF file. */
  fileOffsetOf(position: number): number {
    return this.#source.fileOffsetOf(position);
  }

  /** Last position in the block that holds `position`; in a plain file, where there are no blocks, `position`. */
  lastPositionInBlock(position: number): number {
    return this.#source.lastPositionInBlock(position);
  }

  /**
   * The one way in which the other methods write `position`: at the start of the next block with text rather than
   * at the end of a block's text, `END_OF_FILE` where no text follows.
   */
  canonical(position: number): number {
    return this.#source.canonical(position);
  }

  /** Whether a position from elsewhere, as from an index, is a place of the text. */
  isPlace(position: number): boolean {
    return this.#source.isPlace(position);
  }

  close(): void {
    this.#file.close();
  }
}
