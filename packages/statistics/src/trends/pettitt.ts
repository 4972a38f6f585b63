import type { UndefinedReason } from "../interval.ts";
import { type Numbers, requireFinite } from "../numbers.ts";
import { midRanks } from "./mid-ranks.ts";

/** Up to this many values the p-value is exact: 18! is the last factorial that a double holds exactly. */
const EXACT_UP_TO = 18;

/** Pettitt's test for one change of level. */
export interface Pettitt {
  readonly n: number;
  /** max |U_k|; 0 when all values are equal. */
  readonly k: number;
  /** Number of values before the most likely change, the first of several; null when there is none. */
  readonly changeAfter: number | null;
  /** Two-sided p-value. */
  readonly p: number;
  readonly method: "exact" | "approximate";
  readonly reason: UndefinedReason | null;
}

/**
 * Pettitt's test for a change of level at an unknown point (Pettitt 1979, Appl Stat 28:126): U_k is the sum over i <= k
 * < j of sign(x_j - x_i), here by ranks as k (n + 1) - 2 (r_1 + ... + r_k), and its largest size is the statistic.
 *
 * For up to 18 values p is exact, ties included: orders of the values are counted along the lattice of subsets. Above,
 * p = 2 exp(-6 K^2 / (n^3 + n^2)), good for p <= 0.5 and never above 1.
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE.
 */
export function pettitt(values: Numbers): Pettitt {
  requireFinite(values, "values");
  const n = values.length;
  const ranks = midRanks(values);
  let k = 0;
  let changeAfter: number | null = null;
  let score = 0;
  for (let index = 0; index < n - 1; index++) {
    score += n + 1 - 2 * (ranks[index] as number);
    if (Math.abs(score) > k) {
      k = Math.abs(score);
      changeAfter = index + 1;
    }
  }
  const method = n <= EXACT_UP_TO ? "exact" : "approximate";
  const p = method === "exact" ? exactProbability(ranks, k) : approximateProbability(n, k);
  return { n, k, changeAfter, p, method, reason: n < 2 ? "too few values" : k === 0 ? "no variation" : null };
}

function approximateProbability(n: number, k: number): number {
  return Math.min(1, 2 * Math.exp((-6 * k * k) / (n * n * (n + 1))));
}

/**
 * Share of all orders in which |U| reaches k. U after some values depends only on which values they are, so the orders
 * that stay below k are the paths from the empty to the full set through subsets with |U| < k.
 */
function exactProbability(ranks: Float64Array, k: number): number {
  if (k === 0) return 1;
  const n = ranks.length;
  const subsets = 2 ** n;
  const scores = new Float64Array(subsets);
  const paths = new Float64Array(subsets);
  paths[0] = 1;
  for (let subset = 1; subset < subsets; subset++) {
    const lowest = 31 - Math.clz32(subset & -subset);
    scores[subset] = (scores[subset & (subset - 1)] as number) + n + 1 - 2 * (ranks[lowest] as number);
    if (Math.abs(scores[subset] as number) >= k) continue;
    for (let rest = subset; rest !== 0; rest &= rest - 1) {
      paths[subset] = (paths[subset] as number) + (paths[subset ^ (rest & -rest)] as number);
    }
  }
  let orders = 1;
  for (let i = 2; i <= n; i++) orders *= i;
  return (orders - (paths[subsets - 1] as number)) / orders;
}
