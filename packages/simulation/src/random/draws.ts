import type { Random } from "./random.ts";

/** Number of successes, drawn one by one: exact, and fast enough for depths of sequencing. */
export function binomial(random: Random, trials: number, probability: number): number {
  if (probability >= 1) return trials;
  let successes = 0;
  for (let i = 0; i < trials; i++) if (random.fraction() < probability) successes++;
  return successes;
}

/** A standard normal number (Box & Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
}
