import { noncentralTQuantile } from "../distributions/noncentral-t.ts";
import { studentTQuantile } from "../distributions/student-t.ts";
import type { Interval } from "../interval.ts";

/**
 * How the interval of a limit of agreement is found: "1999" and "1986" from an approximate standard error, "exact" from
 * the noncentral t distribution.
 */
export type LimitIntervalMethod = "1986" | "1999" | "exact";

/** Below this number of pairs the exact interval is the default; the approximations are symmetric and too short there. */
export const EXACT_BELOW = 30;

/**
 * Standard error of either limit, in units of the differences.
 * - "1999": sd sqrt(1/n + z^2 / (2 (n - 1))), Bland & Altman 1999 (Stat Methods Med Res 8:135), section 2
 * - "1986": sd sqrt(3/n), Bland & Altman 1986 (Lancet i:307), which rounds the above for z = 2
 * - "exact": null; that interval has no standard error
 *
 * @param multiplier z, the number of standard deviations between bias and limit.
 */
export function limitStandardError(
  sd: number,
  n: number,
  multiplier: number,
  method: LimitIntervalMethod,
): number | null {
  if (method === "exact") return null;
  return sd * Math.sqrt(method === "1986" ? 3 / n : 1 / n + multiplier ** 2 / (2 * (n - 1)));
}

/**
 * Distances of the upper limit's interval from the bias, in standard deviations; the lower limit's are the same,
 * mirrored. For n >= 2.
 *
 * The exact interval (Carkeet 2015, Optom Vis Sci 92:e71) is that of the quantile bias + z sd of a normal distribution:
 * quantiles of the noncentral t distribution with n - 1 degrees of freedom and noncentrality z sqrt(n), over sqrt(n).
 * The approximate ones are z -+ t(n - 1) times the standard error.
 */
export function limitDistances(n: number, multiplier: number, level: number, method: LimitIntervalMethod): Interval {
  const tail = (1 - level) / 2;
  const standardError = limitStandardError(1, n, multiplier, method);
  if (standardError === null) {
    const root = Math.sqrt(n);
    const noncentrality = multiplier * root;
    return [
      noncentralTQuantile(tail, n - 1, noncentrality) / root,
      noncentralTQuantile(1 - tail, n - 1, noncentrality) / root,
    ];
  }
  const half = -studentTQuantile(tail, n - 1) * standardError;
  return [multiplier - half, multiplier + half];
}
