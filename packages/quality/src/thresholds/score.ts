import { type Interval, proportion, wilsonInterval } from "@touchstone/statistics";

/** Scores of a call set against a truth set: how often it is right, not what it measures. */
export const scoreNames = ["precision", "recall", "f1"] as const;

/** One of the scores. */
export type ScoreName = (typeof scoreNames)[number];

/** The counts that a score is made of; inside the confident regions. */
export interface ScoreCounts {
  readonly truthTp: number;
  readonly truthFn: number;
  readonly queryTp: number;
  readonly queryFp: number;
}

/** A score with what it rests on. */
export interface CountedScore {
  readonly score: ScoreName;
  /** 0 to 1; null without observations. */
  readonly value: number | null;
  /** Records that the score is a share of: truth records for recall, query records for precision, their union for F1. */
  readonly observations: number;
  /** Confidence interval; null without observations. */
  readonly interval: Interval | null;
}

/**
 * A score of counts, with Wilson's interval (Wilson 1927).
 *
 * F1 is no share of independent trials, but F1 = 2q / (1 + q), where q is the share of the true positives in the union
 * of truth and query (Hand, Christen & Kirielle 2021, Mach Learn 110:451), and q is one: the interval of q is carried
 * over by the same, rising function. Query FP are counted in units of truth records (times truth TP / query TP), so
 * that F1 stays the harmonic mean of precision and recall when one variant is two records; the union is rounded up.
 *
 * @param level two-sided confidence, between 0 and 1.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for counts that are no whole numbers of 0 or more.
 */
export function scoreOfCounts(score: ScoreName, counts: ScoreCounts, level = 0.95): CountedScore {
  const { truthTp, truthFn, queryTp, queryFp } = counts;
  if (score === "recall") return share(score, truthTp, truthTp + truthFn, level);
  if (score === "precision") return share(score, queryTp, queryTp + queryFp, level);
  const recall = proportion(truthTp, truthTp + truthFn);
  const precision = proportion(queryTp, queryTp + queryFp);
  const isEmpty = recall === null || precision === null;
  const found = queryTp === 0 ? 0 : truthTp;
  const union = truthTp + truthFn + (queryTp === 0 ? queryFp : Math.ceil((queryFp * truthTp) / queryTp));
  const ofUnion = isEmpty ? null : wilsonInterval(found, union, level);
  const carry = (q: number) => (2 * q) / (1 + q);
  const value = isEmpty ? null : found === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { score, value, observations: union, interval: ofUnion && [carry(ofUnion[0]), carry(ofUnion[1])] };
}

function share(score: ScoreName, successes: number, trials: number, level: number): CountedScore {
  const interval = wilsonInterval(successes, trials, level);
  return { score, value: proportion(successes, trials), observations: trials, interval };
}
