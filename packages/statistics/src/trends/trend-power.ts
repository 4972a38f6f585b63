import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { normalQuantile } from "../distributions/normal.ts";
import { requireRange } from "../numbers.ts";
import { mannKendall } from "./mann-kendall.ts";
import { requireFiniteNumber } from "./require-finite-number.ts";

/** Settings of `mannKendallPower`. */
export interface TrendPowerOptions {
  /** One-sided level; 0.025 unless given. */
  readonly level?: number;
  /** Series that are simulated; 2,000 unless given. */
  readonly simulations?: number;
  /** Seed of the noise; 1 unless given. */
  readonly seed?: number;
}

/** How often a test finds what is there. */
export interface TrendPower {
  readonly power: number;
  /** Standard error of the simulation. */
  readonly standardError: number;
}

/**
 * Power of the one-sided Mann-Kendall test for a straight trend in independent normal noise, by seeded simulation. Shown
 * beside "no trend", for with few runs it means little.
 *
 * @param n number of runs.
 * @param slope size of the change per run, in standard deviations of the noise.
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE or TS_STATISTICS_OUT_OF_RANGE.
 */
export function mannKendallPower(n: number, slope: number, options: TrendPowerOptions = {}): TrendPower {
  const { level = 0.025, simulations = 2000, seed = 1 } = options;
  requireFiniteNumber(slope, "slope");
  requireRange(n, 0, 100_000, "n");
  requireRange(level, 0, 1, "level");
  requireRange(simulations, 1, 1e9, "simulations");
  const random = xoroshiro128plus(seed);
  const noise = () => normalQuantile(uniformFloat64(random) || Number.EPSILON);
  let found = 0;
  for (let simulation = 0; simulation < simulations; simulation++) {
    const values = Float64Array.from({ length: n }, (_, run) => Math.abs(slope) * run + noise());
    if (mannKendall(values).p.increasing <= level) found++;
  }
  const power = found / simulations;
  return { power, standardError: Math.sqrt((power * (1 - power)) / simulations) };
}
