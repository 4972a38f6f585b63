import type { FalseRejections } from "@touchstone/statistics";
import type { Random } from "@touchstone/test-support";
import { normalDraw } from "./draws.ts";

/** Counters of one material, positive above the mean. */
interface Streaks {
  beyond2: number;
  beyond1: number;
  side: number;
}

/**
 * Rejections of a year by limits from n points, of plain normal deviates: Westgard's multirule written once more, for
 * two controls in every run, everything starting anew after a rejection. Shares no code with what it predicts for.
 */
export function plainRejections(n: number, runs: number, years: number, random: Random): FalseRejections {
  let [sum, squares] = [0, 0];
  for (let year = 0; year < years; year++) {
    const rejections = yearOf(n, runs, random);
    sum += rejections;
    squares += rejections * rejections;
  }
  const mean = sum / years;
  return { mean, variance: squares / years - mean * mean };
}

function yearOf(n: number, runs: number, random: Random): number {
  const limits = [estimatedLimits(n, random), estimatedLimits(n, random)];
  let streaks = [noStreaks(), noStreaks()];
  let rejections = 0;
  for (let run = 0; run < runs; run++) {
    const scores = limits.map(({ mean, sd }) => (normalDraw(random) - mean) / sd);
    const [first, second] = scores;
    const isWithin = Math.abs(first) > 3 || Math.abs(second) > 3 || (Math.abs(first) > 2 && Math.abs(second) > 2);
    let isAcross = false;
    for (const [material, score] of scores.entries()) isAcross = isViolated(streaks[material], score) || isAcross;
    if (!isWithin && !isAcross) continue;
    rejections++;
    streaks = [noStreaks(), noStreaks()];
  }
  return rejections;
}

/** 2-2s, 4-1s and 10-x of one material. */
function isViolated(streaks: Streaks, score: number): boolean {
  streaks.beyond2 = lengthened(streaks.beyond2, score, 2);
  streaks.beyond1 = lengthened(streaks.beyond1, score, 1);
  streaks.side = lengthened(streaks.side, score, 0);
  return Math.abs(streaks.beyond2) >= 2 || Math.abs(streaks.beyond1) >= 4 || Math.abs(streaks.side) >= 10;
}

function lengthened(length: number, score: number, limit: number): number {
  if (score > limit) return length > 0 ? length + 1 : 1;
  if (score < -limit) return length < 0 ? length - 1 : -1;
  return 0;
}

function noStreaks(): Streaks {
  return { beyond2: 0, beyond1: 0, side: 0 };
}

function estimatedLimits(n: number, random: Random): { mean: number; sd: number } {
  const points = Array.from({ length: n }, () => normalDraw(random));
  const mean = points.reduce((sum, value) => sum + value, 0) / n;
  const sd = Math.sqrt(points.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  return { mean, sd };
}
