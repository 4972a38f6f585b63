import { FastaReader } from "@touchstone/formats";
import { SimulationError } from "../error.ts";
import type { Contig } from "./contig.ts";

/** A part of a reference: bases [`start`, `end`), 0-based, of one contig. */
export interface ReferencePiece {
  readonly contig: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A piece of a FASTA file as a contig of its own. Its name says where it was cut (`chr20_1001_2000`, 1-based, both included),
 * so that nobody takes its positions for those of the whole contig.
 *
 * @throws SimulationError `TS_SIMULATION_INVALID` when the file has no such piece; FormatError as `FastaReader.open`.
 */
export function cutReference(path: string, { contig, start, end }: ReferencePiece): Contig {
  const reader = FastaReader.open(path);
  try {
    const length = reader.contigs[reader.contigNumber(contig)]?.length ?? 0;
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length)) {
      const what = `${path} has no bases [${start}, ${end}) of ${contig}`;
      throw new SimulationError("TS_SIMULATION_INVALID", `${what}: it is ${length} bases long`, { file: path });
    }
    return { name: pieceName({ contig, start, end }), bases: copy(reader, contig, start, end) };
  } finally {
    reader.close();
  }
}

function pieceName({ contig, start, end }: ReferencePiece): string {
  return `${contig}_${start + 1}_${end}`;
}

function copy(reader: FastaReader, contig: string, start: number, end: number): Uint8Array {
  const bases = new Uint8Array(end - start);
  reader.select(reader.contigNumber(contig));
  reader.copyBases(start, end, bases, 0);
  return bases;
}
