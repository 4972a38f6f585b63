import { requireCount, requirePositive } from "../distributions/requirements.ts";
import { type RuleSetFigure, rejectedShare, ruleSetRunLength } from "./rule-performance.ts";
import type { RuleSet } from "./rule-set.ts";

/** How often a rule set is applied. */
export interface ControlSchedule {
  /** Controls in every run. */
  readonly controls: number;
  readonly runsPerYear: number;
  /** Independent charts that the rule set is applied to in every run; 1 unless given. */
  readonly charts?: number;
  /**
   * What happens to windows after a rejection: they `start anew` (default; a corrective action is recorded) or `go on`,
   * so that a long window rejects several runs in a row.
   */
  readonly afterRejection?: "start anew" | "go on";
}

/** False alarms of a process that is in control all the time. */
export interface FalseAlarms {
  /** Probability that one chart rejects a run, in the long run: 1 / ARL where windows start anew. */
  readonly perChart: RuleSetFigure;
  /** Probability that at least one of the charts rejects a run. */
  readonly perRun: number;
  /** Rejections expected in a year, over all charts. */
  readonly perYear: number;
}

/**
 * Expected false alarms: the rejections of a chart are a renewal process with the average run length as its mean where
 * windows start anew (Feller, An Introduction to Probability Theory and Its Applications, volume 1, XIII.3), otherwise
 * each run has the share of `rejectedShare`.
 *
 * @throws StatisticsError as `ruleSetRunLength`; TS_STATISTICS_OUT_OF_RANGE for a frequency that is not positive.
 */
export function expectedFalseAlarms(ruleSet: RuleSet, schedule: ControlSchedule): FalseAlarms {
  const { controls, runsPerYear, charts = 1, afterRejection = "start anew" } = schedule;
  requirePositive(runsPerYear, "runsPerYear");
  requireCount(charts, 1, Number.MAX_SAFE_INTEGER, "charts");
  const perChart =
    afterRejection === "go on"
      ? rejectedShare(ruleSet, { controls })
      : reciprocal(ruleSetRunLength(ruleSet, { controls }));
  return {
    perChart,
    perRun: -Math.expm1(charts * Math.log1p(-perChart.value)),
    perYear: charts * runsPerYear * perChart.value,
  };
}

/** A relative standard error stays what it is. */
function reciprocal(figure: RuleSetFigure): RuleSetFigure {
  const value = 1 / figure.value;
  if (figure.method === "Markov chain") return { ...figure, value };
  return { ...figure, value, standardError: value === 0 ? 0 : (value * figure.standardError) / figure.value };
}
