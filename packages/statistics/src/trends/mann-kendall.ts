import { normalCdf, normalUpperTail } from "../distributions/normal.ts";
import type { UndefinedReason } from "../interval.ts";
import { type ScoreDistribution, scoreDistribution } from "./kendall-distribution.ts";
import { type KendallScore, kendallScore, varianceOfScore } from "./kendall-score.ts";
import { observedSeries, type Series } from "./series.ts";

/** Up to this many values the p-values are exact, with or without ties. */
export const EXACT_UP_TO = 50;

/** p-values of a test for a trend against each alternative; in 0 to 1. */
export interface TrendProbabilities {
  readonly twoSided: number;
  readonly increasing: number;
  readonly decreasing: number;
}

/** A Mann-Kendall test. */
export interface MannKendall {
  /** Number of values that are not null. */
  readonly n: number;
  /** Pairs that rise less pairs that fall. */
  readonly s: number;
  /** Variance of S with tie correction; 0 when all values are equal. */
  readonly varianceOfS: number;
  /** S in standard deviations after the continuity correction, which takes 1 from its size. 0 when S is 0. */
  readonly z: number;
  /** S over all pairs; null for fewer than two values. */
  readonly tauA: number | null;
  /** S over the geometric mean of all pairs and of the pairs that are not tied; null when there are none. */
  readonly tauB: number | null;
  /** The p-values to use: exact where they are known, otherwise normal. */
  readonly p: TrendProbabilities;
  readonly method: "exact" | "normal";
  /** p-values by enumeration of all orders; null for more than `EXACT_UP_TO` values. */
  readonly exact: TrendProbabilities | null;
  /** p-values by the normal approximation with tie and continuity correction. */
  readonly normal: TrendProbabilities;
  /** What p would be if the same values were in perfect order: no alert is possible below it. */
  readonly smallestP: { readonly twoSided: number; readonly oneSided: number };
  /** Why there is nothing to test; every p is 1 then. */
  readonly reason: UndefinedReason | null;
}

const CERTAIN: TrendProbabilities = { twoSided: 1, increasing: 1, decreasing: 1 };

/**
 * Mann-Kendall test for a monotone trend (Mann 1945, Econometrica 13:245; Kendall 1975). Only the order of the values
 * counts, so times do not matter. Missing values are left out.
 *
 * p is exact for up to 50 values, ties included: their distinct orders are then equally likely. Above, S is taken as
 * normal (Gilbert 1987, section 16.4). The two-sided p is twice the smaller tail of the symmetric distribution.
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE.
 */
export function mannKendall(values: Series): MannKendall {
  const score = kendallScore(observedSeries(values).values);
  const { n, s, pairs, tiedPairs, tieGroups } = score;
  const varianceOfS = varianceOfScore(n, tieGroups);
  const distribution = n <= EXACT_UP_TO ? scoreDistribution(n, tieGroups) : null;
  const exact = distribution && exactProbabilities(s, distribution);
  const normal = normalProbabilities(s, varianceOfS);
  return {
    n,
    s,
    varianceOfS,
    z: standardizedScore(s, varianceOfS),
    tauA: n < 2 ? null : s / pairs,
    tauB: pairs === tiedPairs ? null : s / Math.sqrt(pairs * (pairs - tiedPairs)),
    p: exact ?? normal,
    method: exact === null ? "normal" : "exact",
    exact,
    normal,
    smallestP: smallestProbabilities(score, varianceOfS, distribution),
    reason: n < 2 ? "too few values" : varianceOfS === 0 ? "no variation" : null,
  };
}

/**
 * z of S with continuity correction (Gilbert 1987, section 16.4). 0 when S or its variance is 0.
 *
 * @param variance not negative.
 */
export function standardizedScore(s: number, variance: number): number {
  return s === 0 || variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
}

/** Normal approximation with continuity correction; every p is 1 when the variance is 0. */
export function normalProbabilities(s: number, variance: number): TrendProbabilities {
  if (variance === 0) return CERTAIN;
  const z = standardizedScore(s, variance);
  return {
    twoSided: Math.min(1, 2 * normalUpperTail(Math.abs(z))),
    increasing: normalUpperTail(z),
    decreasing: normalCdf(z),
  };
}

function exactProbabilities(s: number, distribution: ScoreDistribution): TrendProbabilities {
  const increasing = distribution.upperTail(s);
  const decreasing = distribution.upperTail(-s);
  return { twoSided: Math.min(1, 2 * increasing, 2 * decreasing), increasing, decreasing };
}

function smallestProbabilities(
  { pairs, tiedPairs }: KendallScore,
  variance: number,
  distribution: ScoreDistribution | null,
): MannKendall["smallestP"] {
  const largest = pairs - tiedPairs;
  const { twoSided, increasing } =
    distribution === null ? normalProbabilities(largest, variance) : exactProbabilities(largest, distribution);
  return { twoSided, oneSided: increasing };
}

/** Whether a test shows a trend at a two-sided level, and which way. */
export function trendDirection(
  test: { readonly s: number; readonly p: TrendProbabilities | null },
  level = 0.05,
): "increasing" | "decreasing" | "no trend" {
  if (test.p === null || test.p.twoSided >= level) return "no trend";
  return test.s > 0 ? "increasing" : "decreasing";
}
