import type { Numbers } from "../numbers.ts";

/** Kendall's score of values against their order. */
export interface KendallScore {
  /** Number of values. */
  readonly n: number;
  /** Pairs that rise less pairs that fall. */
  readonly s: number;
  /** n (n - 1) / 2. */
  readonly pairs: number;
  /** Pairs of equal values. */
  readonly tiedPairs: number;
  /** How often each value that occurs more than once occurs. */
  readonly tieGroups: readonly number[];
}

/**
 * Kendall's S: the sum over i < j of the sign of x_j - x_i, counted while the values are merge-sorted, in O(n log n)
 * (Knight 1966, JASA 61:436).
 *
 * @param values finite.
 */
export function kendallScore(values: Numbers): KendallScore {
  const n = values.length;
  const sorted = Float64Array.from(values);
  const fallingPairs = sortCountingInversions(sorted);
  const tieGroups = tieGroupsOf(sorted);
  const pairs = pairsOf(n);
  const tiedPairs = tieGroups.reduce((sum, size) => sum + pairsOf(size), 0);
  return { n, s: pairs - tiedPairs - 2 * fallingPairs, pairs, tiedPairs, tieGroups };
}

/**
 * Variance of S when all orders are equally likely: (n(n-1)(2n+5) - sum t(t-1)(2t+5)) / 18 over the groups of t equal
 * values (Kendall 1975, Rank Correlation Methods). 0 when all values are equal.
 */
export function varianceOfScore(n: number, tieGroups: readonly number[]): number {
  return (scoreTerm(n) - tieGroups.reduce((sum, size) => sum + scoreTerm(size), 0)) / 18;
}

/** t (t - 1) (2t + 5): what a group of t equal values takes from 18 times the variance of S. */
export function scoreTerm(size: number): number {
  return 2 * pairsOf(size) * (2 * size + 5);
}

/** Pairs among n things; 0, not -0, for n = 0. */
function pairsOf(n: number): number {
  return (n * n - n) / 2;
}

/** Sizes of the groups of two or more equal values. */
export function tieGroupsOf(sorted: Numbers): number[] {
  const groups: number[] = [];
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    if (end - start > 1) groups.push(end - start);
  }
  return groups;
}

/** Sorts in place, and returns the number of pairs of which the first was the larger. */
function sortCountingInversions(values: Float64Array): number {
  const n = values.length;
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(n);
  let inversions = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      inversions += merge(from, to, start, Math.min(start + width, n), Math.min(start + 2 * width, n));
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return inversions;
}

/** Merges two sorted neighbours; a value of the right one that is taken first is smaller than all left over. */
function merge(from: Float64Array, to: Float64Array, start: number, middle: number, end: number): number {
  let inversions = 0;
  let left = start;
  let right = middle;
  for (let out = start; out < end; out++) {
    if (right === end || (left < middle && (from[left] as number) <= (from[right] as number))) {
      to[out] = from[left++] as number;
    } else {
      to[out] = from[right++] as number;
      inversions += middle - left;
    }
  }
  return inversions;
}
