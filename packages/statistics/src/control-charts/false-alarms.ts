import { requireCount, requirePositive } from "../distributions/requirements.ts";
import { type RuleSetFigure, ruleSetRunLength } from "./rule-performance.ts";
import type { RuleSet } from "./rule-set.ts";

/** How often a rule set is applied. */
export interface ControlSchedule {
  /** Controls in every run. */
  readonly controls: number;
  readonly runsPerYear: number;
  /** Independent charts that the rule set is applied to in every run; 1 unless given. */
  readonly charts?: number;
}

/** False alarms of a process that is in control all the time. */
export interface FalseAlarms {
  /** Of one chart, in runs. */
  readonly averageRunLength: RuleSetFigure;
  /** Rejections expected in a year over all charts, counters starting anew after each. */
  readonly perYear: number;
  /** Probability that a run is rejected on one chart or more: 1 - (1 - 1/ARL)^charts. */
  readonly perRun: number;
}

/**
 * Expected false alarms, runs over average run length (renewal theorem: Feller, An Introduction to Probability Theory
 * and Its Applications, volume 1, XIII.3).
 *
 * @throws StatisticsError as `ruleSetRunLength`; TS_STATISTICS_OUT_OF_RANGE for a frequency that is not positive.
 */
export function expectedFalseAlarms(
  ruleSet: RuleSet,
  { controls, runsPerYear, charts = 1 }: ControlSchedule,
): FalseAlarms {
  requirePositive(runsPerYear, "runsPerYear");
  requireCount(charts, 1, Number.MAX_SAFE_INTEGER, "charts");
  const averageRunLength = ruleSetRunLength(ruleSet, { controls });
  const rate = 1 / averageRunLength.value;
  return {
    averageRunLength,
    perYear: charts * runsPerYear * rate,
    perRun: -Math.expm1(charts * Math.log1p(-rate)),
  };
}
