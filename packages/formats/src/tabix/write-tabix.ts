import { BgzfEncoder } from "../bgzf/bgzf-encoder.ts";
import { pseudoBin, TABIX_BINNING } from "./bins.ts";
import type { ContigBuilder } from "./contig-builder.ts";

const VCF_FORMAT = 2;
const NUMBER_SIGN = 35;
/** Higher levels take longer and make nothing smaller of file offsets. */
const LEVEL = 1;

/** The .tbi file of a VCF file, BGZF-compressed (tabix format specification). */
export function writeTabix(contigs: readonly ContigBuilder[]): Buffer {
  const blocks: Buffer[] = [];
  const encoder = new BgzfEncoder((block) => blocks.push(block), LEVEL);
  encoder.write(headerBytes(contigs.map(({ name }) => name)));
  for (const contig of contigs) {
    encoder.write(binBytes(contig));
    encoder.write(linearBytes(contig));
  }
  // No record of a VCF file is without a place.
  encoder.write(Buffer.alloc(8));
  encoder.end();
  return Buffer.concat(blocks);
}

function headerBytes(names: readonly string[]): Buffer {
  const nameBytes = Buffer.from(names.map((name) => `${name}\0`).join(""));
  const [contigColumn, startColumn, endColumn, skippedLines] = [1, 2, 0, 0];
  const fields = [names.length, VCF_FORMAT, contigColumn, startColumn, endColumn, NUMBER_SIGN, skippedLines];
  return Buffer.concat([Buffer.from("TBI\x01", "latin1"), int32s([...fields, nameBytes.length]), nameBytes]);
}

function binBytes(contig: ContigBuilder): Buffer {
  let size = 4 + 8 + 4 * 8;
  for (const chunks of contig.bins.values()) size += 8 + 8 * chunks.length;
  const view = new DataView(new ArrayBuffer(size));
  view.setInt32(0, contig.bins.size + 1, true);
  let at = 4;
  for (const [bin, chunks] of contig.bins) at = writeBin(view, at, bin, chunks);
  writeBin(view, at, pseudoBin(TABIX_BINNING), [contig.start, contig.end, contig.recordCount, 0]);
  return Buffer.from(view.buffer);
}

function linearBytes(contig: ContigBuilder): Buffer {
  const count = contig.windowCount;
  const view = new DataView(new ArrayBuffer(4 + 8 * count));
  view.setInt32(0, count, true);
  // Nothing that overlaps an empty window starts before what overlaps the next one.
  for (let window = count - 1, next = 0; window >= 0; window--) {
    next = contig.windows.get(window) ?? next;
    writeUint64(view, 4 + 8 * window, next);
  }
  return Buffer.from(view.buffer);
}

/** Returns where the next bin is written. */
function writeBin(view: DataView, start: number, bin: number, chunks: readonly number[]): number {
  view.setInt32(start, bin, true);
  view.setInt32(start + 4, chunks.length / 2, true);
  let at = start + 8;
  for (const position of chunks) {
    writeUint64(view, at, position);
    at += 8;
  }
  return at;
}

function writeUint64(view: DataView, at: number, value: number): void {
  const high = Math.floor(value / 2 ** 32);
  view.setUint32(at, value - high * 2 ** 32, true);
  view.setUint32(at + 4, high, true);
}

function int32s(values: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(4 * values.length);
  values.forEach((value, i) => {
    bytes.writeInt32LE(value, 4 * i);
  });
  return bytes;
}
