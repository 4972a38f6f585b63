import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fastaOf, type HeaderOptions, vcfOf } from "./inputs.ts";
import { temporaryFolder } from "./run-comparison.ts";
import type { VariedPiece, WrittenRecord } from "./varied-calls.ts";

/** Call sets made of pieces, one contig after the other. */
export interface PieceFiles {
  readonly truth: string;
  readonly query: string;
  readonly reference: string;
  /** Contig and 0-based place of each piece. */
  readonly places: readonly { readonly contig: string; readonly start: number }[];
}

/** Keeps neighbouring pieces apart; no unit of it repeats. */
const SPACER = "ACGTCATGGATTCGCCTAAGTACCAGTTGAGCTATCGTGCAATGTCCGAATCTTGGCACTAGGATCCATAGTCTGACGTTCAACGGTGATACGCTTGTCC";

/** Writes the pieces on `contigs` contigs in turn, far enough apart to be independent. */
export function writePieces(pieces: readonly VariedPiece[], contigs = 1): PieceFiles {
  const names = Array.from({ length: contigs }, (_, number) => `chr${number + 1}`);
  const sequences: Record<string, string> = Object.fromEntries(names.map((name) => [name, SPACER]));
  const records = { truth: new Map<string, string[]>(), query: new Map<string, string[]>() };
  const places = pieces.map((piece, number) => {
    const contig = names[Math.floor((number * contigs) / pieces.length)];
    const start = sequences[contig].length;
    for (const side of ["truth", "query"] as const) {
      const lines = piece[side].map((record) => lineOf(record, contig, start));
      records[side].set(contig, [...(records[side].get(contig) ?? []), ...lines]);
    }
    sequences[contig] += piece.reference + SPACER;
    return { contig, start };
  });
  const folder = temporaryFolder();
  const header: HeaderOptions = { contigs: names };
  const files = {
    truth: join(folder, "truth.vcf"),
    query: join(folder, "query.vcf"),
    reference: join(folder, "ref.fa"),
  };
  for (const side of ["truth", "query"] as const) {
    writeFileSync(
      files[side],
      vcfOf(
        names.flatMap((name) => records[side].get(name) ?? []),
        header,
      ),
    );
  }
  writeFileSync(files.reference, fastaOf(sequences));
  return { ...files, places };
}

function lineOf({ position, ref, alts, genotype }: WrittenRecord, contig: string, start: number): string {
  return `${contig} ${start + position} ${ref} ${alts.join()} ${genotype}`;
}
