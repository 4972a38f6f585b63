import { type FastaIndexEntry, formatFai, formatFasta, type OutputFiles } from "@touchstone/formats";
import type { Contig } from "./contig.ts";

const LINE_BASES = 60;

/** Writes a reference as FASTA with its .fai. */
export function writeReference(files: OutputFiles, name: string, contigs: readonly Contig[]): void {
  const fasta = files.create(name);
  const entries: FastaIndexEntry[] = [];
  let offset = 0;
  for (const { name: contig, bases } of contigs) {
    const text = Buffer.from(formatFasta(contig, Buffer.from(bases).toString("latin1"), LINE_BASES));
    fasta.write(text);
    const length = bases.length;
    entries.push({
      name: contig,
      length,
      offset: offset + contig.length + 2,
      lineBases: LINE_BASES,
      lineBytes: LINE_BASES + 1,
    });
    offset += text.length;
  }
  fasta.close();
  files.write(`${name}.fai`, formatFai(entries));
}
