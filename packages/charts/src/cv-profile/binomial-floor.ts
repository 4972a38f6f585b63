/**
 * Smallest coefficient of variation that counting alone allows at a VAF and a depth, as a fraction:
 * sqrt(p (1 - p) / depth) / p, the relative standard deviation of a binomial proportion.
 */
export function binomialFloorCv(vaf: number, depth: number): number {
  return Math.sqrt((1 - vaf) / (vaf * depth));
}
