import { normalDeviates } from "./normal-deviates.ts";
import type { RuleSet } from "./rule-set.ts";
import type { AnalyticalError } from "./shewhart-run-length.ts";
import { WestgardEvaluator } from "./westgard.ts";

/** Rejections after which a run length is precise to about 1.4%. */
const REJECTIONS = 5000;
const MOST_RUNS = 1_000_000;
const SERIES = 20_000;

/** An estimate of simulation. */
export interface SimulatedValue {
  readonly value: number;
  readonly standardError: number;
}

/** Mean run length over many series, each from counters without history; Infinity when none was rejected. */
export function simulateRunLength(
  rules: RuleSet,
  controls: number,
  error: Required<AnalyticalError>,
  seed: number,
): SimulatedValue {
  const nextIsRejected = simulation(rules, controls, error, seed);
  let [rejections, runs] = [0, 0];
  while (rejections < REJECTIONS && runs < MOST_RUNS) {
    runs++;
    if (nextIsRejected()) rejections++;
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
  const evaluator = simulation(rules, controls, error, seed);
  let rejected = 0;
  for (let series = 0; series < SERIES; series++) {
    let run = 0;
    while (run < runs && !evaluator()) run++;
    if (run < runs) rejected++;
    else evaluator.reset();
  }
  const value = rejected / SERIES;
  return { value, standardError: Math.sqrt((value * (1 - value)) / SERIES) };
}

/** Simulates the next run and says whether it is rejected; counters start anew after a rejection. */
function simulation(
  rules: RuleSet,
  controls: number,
  { shift, sdRatio }: Required<AnalyticalError>,
  seed: number,
): (() => boolean) & { reset(): void } {
  const evaluator = new WestgardEvaluator(controls, rules);
  const deviate = normalDeviates(seed);
  const next = (): boolean => {
    const scores = Array.from({ length: controls }, () => shift + sdRatio * deviate());
    const isRejected = evaluator.add(scores).verdict === "out of control";
    if (isRejected) evaluator.reset();
    return isRejected;
  };
  return Object.assign(next, { reset: () => evaluator.reset() });
}
