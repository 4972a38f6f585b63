import { reproducibilityFinding } from "@touchstone/quality";
import { binomialFloorOfRuns, coefficientOfVariation, cvSummary, median } from "@touchstone/statistics";
import type { Random } from "@touchstone/test-support";
import { binomialDraw, dayAfter, normalDraw } from "./draws.ts";

/** Replicates of one sample with heterozygous variants. */
export interface ReplicatePlan {
  /** Odd, so that the median is one of them. */
  readonly variants: number;
  readonly replicates: number;
  readonly depths: readonly [number, number];
  /** SD of the fraction from replicate to replicate, as a share of it; counting comes on top. */
  readonly betweenReplicates: number;
  readonly limit: number;
}

const VAF = 0.5;

/** Whether a study of replicates that are as they should be raises an alert. */
export function replicateStudyAlerts(plan: ReplicatePlan, random: Random): boolean {
  const {
    depths: [low, high],
    limit,
  } = plan;
  const variants = Array.from({ length: plan.variants }, () => {
    const runs = Array.from({ length: plan.replicates }, () => {
      const depth = low + Math.floor((high - low + 1) * random.fraction());
      const fraction = VAF * (1 + plan.betweenReplicates * normalDraw(random));
      return { depth, vaf: binomialDraw(random, depth, fraction) / depth };
    });
    const variation = coefficientOfVariation(runs.map(({ vaf }) => vaf));
    return {
      variation,
      floor: binomialFloorOfRuns(
        variation.mean ?? 0,
        runs.map(({ depth }) => depth),
      ),
    };
  });
  const summary = cvSummary(variants.map(({ variation }) => variation));
  const floorMedian = median(variants.flatMap(({ floor }) => (floor.cv === null ? [] : [floor.cv])));
  const study = { assay: "simulated", run: "R1", study: "S1", time: dayAfter(0), stratum: "het" };
  return reproducibilityFinding({ ...summary, floorMedian }, study, limit) !== null;
}

/** Coefficient of variation of one value, counting included: e^2 + (p(1 - p) - e^2 p^2) mean(1/depth) / p^2, its root. */
export function trueCv({ depths: [low, high], betweenReplicates }: ReplicatePlan): number {
  let inverse = 0;
  for (let depth = low; depth <= high; depth++) inverse += 1 / depth / (high - low + 1);
  const between = betweenReplicates ** 2;
  return Math.sqrt(between + ((1 - VAF) / VAF - between) * inverse);
}
