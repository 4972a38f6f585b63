import { releaseMemory } from "../bgzf/release-memory.ts";
import type { TextFile } from "../bgzf/text-file.ts";
import { NEWLINE } from "./bytes.ts";

/** Bytes of the file (compressed, where it is) that are read at a time. */
const READ_BYTES = 1 << 19;

/** Whole lines at `[from, to)` of `text`; only the last one of the file may lack its newline. */
export interface LinePiece {
  readonly text: Buffer;
  readonly from: number;
  readonly to: number;
  /** Byte 0 of `text` is that many bytes of text after virtual position `position`. */
  readonly position: number;
  readonly textOffset: number;
}

/**
 * The lines of a file from virtual position `from` to its end, in order and in pieces of about `pieceBytes` of text.
 * Unlike `lineChunks` it cuts the file between blocks and puts the line together that the cut goes through, so that
 * no block is inflated twice. The text of a piece is gone once the next one is asked for.
 */
export function* linePieces(file: TextFile, from: number, pieceBytes: number): Generator<LinePiece> {
  let begun: Buffer[] = [];
  let place = { position: from, textOffset: 0 };
  for (const { text, position } of blockRuns(file, from)) {
    let at = 0;
    if (begun.length > 0) {
      at = text.indexOf(NEWLINE) + 1;
      if (at === 0) begun.push(Buffer.from(text));
      if (at === 0) continue;
      const line = Buffer.concat([...begun, text.subarray(0, at)]);
      yield { text: line, from: 0, to: line.length, ...place };
    }
    const end = text.lastIndexOf(NEWLINE) + 1;
    for (let to = at; at < end; at = to) {
      to = pieceEnd(text, at, end, pieceBytes);
      yield { text, from: at, to, position, textOffset: 0 };
    }
    begun = end < text.length ? [Buffer.from(text.subarray(end))] : [];
    place = { position, textOffset: end };
  }
  const line = Buffer.concat(begun);
  if (line.length > 0) yield { text: line, from: 0, to: line.length, ...place };
}

function* blockRuns(file: TextFile, from: number): Generator<{ text: Buffer; position: number }> {
  let position = from;
  while (position < Number.POSITIVE_INFINITY) {
    const next = file.firstBlockAfter(file.fileOffsetOf(position) + READ_BYTES);
    const text = file.read(position, next);
    if (text.length > 0) yield { text, position };
    releaseMemory(text);
    position = next;
  }
}

/** Where the line ends that is `pieceBytes` after `from`. */
function pieceEnd(text: Buffer, from: number, end: number, pieceBytes: number): number {
  return from + pieceBytes >= end ? end : text.indexOf(NEWLINE, from + pieceBytes) + 1;
}
