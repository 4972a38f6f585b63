/** The exact distribution of Kendall's S over all orders of the values. */
export interface ScoreDistribution {
  /** Largest S: the number of pairs of different values. */
  readonly maximum: number;
  /** P(S >= s). By symmetry also P(S <= -s). */
  upperTail(s: number): number;
}

const withoutTies = new Map<number, ScoreDistribution>();

/**
 * Exact distribution of S when all distinct orders of the values are equally likely.
 *
 * Orders of n different values are counted by their inversions with the generating function
 * [n]!_q = prod (1 - q^i) / (1 - q), of which the coefficients are the Mahonian numbers (Kendall 1938, Biometrika 30:81);
 * with ties, orders of a multiset by the q-multinomial coefficient [n]!_q / prod [t]!_q over the groups of t equal values
 * (MacMahon 1913, Amer J Math 35:281). Counts are exact integers; the probabilities are correct to a rounding or two.
 *
 * Takes about n^3 / 2 additions of big integers.
 */
export function scoreDistribution(n: number, tieGroups: readonly number[]): ScoreDistribution {
  if (tieGroups.length > 0) return distribution(n, tieGroups);
  const known = withoutTies.get(n) ?? distribution(n, []);
  withoutTies.set(n, known);
  return known;
}

function distribution(n: number, tieGroups: readonly number[]): ScoreDistribution {
  const tiedPairs = tieGroups.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const maximum = (n * (n - 1)) / 2 - tiedPairs;
  const atMost = cumulativeShares(inversionCounts(n, tieGroups, maximum));
  return {
    maximum,
    upperTail(s) {
      const inversions = Math.floor((maximum - s) / 2);
      return inversions < 0 ? 0 : (atMost[inversions] ?? 1);
    },
  };
}

/** How many orders have 0, 1, ..., `maximum` inversions: the series of the generating function up to that power. */
function inversionCounts(n: number, tieGroups: readonly number[], maximum: number): bigint[] {
  const counts = new Array<bigint>(maximum + 1).fill(0n);
  counts[0] = 1n;
  for (let i = 2; i <= n; i++) {
    timesOneMinusPower(counts, i);
    overOneMinusPower(counts, 1);
  }
  for (const size of tieGroups) {
    for (let i = 2; i <= size; i++) {
      timesOneMinusPower(counts, 1);
      overOneMinusPower(counts, i);
    }
  }
  return counts;
}

/** Multiplies the series by 1 - q^power. */
function timesOneMinusPower(series: bigint[], power: number): void {
  for (let k = series.length - 1; k >= power; k--) series[k] = at(series, k) - at(series, k - power);
}

/** Divides the series by 1 - q^power. */
function overOneMinusPower(series: bigint[], power: number): void {
  for (let k = power; k < series.length; k++) series[k] = at(series, k) + at(series, k - power);
}

function at(series: readonly bigint[], index: number): bigint {
  return series[index] as bigint;
}

function cumulativeShares(counts: readonly bigint[]): Float64Array {
  const total = Number(counts.reduce((sum, count) => sum + count, 0n));
  let running = 0n;
  return Float64Array.from(counts, (count) => {
    running += count;
    return Number(running) / total;
  });
}
