import { controlLimits } from "@touchstone/statistics";
import { QualityError } from "../error.ts";
import { dayOf } from "../measurements/moment.ts";
import type { BaselineLimits, BaselinePoint, BaselineSeries } from "./baseline.ts";
import { toScale } from "./scale.ts";

/** CLSI C24-Ed4: at least 20 measurements, from as many runs, on as many days; fewer make provisional limits. */
export const NEEDED_POINTS = 20;

/**
 * Limits of a series: mean and sample SD of the points that are not excluded, on the series' scale, with 95% intervals.
 * Mean and SD are null, with a reason, where they are not defined: equal points have no SD and judge nothing.
 *
 * @throws QualityError TS_BASELINE_INVALID when the scale does not reach a point.
 */
export function limitsOf({ scale, points, ...series }: Omit<BaselineSeries, "limits">): BaselineLimits {
  const used = points.filter(({ excluded }) => excluded === null);
  const positions = used.map(({ run, value, depth }) => {
    const position = toScale(scale, value, depth);
    if (position !== null) return position;
    const message = `run ${run}: ${series.analyte} is ${value}, which has no place on the ${scale} scale`;
    throw new QualityError("TS_BASELINE_INVALID", message, { field: "value" });
  });
  const runs = new Set(used.map(({ run }) => run)).size;
  const days = new Set(used.map(({ time }) => dayOf(time))).size;
  const { mean, sd, meanInterval, sdInterval, reason } = controlLimits(positions);
  return {
    n: used.length,
    runs,
    days,
    from: used[0]?.time ?? null,
    to: used.at(-1)?.time ?? null,
    depthRange: depthRangeOf(used),
    mean,
    meanInterval: meanInterval === null ? null : [...meanInterval],
    sd,
    sdInterval: sdInterval === null ? null : [...sdInterval],
    reason,
    provisional: shortfalls({ points: used.length, runs, days }),
  };
}

/** Of the points that state a depth: one that does not must not lift the check from all later points. */
function depthRangeOf(points: readonly BaselinePoint[]): [number, number] | null {
  const depths = points.flatMap(({ depth }) => (depth === null ? [] : [depth]));
  if (depths.length === 0) return null;
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const depth of depths) {
    low = Math.min(low, depth);
    high = Math.max(high, depth);
  }
  return [low, high];
}

function shortfalls(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts)
    .filter(([, count]) => count < NEEDED_POINTS)
    .map(([what, count]) => `${count} of ${NEEDED_POINTS} ${what}`);
}
