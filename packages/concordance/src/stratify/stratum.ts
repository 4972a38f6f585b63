import { coveredBases, type IntervalsByContig, sharedBases } from "./intervals.ts";

/** What the tables say of one stratum, in bases of the contigs compared. */
export interface StratumSize {
  readonly name: string;
  readonly sizeBases: number;
  /** Bases inside the confident regions; null without confident regions. */
  readonly confidentBases: number | null;
  /** Bases where query records are judged: inside confident regions and targets, as far as they are given. */
  readonly assessedBases: number;
}

/** Restrictions of a comparison; null where not given. */
export interface ComparedRegions {
  readonly confident: IntervalsByContig | null;
  /** Intersection of confident regions and targets (`intersectRegions`); the one given when there is only one. */
  readonly assessed: IntervalsByContig | null;
}

/** Sizes of a stratum on the given contigs. */
export function stratumSize(
  name: string,
  stratum: IntervalsByContig,
  regions: ComparedRegions,
  contigs: Iterable<string>,
): StratumSize {
  const { confident, assessed } = regions;
  let sizeBases = 0;
  let confidentBases = 0;
  let assessedBases = 0;
  for (const contig of contigs) {
    const intervals = stratum.get(contig);
    if (intervals === undefined) continue;
    const size = coveredBases(intervals);
    sizeBases += size;
    const trusted = confident?.get(contig);
    const trustedBases = trusted === undefined ? 0 : sharedBases(intervals, trusted);
    confidentBases += trustedBases;
    if (assessed === confident) {
      assessedBases += assessed === null ? size : trustedBases;
    } else {
      const judged = assessed?.get(contig);
      if (judged !== undefined) assessedBases += sharedBases(intervals, judged);
    }
  }
  return { name, sizeBases, confidentBases: confident === null ? null : confidentBases, assessedBases };
}
