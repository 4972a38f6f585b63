import { requireOpenProbability } from "../distributions/requirements.ts";
import { StatisticsError } from "../error.ts";
import type { Numbers } from "../numbers.ts";
import { type DifferenceMoments, differenceMoments, differencesOf } from "./differences.ts";
import { DEFAULT_LEVEL, type LimitsOfAgreement, type LimitsOptions, limitsOfAgreement } from "./limits-of-agreement.ts";
import { type ProportionalBias, proportionalBiasFromMoments } from "./proportional-bias.ts";

/** One pair of runs, by their 0-based places; differences are first - second. */
export interface RunPair {
  readonly first: number;
  readonly second: number;
  readonly agreement: LimitsOfAgreement;
  readonly proportionalBias: ProportionalBias;
}

/** All pairs of k runs, with what must be known to read so many of them. */
export interface AllPairs {
  readonly runs: number;
  /** k (k - 1) / 2 of them, ordered by first and second run. */
  readonly pairs: readonly RunPair[];
  /** Confidence level of each pair's intervals. */
  readonly pairLevel: number;
  /** Level at which, at least, all pairs' intervals of one kind hold together (Bonferroni's inequality). */
  readonly familyLevel: number;
  /** Pairs that each run takes part in, k - 1: one bad run shows in all of them, so they are no independent evidence. */
  readonly pairsPerRun: number;
}

/** How the level of the options is understood: of each pair, or of all pairs together. */
export type Multiplicity = "each pair" | "all pairs";

/**
 * Limits of agreement of every two of k >= 2 runs over the same subjects. With multiplicity "all pairs" the level of the
 * options holds for all pairs together, by Bonferroni's correction; "each pair" is the default.
 *
 * @param runs [run][subject]
 * @throws StatisticsError TS_STATISTICS_TOO_FEW for fewer than two runs, TS_STATISTICS_LENGTH, TS_STATISTICS_NOT_FINITE,
 *   TS_STATISTICS_OUT_OF_RANGE for bad options.
 */
export function allPairs(
  runs: readonly Numbers[],
  options: LimitsOptions & { readonly multiplicity?: Multiplicity } = {},
): AllPairs {
  return allPairsFromMoments(runs.length, (first, second) => differenceMoments(runs[first], runs[second]), options);
}

/**
 * The same from the moments of each pair, for runs that were streamed.
 *
 * @param moments of first - second, asked for once for each pair of places first < second.
 */
export function allPairsFromMoments(
  runs: number,
  moments: (first: number, second: number) => DifferenceMoments,
  options: LimitsOptions & { readonly multiplicity?: Multiplicity } = {},
): AllPairs {
  if (runs < 2) {
    throw new StatisticsError("TS_STATISTICS_TOO_FEW", `${runs} runs; a pair needs two`, { argument: "runs" });
  }
  const { level = DEFAULT_LEVEL, multiplicity = "each pair" } = options;
  requireOpenProbability(level, "level");
  const count = (runs * (runs - 1)) / 2;
  const pairLevel = multiplicity === "all pairs" ? 1 - (1 - level) / count : level;
  const pairs: RunPair[] = [];
  for (let first = 0; first < runs; first++) {
    for (let second = first + 1; second < runs; second++) {
      const pair = moments(first, second);
      const agreement = limitsOfAgreement(differencesOf(pair), { ...options, level: pairLevel });
      pairs.push({ first, second, agreement, proportionalBias: proportionalBiasFromMoments(pair) });
    }
  }
  return { runs, pairs, pairLevel, familyLevel: Math.max(0, 1 - count * (1 - pairLevel)), pairsPerRun: runs - 1 };
}
