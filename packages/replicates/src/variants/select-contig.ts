import type { FastaReader } from "@touchstone/formats";
import type { ContigBases } from "./normalise.ts";

/** The bases of a contig, until another is selected; null without a reference. */
export function selectContig(reference: FastaReader | null, name: string): ContigBases | null {
  if (reference === null) return null;
  const number = reference.contigNumber(name);
  reference.select(number);
  const { length } = reference.contigs[number];
  return { length, baseAt: (position) => reference.baseAt(position) };
}
