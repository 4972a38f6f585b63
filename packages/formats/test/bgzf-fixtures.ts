import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BGZF_EOF, deflateBlock } from "../src/bgzf/deflate.ts";

/** A BGZF file with one block for each piece, and where each block starts, the closing one included. */
export function bgzfOf(pieces: readonly string[], level = 6): { bytes: Buffer; blockStarts: number[] } {
  const blocks = [...pieces.map((piece) => deflateBlock(Buffer.from(piece), level)), Buffer.from(BGZF_EOF)];
  const blockStarts: number[] = [];
  let offset = 0;
  for (const block of blocks) {
    blockStarts.push(offset);
    offset += block.length;
  }
  return { bytes: Buffer.concat(blocks), blockStarts };
}

/** The text cut into pieces whose lengths are given, repeated as needed. Zero makes an empty piece. */
export function cut(text: string, lengths: readonly number[]): string[] {
  const pieces: string[] = [];
  for (let at = 0, i = 0; at < text.length; i++) {
    const length = i < lengths.length ? lengths[i] : Math.max(1, lengths[i % lengths.length]);
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}

/** The same block with an unknown subfield before the one that holds the block's size. */
export function withExtraSubfield(block: Uint8Array): Buffer {
  const subfield = Buffer.of(0x58, 0x59, 3, 0, 1, 2, 3);
  const bytes = Buffer.concat([block.subarray(0, 12), subfield, block.subarray(12)]);
  bytes.writeUInt16LE(6 + subfield.length, 10);
  bytes.writeUInt16LE(bytes.length - 1, 16 + subfield.length);
  return bytes;
}

/** A folder for the files of a test file; remove it when done. */
export class TemporaryFolder {
  readonly path: string = mkdtempSync(join(tmpdir(), "touchstone-formats-"));

  /** Writes a file and returns its path. */
  write(name: string, content: string | Uint8Array): string {
    const path = this.at(name);
    writeFileSync(path, content);
    return path;
  }

  at(name: string): string {
    return join(this.path, name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
