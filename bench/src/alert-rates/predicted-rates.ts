import { defaultRuleSet } from "@touchstone/quality";
import {
  binomialUpperTail,
  type FalseRejections,
  falseDeclineProbability,
  falseRejectionsOfEstimatedLimits,
  medianStandardDeviationFactor,
  noncentralTCdf,
} from "@touchstone/statistics";
import { Random } from "@touchstone/test-support";
import type { BenchmarkPlan } from "./benchmark-year.ts";
import type { ControlPlan } from "./control-year.ts";
import { plainDeclineShare } from "./plain-declines.ts";
import { plainRejections } from "./plain-rules.ts";
import { type ReplicatePlan, trueCv } from "./replicate-study.ts";

/** What docs/methods/monitoring.md predicts for one unit: a year, or a study. */
export interface PredictedRate extends FalseRejections {
  /** Standard error of the mean; 0 where it is no simulation. */
  readonly standardError: number;
}

const DAYS_PER_RUN = 7;

/**
 * Rejections of a year. One control: the Markov chain of the rules, integrated over the error of the limits. Two: plain
 * normal deviates through rules written once more.
 */
export function predictedRejections(plan: ControlPlan, plainYears: number): PredictedRate {
  if (plan.vafs.length === 1) {
    const exact = falseRejectionsOfEstimatedLimits(defaultRuleSet.rules, plan.baselinePoints, plan.runs);
    return { ...exact, standardError: 0 };
  }
  const plain = plainRejections(plan.baselinePoints, plan.runs, plainYears, new Random(97));
  return { ...plain, standardError: Math.sqrt(plain.variance / plainYears) };
}

/** Failed thresholds of a year: binomial tails of the number of missed variants. */
export function predictedFailures({ truthVariants, missed, minimumRecall, runs }: BenchmarkPlan): PredictedRate {
  const tolerated = Math.floor(truthVariants * (1 - minimumRecall) + 1e-9);
  const p = binomialUpperTail(tolerated + 1, truthVariants, missed);
  return { mean: runs * p, variance: runs * p * (1 - p), standardError: 0 };
}

/** Declines of a year by trend alone: the exact walk of S. An upper bound of what is predicted with all conditions. */
export function boundOfDeclines({ runs, alpha }: BenchmarkPlan): number {
  return falseDeclineProbability(runs, alpha, 8);
}

/** Declines of a year with all conditions: plain normal deviates through the rule written once more. */
export function predictedDeclines(plan: BenchmarkPlan, plainSeries: number): PredictedRate {
  const { runs, horizonDays, alpha } = plan;
  const question = { runs, threshold: thresholdInSd(plan), horizonRuns: horizonDays / DAYS_PER_RUN, alpha };
  const mean = plainDeclineShare(question, plainSeries, new Random(101));
  const variance = mean * (1 - mean);
  return { mean, variance, standardError: Math.sqrt(variance / plainSeries) };
}

/** Distance of the threshold from the true F1 in SD of a run's F1, by the delta method. */
function thresholdInSd({ truthVariants, missed, wrong, minimumF1 }: BenchmarkPlan): number {
  const denominator = 2 - missed + wrong;
  const byMissed = (2 * (1 + wrong)) / denominator ** 2;
  const byWrong = (2 * (1 - missed)) / denominator ** 2;
  const variance = (byMissed ** 2 * missed * (1 - missed) + byWrong ** 2 * wrong * (1 - wrong)) / truthVariants;
  return (minimumF1 - (2 * (1 - missed)) / denominator) / Math.sqrt(variance);
}

/**
 * Alerts of a replicate study: the median of an odd number of variants is above the limit when more than half of them
 * are, each with the probability q that the CV of normal replicates, sqrt(n) over a noncentral t, is above the limit for
 * this number of replicates.
 */
export function predictedStudyAlerts(plan: ReplicatePlan): PredictedRate {
  const { variants, replicates, limit } = plan;
  const uncorrected = limit * medianStandardDeviationFactor(replicates);
  const root = Math.sqrt(replicates);
  const q = noncentralTCdf(root / uncorrected, replicates - 1, root / trueCv(plan));
  const mean = binomialUpperTail((variants + 1) / 2, variants, q);
  return { mean, variance: mean * (1 - mean), standardError: 0 };
}

/** The 99% interval in which the mean of some units lies if the prediction is right. */
export function intervalOfMean({ mean, variance, standardError }: PredictedRate, units: number): [number, number] {
  const margin = 2.5758293035489004 * Math.sqrt(variance / units + standardError ** 2);
  return [mean - margin, mean + margin];
}
