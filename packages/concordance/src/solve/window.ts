import type { ContigBases } from "../records/extent.ts";

/** Upper-case reference bases [start, end), cut at the ends of the contig. */
export function basesBetween(contig: ContigBases, start: number, end: number): string {
  const to = Math.min(end, contig.length);
  const bytes = Buffer.allocUnsafe(Math.max(0, to - start));
  for (let position = start; position < to; position++) bytes[position - start] = contig.baseAt(position);
  return bytes.toString("latin1");
}
