import { normalUpperQuantile, studentTUpperTail } from "@touchstone/statistics";
import type { Baseline, BaselineSeries } from "../baseline/baseline.ts";
import { countingVariance, fromScale, toScale } from "../baseline/scale.ts";
import { isFraction, type Measurement } from "../measurements/measurement.ts";
import { dayOf } from "../measurements/moment.ts";
import type { Policies } from "../rule-set/policies.ts";
import { shown } from "../verdict/sentence.ts";
import type { AppliedLimits, NotEvaluableReason } from "../verdict/verdict.ts";
import { type CountedScatter, varianceAtDepth } from "./depth-adjustment.ts";

/** A point with its standardised deviation, or the reason why it has none. */
export type ScoredPoint =
  | { readonly score: number; readonly limits: AppliedLimits }
  | { readonly reason: NotEvaluableReason; readonly explanation: string };

/** One series of a baseline, ready to judge points. */
export class SeriesLimits {
  readonly baseline: Baseline;
  readonly series: BaselineSeries;
  readonly #runs: ReadonlySet<string>;
  readonly #lastDay: string;
  readonly #scatter: CountedScatter | null;

  constructor(baseline: Baseline, series: BaselineSeries) {
    this.baseline = baseline;
    this.series = series;
    this.#runs = new Set(series.points.map(({ run }) => run));
    // Points are in order of time.
    this.#lastDay = dayOf(series.points.at(-1)?.time ?? "");
    this.#scatter = countedScatter(series);
  }

  /**
   * Whether the limits were made of the run, or would have been had its point not been excluded. A run after the last day
   * of the points is another one, even where a name is used again: it must not go unjudged.
   */
  isOwnRun({ run, time }: Pick<Measurement, "run" | "time">): boolean {
    return this.#runs.has(run) && dayOf(time) <= this.#lastDay;
  }

  /** Holds a point of the right lot and pipeline version against the limits. */
  score(measurement: Measurement, policies: Policies): ScoredPoint {
    const { mean, sd, provisional, reason } = this.series.limits;
    if (mean === null || sd === null) return unscored("no limits", `the baseline gives no limits: ${reason}`);
    const isProvisional = provisional.length > 0;
    if (isProvisional && policies.provisionalBaseline === "not evaluable") {
      return unscored("provisional baseline", `the baseline is provisional: ${provisional.join(", ")}`);
    }
    const position = toScale(this.series.scale, measurement.value, measurement.depth);
    if (position === null) {
      const explanation = `${measurement.value} has no place on the ${this.series.scale} scale`;
      return unscored("off the scale", explanation);
    }
    const spread = this.#spread(measurement, sd, policies);
    if ("reason" in spread) return spread;
    const deviation = (position - mean) / spread.sd;
    const score = policies.limits === "prediction" ? predictionScore(deviation, this.series.limits.n) : deviation;
    if (!Number.isFinite(score)) return unscored("no limits", `the baseline's SD, ${sd}, is too small to judge by`);
    return { score, limits: { scale: this.series.scale, mean, ...spread, isProvisional } };
  }

  #spread({ depth }: Measurement, sd: number, policies: Policies): Spread | Extract<ScoredPoint, { reason: string }> {
    const asItIs = { sd, isDepthAdjusted: false };
    const range = this.series.limits.depthRange;
    if (range === null) return asItIs;
    if (depth === null) {
      if (policies.missingDepth === "judge") return asItIs;
      return unscored("depth missing", `the depth is not given, and the baseline covers ${describeRange(range)}`);
    }
    if (depth >= range[0] && depth <= range[1]) return asItIs;
    const explanation = `the depth, ${shown(depth)}, lies outside of ${describeRange(range)}, which the baseline covers`;
    if (policies.depthOutsideRange === "not evaluable" || this.#scatter === null) {
      return unscored("depth outside range", explanation);
    }
    return { sd: Math.sqrt(varianceAtDepth(this.#scatter, depth)), isDepthAdjusted: true };
  }
}

interface Spread {
  readonly sd: number;
  readonly isDepthAdjusted: boolean;
}

function unscored(reason: NotEvaluableReason, explanation: string): Extract<ScoredPoint, { reason: string }> {
  return { reason, explanation };
}

function describeRange([low, high]: readonly [number, number]): string {
  return `${shown(low)} to ${shown(high)}`;
}

/** Null where depth has no part in the scatter: quantities, series without depths, means of 0 or 1. */
function countedScatter({ kind, scale, limits, points }: BaselineSeries): CountedScatter | null {
  if (!isFraction(kind) || limits.depthRange === null || limits.mean === null || limits.sd === null) return null;
  const perRead = countingVariance(scale, fromScale(scale, limits.mean));
  if (perRead === null) return null;
  let inverseDepths = 0;
  let withDepth = 0;
  for (const { depth, excluded } of points) {
    if (excluded !== null || depth === null) continue;
    inverseDepths += 1 / depth;
    withDepth++;
  }
  return { variance: limits.sd ** 2, countingVariance: perRead, meanInverseDepth: inverseDepths / withDepth };
}

/**
 * The standard normal deviation that is exceeded as rarely as this one is by a new point of a baseline of n points:
 * (x - mean) / (SD sqrt(1 + 1/n)) follows Student's t with n - 1 degrees of freedom (Hahn & Meeker 1991, section 4.7).
 * Beyond 3 lies what lies beyond 3.53 SD of 20 points.
 */
function predictionScore(deviation: number, n: number): number {
  const tail = studentTUpperTail(Math.abs(deviation) / Math.sqrt(1 + 1 / n), n - 1);
  return Math.sign(deviation) * normalUpperQuantile(Math.max(tail, Number.MIN_VALUE));
}
