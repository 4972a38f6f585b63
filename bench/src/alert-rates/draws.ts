import { binomialProbability } from "@touchstone/statistics";
import type { Random } from "@touchstone/test-support";

/** A standard normal deviate: sine and cosine of Box & Muller 1958, of which one is used. */
export function normalDraw(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
}

/** A binomial count by inversion, its terms taken outwards from the most likely one. */
export function binomialDraw(random: Random, trials: number, p: number): number {
  const odds = p / (1 - p);
  const mode = Math.min(trials, Math.floor((trials + 1) * p));
  let [below, above] = [mode, mode];
  let probabilityBelow = binomialProbability(mode, trials, p);
  let probabilityAbove = probabilityBelow;
  let left = random.fraction() - probabilityBelow;
  while (left > 0 && (below > 0 || above < trials)) {
    if (above < trials) {
      probabilityAbove *= ((trials - above) / (above + 1)) * odds;
      above++;
      left -= probabilityAbove;
      if (left <= 0) return above;
    }
    if (below > 0) {
      probabilityBelow *= below / ((trials - below + 1) * odds);
      below--;
      left -= probabilityBelow;
      if (left <= 0) return below;
    }
  }
  return mode;
}

/** The moment so many days after the first of January 2026. */
export function dayAfter(days: number): string {
  return new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString();
}
