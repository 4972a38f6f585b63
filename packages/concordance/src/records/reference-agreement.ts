import type { ContigBases } from "./extent.ts";

const UPPER = 0xdf;
/** Bases that an error message shows. */
const SHOWN_BASES = 50;

/** Upper-case bases agree, or one of the two is an ambiguity code. */
export function agreesWithReference(
  text: Buffer,
  start: number,
  end: number,
  position: number,
  contig: ContigBases,
): boolean {
  for (let place = start; place < end; place++) {
    const base = text[place] & UPPER;
    const reference = contig.baseAt(position + place - start);
    if (base !== reference && !isAmbiguous(base) && !isAmbiguous(reference)) return false;
  }
  return true;
}

function isAmbiguous(base: number): boolean {
  return base !== 0x41 && base !== 0x43 && base !== 0x47 && base !== 0x54;
}

/** The reference's bases at a place, the first 50. */
export function referenceText(contig: ContigBases, position: number, length: number): string {
  let bases = "";
  const end = Math.min(contig.length, position + Math.min(length, SHOWN_BASES));
  for (let place = position; place < end; place++) bases += String.fromCharCode(contig.baseAt(place));
  return bases;
}
