import {
  type Alert,
  type DeclineQuestion,
  declineFinding,
  judgeThreshold,
  raiseAlerts,
  type ScoreCounts,
  scoreOfCounts,
  thresholdFinding,
  type WatchedSeries,
} from "@touchstone/quality";
import type { Random } from "@touchstone/test-support";
import { binomialDraw, dayAfter } from "./draws.ts";

const DAYS_BETWEEN_RUNS = 7;
const FIRST_LOOK = 8;

/** A truth set that is analysed every week. */
export interface BenchmarkPlan {
  readonly truthVariants: number;
  /** Probability that a variant is missed, and that one is called that is none (a share of the truth variants). */
  readonly missed: number;
  readonly wrong: number;
  readonly runs: number;
  readonly minimumRecall: number;
  /** F1 must not be predicted to fall below this within the horizon. */
  readonly minimumF1: number;
  readonly horizonDays: number;
  /** Two-sided level of all looks at a year together. */
  readonly alpha: number;
}

/** Counts of each week of a year in which nothing happens. */
export function benchmarkCounts(plan: BenchmarkPlan, random: Random): ScoreCounts[] {
  return Array.from({ length: plan.runs }, () => {
    const truthFn = binomialDraw(random, plan.truthVariants, plan.missed);
    const queryFp = binomialDraw(random, plan.truthVariants, plan.wrong);
    const truthTp = plan.truthVariants - truthFn;
    return { truthTp, truthFn, queryTp: truthTp, queryFp };
  });
}

/** Alerts of recall below its threshold; each run is a cause of its own, since what failed was put right before the next. */
export function thresholdAlerts(counts: readonly ScoreCounts[], { minimumRecall }: BenchmarkPlan): number {
  let raised = 0;
  for (const [week, ofRun] of counts.entries()) {
    const verdict = judgeThreshold({ score: "recall", minimum: minimumRecall }, ofRun, "routine");
    const time = dayAfter(DAYS_BETWEEN_RUNS * week);
    const finding = thresholdFinding(verdict, { assay: "simulated", run: `W${week}`, time, stratum: "INDEL" });
    raised += raiseAlerts([], finding === null ? [] : [finding], { at: time }).length;
  }
  return raised;
}

/** Alerts of a decline of F1, looked at after every run; nothing changes during the year, so that it has one segment. */
export function declineAlerts(
  counts: readonly ScoreCounts[],
  { minimumF1, horizonDays, alpha }: BenchmarkPlan,
): readonly Alert[] {
  const question: DeclineQuestion = { threshold: { value: minimumF1, badSide: "below" }, horizon: horizonDays, alpha };
  const points = counts.map((ofRun, week) => {
    const { value } = scoreOfCounts("f1", ofRun);
    return { run: `W${week}`, time: dayAfter(DAYS_BETWEEN_RUNS * week), value, event: null };
  });
  let alerts: readonly Alert[] = [];
  for (let n = FIRST_LOOK; n <= points.length; n++) {
    const watched: WatchedSeries = {
      assay: "simulated",
      series: "f1 of INDEL",
      unit: "day",
      points: points.slice(0, n),
      positions: Array.from({ length: n }, (_, week) => DAYS_BETWEEN_RUNS * week),
    };
    const finding = declineFinding(watched, question);
    alerts = raiseAlerts(alerts, finding === null ? [] : [finding], { at: points[n - 1].time });
  }
  return alerts;
}
