import type { BenchmarkPlan } from "./benchmark-year.ts";
import type { ControlPlan } from "./control-year.ts";
import type { ReplicatePlan } from "./replicate-study.ts";

/** Control measurements: one material daily by the smallest and by a larger baseline, one weekly, two materials daily. */
export const controlPlans: readonly ControlPlan[] = [
  { analyte: "one control, daily, baseline of 20", vafs: [0.5], baselinePoints: 20, runs: 250, daysBetweenRuns: 1 },
  { analyte: "one control, daily, baseline of 60", vafs: [0.3], baselinePoints: 60, runs: 250, daysBetweenRuns: 1 },
  { analyte: "one control, weekly, baseline of 20", vafs: [0.1], baselinePoints: 20, runs: 52, daysBetweenRuns: 7 },
  {
    analyte: "two controls, daily, baseline of 20",
    vafs: [0.3, 0.5],
    baselinePoints: 20,
    runs: 250,
    daysBetweenRuns: 1,
  },
];

/** A truth set with 3,000 variants, analysed every week. */
export const benchmarkPlan: BenchmarkPlan = {
  truthVariants: 3000,
  missed: 0.02,
  wrong: 0.02,
  runs: 52,
  minimumRecall: 0.975,
  minimumF1: 0.976,
  horizonDays: 182,
  alpha: 0.05,
};

/** Triplicates of a sample with heterozygous variants at 150 to 250 reads, which vary by 13% in truth. */
export const replicatePlan: ReplicatePlan = {
  variants: 41,
  replicates: 3,
  depths: [150, 250],
  betweenReplicates: 0.11,
  limit: 0.15,
};

/** A study every quarter. */
export const STUDIES_PER_YEAR = 4;
