import { mean, standardDeviation } from "../descriptive/moments.ts";
import { normalDeviates } from "./normal-deviates.ts";
import type { RuleSet } from "./rule-set.ts";
import type { AnalyticalError } from "./shewhart-run-length.ts";
import { WestgardEvaluator } from "./westgard.ts";

/** Rejections after which a run length is precise to about 1.4%. */
const REJECTIONS = 5000;
const MOST_RUNS = 1_000_000;
const SERIES = 20_000;
const BATCHES = 100;
const BATCH_RUNS = 2000;

/** An estimate of simulation. */
export interface SimulatedValue {
  readonly value: number;
  readonly standardError: number;
}

/** Rejections of one series after the other. */
interface Simulation {
  /** Simulates the next run and says whether it is rejected. */
  next(): boolean;
  /** Forgets the past. */
  reset(): void;
}

/** Mean run length over many series, each from counters without history; Infinity when no run was rejected. */
export function simulateRunLength(
  rules: RuleSet,
  controls: number,
  error: Required<AnalyticalError>,
  seed: number,
): SimulatedValue {
  const simulation = simulate(rules, controls, error, seed);
  let [rejections, runs] = [0, 0];
  while (rejections < REJECTIONS && runs < MOST_RUNS) {
    runs++;
    if (!simulation.next()) continue;
    rejections++;
    simulation.reset();
  }
  // Run lengths are nearly geometric: their SD is their mean.
  return { value: runs / rejections, standardError: runs / rejections / Math.sqrt(rejections) };
}

/** Share of series in which one of the first runs is rejected. */
export function simulateRejection(
  rules: RuleSet,
  controls: number,
  error: Required<AnalyticalError>,
  runs: number,
  seed: number,
): SimulatedValue {
  const simulation = simulate(rules, controls, error, seed);
  let rejected = 0;
  for (let series = 0; series < SERIES; series++) {
    let run = 0;
    while (run < runs && !simulation.next()) run++;
    if (run < runs) rejected++;
    simulation.reset();
  }
  const value = rejected / SERIES;
  return { value, standardError: Math.sqrt((value * (1 - value)) / SERIES) };
}

/** Share of rejected runs in one long series, with a standard error from the means of its batches. */
export function simulateRejectedShare(
  rules: RuleSet,
  controls: number,
  error: Required<AnalyticalError>,
  seed: number,
): SimulatedValue {
  const simulation = simulate(rules, controls, error, seed);
  const shares = Array.from({ length: BATCHES }, () => {
    let rejected = 0;
    for (let run = 0; run < BATCH_RUNS; run++) if (simulation.next()) rejected++;
    return rejected / BATCH_RUNS;
  });
  const value = mean(shares) ?? 0;
  return { value, standardError: (standardDeviation(shares) ?? 0) / Math.sqrt(BATCHES) };
}

function simulate(
  rules: RuleSet,
  controls: number,
  { shift, sdRatio }: Required<AnalyticalError>,
  seed: number,
): Simulation {
  const evaluator = new WestgardEvaluator(controls, rules);
  const deviate = normalDeviates(seed);
  const scores = new Float64Array(controls);
  return {
    next: () => {
      for (let control = 0; control < controls; control++) scores[control] = shift + sdRatio * deviate();
      return evaluator.add(scores).verdict === "out of control";
    },
    reset: () => evaluator.reset(),
  };
}
