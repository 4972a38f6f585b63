/** A series' scatter and what counting contributes to it, all on the series' scale. */
export interface CountedScatter {
  /** Variance of the baseline's points. */
  readonly variance: number;
  /** Variance that counting gives a point on one read; divided by the depth it is that of the point. */
  readonly countingVariance: number;
  /** Mean of 1/depth over the baseline's points. */
  readonly meanInverseDepth: number;
}

/**
 * The variance to expect at another depth d: the baseline's, with its counting share replaced by that of d,
 *
 *   var(d) = max(var_base - c mean(1/d_base) + c/d, c/d)
 *
 * where c/d is the binomial variance p(1 - p)/d at the baseline's mean p (on other scales by the delta method). The bound
 * holds where the baseline happens to scatter less than its own counting noise: less than c/d is impossible.
 */
export function varianceAtDepth(
  { variance, countingVariance, meanInverseDepth }: CountedScatter,
  depth: number,
): number {
  const beyondCounting = Math.max(variance - countingVariance * meanInverseDepth, 0);
  return beyondCounting + countingVariance / depth;
}
