import { BgzfEncoder } from "../bgzf/bgzf-encoder.ts";
import { pseudoBin, TABIX_BINNING } from "./bins.ts";
import type { ContigBuilder } from "./contig-builder.ts";

const VCF_FORMAT = 2;
const NUMBER_SIGN = 35;

/** The .tbi file of a VCF file, BGZF-compressed (tabix format specification). */
export function writeTabix(contigs: readonly ContigBuilder[]): Buffer {
  const blocks: Buffer[] = [];
  const encoder = new BgzfEncoder((block) => blocks.push(block));
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
  const parts = [int32s([contig.bins.size + 1])];
  for (const [bin, chunks] of contig.bins) parts.push(int32s([bin, chunks.length / 2]), uint64s(chunks));
  parts.push(int32s([pseudoBin(TABIX_BINNING), 2]), uint64s([contig.start, contig.end, contig.recordCount, 0]));
  return Buffer.concat(parts);
}

function linearBytes(contig: ContigBuilder): Buffer {
  const linear = new Float64Array(contig.windowCount);
  // Nothing that overlaps an empty window starts before what overlaps the next one.
  for (let window = linear.length - 1, next = 0; window >= 0; window--) {
    next = contig.windows.get(window) ?? next;
    linear[window] = next;
  }
  return Buffer.concat([int32s([linear.length]), uint64s(linear)]);
}

function int32s(values: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(4 * values.length);
  values.forEach((value, i) => {
    bytes.writeInt32LE(value, 4 * i);
  });
  return bytes;
}

function uint64s(values: ArrayLike<number>): Buffer {
  const bytes = Buffer.allocUnsafe(8 * values.length);
  for (let i = 0; i < values.length; i++) {
    bytes.writeUInt32LE(values[i] % 2 ** 32, 8 * i);
    bytes.writeUInt32LE(Math.floor(values[i] / 2 ** 32), 8 * i + 4);
  }
  return bytes;
}
