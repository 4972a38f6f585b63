import { coveredBases, type IntervalsByContig, sharedBases } from "./intervals.ts";

/** What the tables say of one stratum. */
export interface StratumSize {
  readonly name: string;
  /** Bases of the stratum on the contigs compared. */
  readonly sizeBases: number;
  /** Bases of it inside the confident regions; null without confident regions. */
  readonly confidentBases: number | null;
}

/** Sizes of a stratum (or of the confident regions or targets) on the given contigs. */
export function stratumSize(
  name: string,
  stratum: IntervalsByContig,
  confident: IntervalsByContig | null,
  contigs: Iterable<string>,
): StratumSize {
  let sizeBases = 0;
  let confidentBases = 0;
  for (const contig of contigs) {
    const intervals = stratum.get(contig);
    if (intervals === undefined) continue;
    sizeBases += coveredBases(intervals);
    const trusted = confident?.get(contig);
    if (trusted !== undefined) confidentBases += sharedBases(intervals, trusted);
  }
  return { name, sizeBases, confidentBases: confident === null ? null : confidentBases };
}
