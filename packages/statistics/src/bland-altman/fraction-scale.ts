import { requireOpenProbability } from "../distributions/requirements.ts";
import { StatisticsError } from "../error.ts";
import type { Interval } from "../interval.ts";
import { type Numbers, requireSameLength } from "../numbers.ts";
import { blandAltman, type LimitsOfAgreement, type LimitsOptions } from "./limits-of-agreement.ts";
import { exponentials } from "./log-ratio.ts";

/**
 * Scale on which a fraction of reads is unbounded or has a spread that does not depend on the fraction.
 * - "logit": ln((a + 1/2) / (r + 1/2)), the empirical logit (Haldane 1956, Ann Hum Genet 20:309)
 * - "arcsine": arcsin sqrt((a + 3/8) / (a + r + 3/4)) in radians (Anscombe 1948, Biometrika 35:246), variance about
 *   1 / (4 depth + 2)
 */
export type FractionScale = "logit" | "arcsine";

/** Reads of one run at each site: those that carry the allele and all others. */
export interface ReadCounts {
  readonly alternate: Numbers;
  readonly other: Numbers;
}

/** Limits of agreement on a transformed scale, with what they mean for fractions. */
export interface FractionLimits {
  readonly scale: FractionScale;
  /** On the transformed scale: log odds ratio, or difference of angles in radians. */
  readonly transformed: LimitsOfAgreement;
  /** Limits of the odds ratio of x to y; null on the arcsine scale, whose differences have no such form. */
  readonly oddsRatioLimits: Interval | null;
  /** Sites left out because a run has no reads there. */
  readonly excluded: number;
}

/**
 * The fraction of reads on a scale; null without reads, where the continuity correction would invent a fraction of 1/2.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE unless both counts are finite and not negative.
 */
export function transformedFraction(alternate: number, other: number, scale: FractionScale): number | null {
  requireReads(alternate, "alternate");
  requireReads(other, "other");
  if (alternate + other === 0) return null;
  return scale === "logit"
    ? Math.log(alternate + 0.5) - Math.log(other + 0.5)
    : Math.asin(Math.sqrt((alternate + 0.375) / (alternate + other + 0.75)));
}

/**
 * Limits of agreement of two runs' fractions on the logit or arcsine scale, where sites near 0 and 1 do not pile up.
 *
 * @throws StatisticsError TS_STATISTICS_LENGTH for arrays of unequal length, TS_STATISTICS_OUT_OF_RANGE for counts that
 *   are negative or not finite, or bad options.
 */
export function fractionLimits(
  x: ReadCounts,
  y: ReadCounts,
  scale: FractionScale,
  options: LimitsOptions = {},
): FractionLimits {
  requireSameLength(x.alternate, x.other, "x.alternate", "x.other");
  requireSameLength(x.alternate, y.alternate, "x.alternate", "y.alternate");
  requireSameLength(y.alternate, y.other, "y.alternate", "y.other");
  const first: number[] = [];
  const second: number[] = [];
  for (let site = 0; site < x.alternate.length; site++) {
    const inX = transformedFraction(x.alternate[site], x.other[site], scale);
    const inY = transformedFraction(y.alternate[site], y.other[site], scale);
    if (inX === null || inY === null) continue;
    first.push(inX);
    second.push(inY);
  }
  const transformed = blandAltman(first, second, options);
  return {
    scale,
    transformed,
    oddsRatioLimits: scale === "logit" ? exponentials(transformed.limits) : null,
    excluded: x.alternate.length - first.length,
  };
}

/**
 * Difference of two fractions, x - y, that lie a transformed difference apart, half of it on either side of a fraction:
 * back-transformed limits of agreement as a curve over the fraction (as Euser, Dekker & le Cessie 2008, J Clin Epidemiol
 * 61:978, for logarithms). Between -1 and 1. On the arcsine scale null where an end would leave [0, 1].
 *
 * @param at fraction between 0 and 1, both excluded, in the middle of the two on the transformed scale.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for another fraction.
 */
export function backTransformedDifference(difference: number, scale: FractionScale, at: number): number | null {
  requireOpenProbability(at, "at");
  if (scale === "logit") {
    const middle = Math.log(at) - Math.log1p(-at);
    return logistic(middle + difference / 2) - logistic(middle - difference / 2);
  }
  const middle = Math.asin(Math.sqrt(at));
  const reach = Math.abs(difference) / 2;
  if (middle - reach < 0 || middle + reach > Math.PI / 2) return null;
  // sin^2(a + b) - sin^2(a - b) = sin 2a sin 2b
  return Math.sin(2 * middle) * Math.sin(difference);
}

function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function requireReads(count: number, argument: string): void {
  if (count >= 0 && count < Number.POSITIVE_INFINITY) return;
  throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `${argument} is ${count}, no number of reads`, { argument });
}
