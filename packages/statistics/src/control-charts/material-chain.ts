/** A rule that counts consecutive measurements of one material beyond a limit. */
export interface StreakRule {
  readonly limit: number;
  readonly count: number;
}

/** Limits that rules know, in SD; they cut the scores into regions of which a rule sees no inside. */
const EDGES: readonly number[] = [-3, -2, -1, 0, 1, 2, 3];

/** Number of regions. */
export const REGIONS: number = EDGES.length + 1;

/** A score in the middle of each region, lowest first. */
export const REGION_SCORES: readonly number[] = Array.from({ length: REGIONS }, (_, region) => region - 3.5);

/** Probability of each region for a distribution function. */
export function regionProbabilities(cdf: (score: number) => number, upperTail: (score: number) => number): number[] {
  return REGION_SCORES.map((_, region) => {
    const [low, high] = [EDGES[region - 1], EDGES[region]];
    if (low === undefined) return cdf(high);
    if (high === undefined) return upperTail(low);
    // On either side of the mean the smaller tails are subtracted.
    return low >= 0 ? upperTail(low) - upperTail(high) : cdf(high) - cdf(low);
  });
}

/** What the counters of one material can become. */
export interface MaterialChain {
  readonly states: number;
  /** State after a score in a region, at [state * REGIONS + region]; -1 where the chain ends with a violation. */
  readonly next: Int32Array;
  /** 1 where a rule is violated, likewise. */
  readonly violated: Uint8Array;
}

/**
 * The Markov chain of the counters of streak rules for one material (Champ & Woodall 1987, Technometrics 29:393). State
 * 0 is that of no history.
 *
 * @param goesOn whether counters go on after a violation (lengths then stop at the rule's count); otherwise it ends the
 *   chain.
 */
export function createMaterialChain(rules: readonly StreakRule[], goesOn: boolean): MaterialChain {
  const start = rules.map(() => 0);
  const found: number[][] = [start];
  const places = new Map<string, number>([[start.join(), 0]]);
  const next: number[] = [];
  const violated: number[] = [];
  for (let state = 0; state < found.length; state++) {
    for (const score of REGION_SCORES) {
      const lengths = found[state].map((length, rule) => extend(length, score, rules[rule]));
      const isViolated = lengths.some((length, rule) => Math.abs(length) === rules[rule].count);
      violated.push(isViolated ? 1 : 0);
      if (isViolated && !goesOn) {
        next.push(-1);
        continue;
      }
      const key = lengths.join();
      let place = places.get(key);
      if (place === undefined) {
        place = found.push(lengths) - 1;
        places.set(key, place);
      }
      next.push(place);
    }
  }
  return { states: found.length, next: Int32Array.from(next), violated: Uint8Array.from(violated) };
}

/** Length of the streak after a score: positive above the mean, negative below. */
function extend(length: number, score: number, { limit, count }: StreakRule): number {
  if (Math.abs(score) <= limit) return 0;
  const side = Math.sign(score);
  return side * Math.min(count, length * side > 0 ? Math.abs(length) + 1 : 1);
}
