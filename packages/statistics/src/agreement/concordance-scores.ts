import { chiSquaredQuantile } from "../distributions/chi-squared.ts";
import { requireCount, requireOpenProbability } from "../distributions/requirements.ts";
import type { Interval, UndefinedReason } from "../interval.ts";
import { requireRange } from "../numbers.ts";
import { jeffreysInterval, type ProportionInterval, proportion } from "../proportions/proportion.ts";

/**
 * Counts of a comparison of query calls with truth calls inside the confident regions. The two TP differ: one truth
 * record can match several query records and the reverse.
 */
export interface ConcordanceCounts {
  readonly truthTp: number;
  readonly truthFn: number;
  readonly queryTp: number;
  readonly queryFp: number;
  /** Query records outside of the confident regions, about which nothing is known; 0 unless given. */
  readonly queryUnknown?: number;
}

/** A share of records with its interval; all null, and a reason, where there are no records. */
export interface Score {
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly reason: UndefinedReason | null;
}

/** Scores of Krusche et al. 2019 (Nat Biotechnol 37:555), each 0 to 1. */
export interface ConcordanceScores {
  /** Truth TP / (truth TP + FN). */
  readonly recall: Score;
  /** Query TP / (query TP + FP); unknown records are in neither. */
  readonly precision: Score;
  /** Harmonic mean of both, 0 when both are 0; null when either is null. Without interval: its parts are dependent. */
  readonly f1: number | null;
  /** Unknown query records / all query records. */
  readonly fractionUnknown: number | null;
}

/** How the intervals of the scores are made. */
export interface ScoreOptions {
  /** Two-sided confidence, 0.95 unless given. */
  readonly level?: number;
  /** Jeffreys' interval unless given, as in som.py. */
  readonly interval?: ProportionInterval;
}

/**
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for a count that is no integer or negative, or a level outside of
 *   (0, 1).
 */
export function concordanceScores(counts: ConcordanceCounts, options: ScoreOptions = {}): ConcordanceScores {
  const { truthTp, truthFn, queryTp, queryFp, queryUnknown = 0 } = counts;
  for (const [name, count] of Object.entries({ truthTp, truthFn, queryTp, queryFp, queryUnknown })) {
    requireCount(count, 0, Number.MAX_SAFE_INTEGER, name);
  }
  const recall = score(truthTp, truthTp + truthFn, options);
  const precision = score(queryTp, queryTp + queryFp, options);
  return {
    recall,
    precision,
    f1: f1Score(recall.value, precision.value),
    fractionUnknown: proportion(queryUnknown, queryTp + queryFp + queryUnknown),
  };
}

/**
 * Harmonic mean of recall and precision, each 0 to 1: 0 when both are 0 (its limit), null when either is null.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for a value outside of 0..1.
 */
export function f1Score(recall: number | null, precision: number | null): number | null {
  if (recall === null || precision === null) return null;
  requireRange(recall, 0, 1, "recall");
  requireRange(precision, 0, 1, "precision");
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
}

/** False positives per 1,000,000 bases of confident region. */
export interface FalsePositiveRate {
  readonly perMegabase: number | null;
  /** Exact Poisson interval. */
  readonly interval: Interval | null;
  readonly reason: UndefinedReason | null;
}

/**
 * False positives per megabase of confident region (fp.rate of som.py) with the exact Poisson interval of Garwood (1936,
 * Biometrika 28:437). Null without confident bases.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for a count that is no integer or negative, or a level outside of
 *   (0, 1).
 */
export function falsePositivesPerMegabase(
  falsePositives: number,
  confidentBases: number,
  level = 0.95,
): FalsePositiveRate {
  requireCount(falsePositives, 0, Number.MAX_SAFE_INTEGER, "falsePositives");
  requireCount(confidentBases, 0, Number.MAX_SAFE_INTEGER, "confidentBases");
  requireOpenProbability(level, "level");
  if (confidentBases === 0) return { perMegabase: null, interval: null, reason: "no data" };
  const tail = (1 - level) / 2;
  const megabases = confidentBases / 1e6;
  const low = falsePositives === 0 ? 0 : chiSquaredQuantile(tail, 2 * falsePositives) / 2;
  const high = chiSquaredQuantile(1 - tail, 2 * falsePositives + 2) / 2;
  return { perMegabase: falsePositives / megabases, interval: [low / megabases, high / megabases], reason: null };
}

function score(successes: number, trials: number, { level = 0.95, interval = jeffreysInterval }: ScoreOptions): Score {
  return {
    value: proportion(successes, trials),
    interval: interval(successes, trials, level),
    reason: trials === 0 ? "no data" : null,
  };
}
