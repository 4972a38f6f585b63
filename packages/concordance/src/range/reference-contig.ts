import type { FastaReader } from "@touchstone/formats";
import type { ContigBases } from "../records/extent.ts";

/** The contig that is selected in a reader. A class, so that its method is the same function for every range. */
export class ReferenceContig implements ContigBases {
  readonly length: number;
  readonly #reader: FastaReader;

  constructor(reader: FastaReader, length: number) {
    this.#reader = reader;
    this.length = length;
  }

  baseAt(position: number): number {
    return this.#reader.baseAt(position);
  }
}
