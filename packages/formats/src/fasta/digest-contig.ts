import type { FastaReader } from "./fasta-reader.ts";

const pieceBases = 1 << 20;

/**
 * Digest of a sequence as hexadecimal text, over its bases in upper case without line ends, read in pieces of 1 MiB. With `md5`
 * it is the M5 of SAM headers and the refget identifier (GA4GH refget 1.2.6, section "Checksum calculation").
 * Leaves that sequence selected in the reader.
 */
export function digestContig(
  reader: FastaReader,
  contigNumber: number,
  algorithm: "md5" | "sha256" = "sha256",
): string {
  reader.select(contigNumber);
  const { length } = reader.contigs[contigNumber];
  const piece = new Uint8Array(Math.min(length, pieceBases));
  // Loading this module takes 8 ms, which an import at the top would cost everybody.
  const hash = process.getBuiltinModule("node:crypto").createHash(algorithm);
  for (let start = 0; start < length; start += pieceBases) {
    const end = Math.min(length, start + pieceBases);
    reader.copyBases(start, end, piece, 0);
    hash.update(piece.subarray(0, end - start));
  }
  return hash.digest("hex");
}
