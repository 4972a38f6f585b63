import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { requireCount, requireOpenProbability } from "../distributions/requirements.ts";
import { studentTQuantile } from "../distributions/student-t.ts";
import type { Interval, UndefinedReason } from "../interval.ts";
import { bcaInterval, percentileInterval } from "./bootstrap-interval.ts";
import type { PairedBlock, VersionCounts } from "./paired-blocks.ts";
import {
  blockInfluence,
  type ComparedScore,
  comparedScores,
  FIELDS,
  firstScore,
  scoreDifference,
  secondScore,
} from "./score-difference.ts";

/** With fewer blocks intervals from resampled blocks are too narrow, and none is given. */
export const FEWEST_BLOCKS = 20;

/** Settings of {@link blockBootstrap}. */
export interface BlockBootstrapOptions {
  /** Any 32-bit integer; the same seed gives the same intervals on every platform. 1 unless given. */
  readonly seed?: number;
  /** 9999 unless given: with 1 more than these the usual quantiles are replicates themselves. */
  readonly replicates?: number;
  /** Two-sided confidence; 0.95 unless given. */
  readonly level?: number;
}

/** Second version less first version in one score, each score 0 to 1. */
export interface ScoreDifference {
  readonly first: number | null;
  readonly second: number | null;
  readonly difference: number | null;
  /** The one to judge by: hull of the percentile and the cluster-robust interval. */
  readonly interval: Interval | null;
  /** Bias-corrected and accelerated bootstrap; too narrow below some 100 blocks. */
  readonly bca: Interval | null;
  /** Percentile bootstrap. */
  readonly percentile: Interval | null;
  /** Linearised, variance between blocks, Student's t with blocks - 1 degrees of freedom. */
  readonly clusterRobust: Interval | null;
  /** Why the difference, or else its intervals, are null. */
  readonly reason: UndefinedReason | null;
}

/** Differences of two versions on one truth set, and how they were resampled. */
export interface BlockBootstrap extends Readonly<Record<ComparedScore, ScoreDifference>> {
  /** Blocks with records. */
  readonly blocks: number;
  readonly seed: number;
  readonly replicates: number;
  readonly level: number;
}

/**
 * Intervals for the differences in recall, precision and F1 of two versions on one truth set. Whole blocks are resampled
 * with replacement, both versions' records together: pairing is kept, and so is the dependence of variants that lie close
 * together (Davison & Hinkley 1997, section 3.8; Field & Welsh 2007, JRSS B 69:369). Beside them the analytic interval of
 * cluster sampling (Cochran 1977, section 6.4). The `interval` of each score spans both. Fewer than 20 blocks give differences without intervals.
 *
 * @param blocks in any order, each contig and index once; blocks without records are ignored.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for a count that is no integer or negative, a seed that is no
 *   32-bit integer, fewer than 999 replicates, or a level outside of (0, 1).
 */
export function blockBootstrap(
  blocks: readonly PairedBlock[],
  { seed = 1, replicates = 9999, level = 0.95 }: BlockBootstrapOptions = {},
): BlockBootstrap {
  requireCount(seed, -(2 ** 31), 2 ** 31 - 1, "seed");
  requireCount(replicates, 999, 1_000_000, "replicates");
  requireOpenProbability(level, "level");
  const rows = rowsOf(blocks);
  const totals = totalsOf(rows);
  const resampled = rows.length < FEWEST_BLOCKS ? null : resample(rows, replicates, seed);
  const estimate = (score: ComparedScore): ScoreDifference =>
    differenceOf(score, rows, totals, resampled?.[score] ?? null, level);
  return {
    blocks: rows.length,
    seed,
    replicates,
    level,
    recall: estimate("recall"),
    precision: estimate("precision"),
    f1: estimate("f1"),
  };
}

/** One row of numbers a block, in an order that does not depend on the caller's, so that the seed decides alone. */
function rowsOf(blocks: readonly PairedBlock[]): readonly (readonly number[])[] {
  return [...blocks]
    .sort((a, b) => (a.contig < b.contig ? -1 : a.contig > b.contig ? 1 : a.index - b.index))
    .map(({ first, second }) => [...numbersOf(first, "first"), ...numbersOf(second, "second")])
    .filter((row) => row.some((count) => count > 0));
}

function numbersOf({ truthTp, truthFn, queryTp, queryFp }: VersionCounts, version: string): number[] {
  const numbers = [truthTp, truthFn, queryTp, queryFp];
  for (const count of numbers) requireCount(count, 0, Number.MAX_SAFE_INTEGER, version);
  return numbers;
}

function totalsOf(rows: readonly (readonly number[])[]): Float64Array {
  const totals = new Float64Array(FIELDS);
  for (const row of rows) {
    for (let field = 0; field < FIELDS; field++) totals[field] += row[field];
  }
  return totals;
}

/** Differences of each replicate; NaN where a replicate has no denominator. */
function resample(
  rows: readonly (readonly number[])[],
  replicates: number,
  seed: number,
): Readonly<Record<ComparedScore, Float64Array>> {
  const differences = {
    recall: new Float64Array(replicates),
    precision: new Float64Array(replicates),
    f1: new Float64Array(replicates),
  };
  const flat = Float64Array.from(rows.flat());
  const totals = new Float64Array(FIELDS);
  const generator = xoroshiro128plus(seed);
  for (let replicate = 0; replicate < replicates; replicate++) {
    totals.fill(0);
    for (let draw = 0; draw < rows.length; draw++) {
      const at = uniformInt(generator, 0, rows.length - 1) * FIELDS;
      for (let field = 0; field < FIELDS; field++) totals[field] += flat[at + field];
    }
    for (const score of comparedScores) {
      differences[score][replicate] = scoreDifference(score, totals) ?? Number.NaN;
    }
  }
  return differences;
}

function differenceOf(
  score: ComparedScore,
  rows: readonly (readonly number[])[],
  totals: Float64Array,
  resampled: Float64Array | null,
  level: number,
): ScoreDifference {
  const difference = scoreDifference(score, totals);
  const estimate = { first: firstScore(score, totals), second: secondScore(score, totals), difference };
  const without = (reason: UndefinedReason): ScoreDifference => ({
    ...estimate,
    interval: null,
    bca: null,
    percentile: null,
    clusterRobust: null,
    reason,
  });
  if (difference === null) return without("no data");
  if (resampled === null) return without("too few blocks");
  if (resampled.some(Number.isNaN)) return without("too few blocks with records");
  const leaveOneOut = leftOut(score, rows, totals);
  const percentile = percentileInterval(resampled, level);
  const clusterRobust = clusterRobustInterval(score, rows, totals, difference, level);
  return {
    ...estimate,
    interval: clusterRobust === null ? null : hull(percentile, clusterRobust),
    bca: leaveOneOut === null ? null : bcaInterval(resampled, difference, leaveOneOut, level),
    percentile,
    clusterRobust,
    reason: clusterRobust === null ? "estimate outside of the interval's domain" : null,
  };
}

/** Of few blocks the percentile interval is too narrow, of skewed ones the symmetric interval lies too far to one side. */
function hull(first: Interval, second: Interval): Interval {
  return [Math.min(first[0], second[0]), Math.max(first[1], second[1])];
}

/** Differences without one block each; null where one block alone holds a denominator. */
function leftOut(
  score: ComparedScore,
  rows: readonly (readonly number[])[],
  totals: Float64Array,
): Float64Array | null {
  const differences = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const difference = scoreDifference(
      score,
      totals.map((total, field) => total - rows[index][field]),
    );
    if (difference === null) return null;
    differences[index] = difference;
  }
  return differences;
}

function clusterRobustInterval(
  score: ComparedScore,
  rows: readonly (readonly number[])[],
  totals: Float64Array,
  difference: number,
  level: number,
): Interval | null {
  const blocks = rows.length;
  let squares = 0;
  for (const row of rows) {
    const influence = blockInfluence(score, row, totals);
    if (influence === null) return null;
    squares += influence ** 2;
  }
  // The influences sum to 0, so there is no mean to subtract.
  const standardError = Math.sqrt((blocks / (blocks - 1)) * squares);
  const reach = studentTQuantile((1 + level) / 2, blocks - 1) * standardError;
  return [difference - reach, difference + reach];
}
