import { median } from "../descriptive/quantile.ts";
import { StatisticsError } from "../error.ts";
import type { UndefinedReason } from "../interval.ts";
import { type Numbers, requireRange } from "../numbers.ts";

/** What counting reads alone contributes to the spread of a fraction. */
export interface BinomialFloor {
  /** sqrt(p (1 - p) / depth), in units of the fraction. */
  readonly sd: number | null;
  /** sd / p; null for p = 0. */
  readonly cv: number | null;
  readonly reason: UndefinedReason | null;
}

/**
 * Standard deviation and coefficient of variation of a fraction p of depth reads, when nothing but binomial sampling
 * varies: 18% for a heterozygous site at 30x.
 *
 * @param p true fraction, 0 to 1.
 * @param depth reads, not necessarily whole; 0 leaves everything undefined.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for p outside of 0 to 1 or a negative or infinite depth.
 */
export function binomialFloor(p: number, depth: number): BinomialFloor {
  requireRange(p, 0, 1, "p");
  requireRange(depth, 0, Number.MAX_VALUE, "depth");
  if (depth === 0) return { sd: null, cv: null, reason: "no data" };
  const sd = Math.sqrt((p * (1 - p)) / depth);
  return p === 0 ? { sd, cv: null, reason: "mean is zero" } : { sd, cv: sd / p, reason: null };
}

/**
 * The floor of a variant whose runs have different depths: the root of the mean of their binomial variances, so that its
 * square is the expected sample variance of the runs' fractions. It is the floor at their harmonic mean depth.
 *
 * @param depths reads of each run; runs without reads measured nothing and are left out.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE as of {@link binomialFloor}.
 */
export function binomialFloorOfRuns(p: number, depths: Numbers): BinomialFloor {
  let runs = 0;
  let reciprocals = 0;
  for (let run = 0; run < depths.length; run++) {
    requireDepth(depths[run], run);
    if (depths[run] === 0) continue;
    runs++;
    reciprocals += 1 / depths[run];
  }
  return binomialFloor(p, runs === 0 ? 0 : runs / reciprocals);
}

/** A corrected median coefficient of variation beside that of counting alone. */
export interface FloorComparison {
  /** Median of the variants' floors. */
  readonly floor: number | null;
  /** Corrected median over the floor; 1 is counting noise and nothing else. */
  readonly ratio: number | null;
  readonly reason: UndefinedReason | null;
}

/**
 * Ratio of a corrected median coefficient of variation to the median binomial floor of the same variants.
 *
 * @param floorCvs coefficient of variation of each variant's floor; null where it has none, which is left out.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for a negative coefficient, TS_STATISTICS_NOT_FINITE for a floor that
 *   is no number.
 */
export function compareWithFloor(correctedMedian: number | null, floorCvs: Iterable<number | null>): FloorComparison {
  if (correctedMedian !== null) requireRange(correctedMedian, 0, Number.MAX_VALUE, "correctedMedian");
  const floor = median([...floorCvs].filter((cv) => cv !== null));
  if (floor === null || correctedMedian === null) return { floor, ratio: null, reason: "no data" };
  // Variants that are all homozygous have no counting noise to compare with.
  if (floor === 0) return { floor, ratio: null, reason: "no variation" };
  return { floor, ratio: correctedMedian / floor, reason: null };
}

function requireDepth(depth: number, run: number): void {
  if (depth >= 0 && depth < Number.POSITIVE_INFINITY) return;
  throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `depths[${run}] is ${depth}, no number of reads`, {
    argument: "depths",
    index: run,
  });
}
