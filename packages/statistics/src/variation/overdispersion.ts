import { variance } from "../descriptive/moments.ts";
import { chiSquaredQuantile, chiSquaredUpperTail } from "../distributions/chi-squared.ts";
import { requireOpenProbability } from "../distributions/requirements.ts";
import { StatisticsError } from "../error.ts";
import type { Interval, UndefinedReason } from "../interval.ts";
import { type Numbers, requireSameLength } from "../numbers.ts";
import { binomialFloorOfRuns } from "./binomial-floor.ts";

/** How much the runs of a variant vary beyond counting; 1 is binomial sampling and nothing else. */
export interface Overdispersion {
  /** Runs with reads; of pooled variants, the sum over those that take part. */
  readonly runs: number;
  /** Pearson's chi-squared over its degrees of freedom. */
  readonly factor: number | null;
  /** Interval of the factor, when chi-squared over it has the chi-squared distribution. */
  readonly interval: Interval | null;
  readonly chiSquared: number | null;
  readonly degreesOfFreedom: number;
  /** Probability of a chi-squared this large from counting alone. */
  readonly p: number | null;
  readonly reason: UndefinedReason | null;
}

/**
 * Overdispersion of one variant over runs of any depths: sum of (a - d p)^2 / (d p (1 - p)) with the pooled p, over the
 * number of runs less one (McCullagh & Nelder 1989, Generalized Linear Models, section 4.5). With equal depths it is the
 * sample variance of the fractions over the binomial variance. Null where no run or every read carries the allele.
 *
 * @param alternate reads that carry the allele, of each run.
 * @param depths all reads of each run; runs without reads are left out.
 * @throws StatisticsError TS_STATISTICS_LENGTH; TS_STATISTICS_OUT_OF_RANGE for counts that are negative, not finite or
 *   above the depth, or a bad level.
 */
export function overdispersion(alternate: Numbers, depths: Numbers, level = 0.95): Overdispersion {
  requireOpenProbability(level, "level");
  return fromChiSquared(pearson(alternate, depths), level);
}

/**
 * Overdispersion that many variants share: sums of their chi-squared values and degrees of freedom. Variants with fewer
 * than two runs, or where no run or every read carries the allele, add nothing.
 *
 * @throws StatisticsError as of {@link overdispersion}.
 */
export function pooledOverdispersion(
  variants: Iterable<{ readonly alternate: Numbers; readonly depths: Numbers }>,
  level = 0.95,
): Overdispersion {
  requireOpenProbability(level, "level");
  const total = { runs: 0, chiSquared: 0, degreesOfFreedom: 0 };
  for (const { alternate, depths } of variants) {
    const one = pearson(alternate, depths);
    if (one.chiSquared === null) continue;
    total.runs += one.runs;
    total.chiSquared += one.chiSquared;
    total.degreesOfFreedom += one.degreesOfFreedom;
  }
  return fromChiSquared(total, level);
}

/**
 * Sample variance of the runs' fractions over the mean of their binomial variances p (1 - p) / depth, p being their mean:
 * the overdispersion of fractions whose reads are not known. Null with fewer than two runs or a mean of 0 or 1.
 *
 * @param fractions of each run, 0 to 1.
 * @param depths of each run, above 0.
 * @throws StatisticsError TS_STATISTICS_LENGTH; TS_STATISTICS_OUT_OF_RANGE for a fraction or depth out of range.
 */
export function varianceRatio(fractions: Numbers, depths: Numbers): number | null {
  requireSameLength(fractions, depths, "fractions", "depths");
  let sum = 0;
  for (let run = 0; run < fractions.length; run++) {
    requireBetween(fractions[run], 1, "fractions", run);
    if (depths[run] === 0) throw outOfRange(0, "depths", run);
    sum += fractions[run] / fractions.length;
  }
  const observed = variance(fractions);
  const { sd } = binomialFloorOfRuns(Math.min(1, sum), depths);
  return observed === null || sd === null || sd === 0 ? null : observed / (sd * sd);
}

interface Pearson {
  readonly runs: number;
  readonly chiSquared: number | null;
  readonly degreesOfFreedom: number;
}

function pearson(alternate: Numbers, depths: Numbers): Pearson {
  requireSameLength(alternate, depths, "alternate", "depths");
  let runs = 0;
  let carrying = 0;
  let reads = 0;
  for (let run = 0; run < depths.length; run++) {
    requireBetween(depths[run], Number.MAX_VALUE, "depths", run);
    requireBetween(alternate[run], depths[run], "alternate", run);
    if (depths[run] > 0) runs++;
    carrying += alternate[run];
    reads += depths[run];
  }
  const degreesOfFreedom = Math.max(0, runs - 1);
  if (runs < 2 || carrying === 0 || carrying === reads) return { runs, chiSquared: null, degreesOfFreedom };
  const p = carrying / reads;
  const q = (reads - carrying) / reads;
  let chiSquared = 0;
  for (let run = 0; run < depths.length; run++) {
    if (depths[run] > 0) chiSquared += (alternate[run] - depths[run] * p) ** 2 / (depths[run] * p * q);
  }
  return { runs, chiSquared, degreesOfFreedom };
}

function fromChiSquared({ runs, chiSquared, degreesOfFreedom: df }: Pearson, level: number): Overdispersion {
  const nothing = { runs, factor: null, interval: null, chiSquared: null, degreesOfFreedom: df, p: null };
  if (runs === 0) return { ...nothing, reason: "no data" };
  if (df === 0) return { ...nothing, reason: "too few values" };
  if (chiSquared === null) return { ...nothing, reason: "no variation" };
  const high = chiSquared / chiSquaredQuantile((1 - level) / 2, df);
  return {
    ...nothing,
    factor: chiSquared / df,
    interval: chiSquared === 0 ? null : [chiSquared / chiSquaredQuantile((1 + level) / 2, df), high],
    chiSquared,
    p: chiSquaredUpperTail(chiSquared, df),
    reason: chiSquared === 0 ? "no variation" : null,
  };
}

function requireBetween(value: number, highest: number, argument: string, index: number): void {
  if (!(value >= 0 && value <= highest)) throw outOfRange(value, argument, index);
}

function outOfRange(value: number, argument: string, index: number): StatisticsError {
  return new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `${argument}[${index}] is ${value}, out of range`, {
    argument,
    index,
  });
}
