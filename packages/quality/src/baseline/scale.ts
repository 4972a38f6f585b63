import type { BaselineDocument } from "@touchstone/model";
import { isFraction, type MeasurementKind } from "../measurements/measurement.ts";

/** Scale on which mean, SD and deviations are computed. */
export type ChartScale = BaselineDocument["content"]["series"][number]["scale"];

/** Every scale. */
export const chartScales: readonly ChartScale[] = ["raw", "logit", "arcsine", "log"];

/** Whether values of a kind can be put on a scale: logit and arcsine are for fractions. */
export function suitsKind(scale: ChartScale, kind: MeasurementKind): boolean {
  return scale === "raw" || scale === "log" || isFraction(kind);
}

/**
 * A value on the scale; null where the scale does not reach it (logarithm of 0 or less; logit of 0 or 1 without depth).
 *
 * logit with a depth d and a = value d reads is the empirical logit ln((a + 1/2) / (d - a + 1/2)) (Haldane 1956,
 * Anscombe 1956), which is defined for 0 and 1 too; without depth it is ln(p / (1 - p)). arcsine is asin(sqrt(p)).
 */
export function toScale(scale: ChartScale, value: number, depth: number | null): number | null {
  switch (scale) {
    case "raw":
      return value;
    case "log":
      return value > 0 ? Math.log(value) : null;
    case "arcsine":
      return Math.asin(Math.sqrt(value));
    case "logit": {
      if (depth !== null) return Math.log((value * depth + 0.5) / ((1 - value) * depth + 0.5));
      return value > 0 && value < 1 ? Math.log(value / (1 - value)) : null;
    }
  }
}

/** The raw value that a position on the scale stands for; the inverse of `toScale` without depth. */
export function fromScale(scale: ChartScale, position: number): number {
  switch (scale) {
    case "raw":
      return position;
    case "log":
      return Math.exp(position);
    case "arcsine":
      return Math.sin(Math.min(Math.max(position, 0), Math.PI / 2)) ** 2;
    case "logit":
      return 1 / (1 + Math.exp(-position));
  }
}

/**
 * The variance that counting alone gives a fraction p on one read, on the scale; divided by the depth it is that of a
 * point. p(1 - p) on the raw scale; by the delta method (derivative squared times p(1 - p)) 1/(p(1 - p)) for logit, 1/4
 * for arcsine and (1 - p)/p for log. Null where p leaves none (0 or 1) or the scale's derivative is infinite.
 */
export function countingVariance(scale: ChartScale, p: number): number | null {
  if (!(p > 0 && p < 1)) return null;
  switch (scale) {
    case "raw":
      return p * (1 - p);
    case "log":
      return (1 - p) / p;
    case "arcsine":
      return 0.25;
    case "logit":
      return 1 / (p * (1 - p));
  }
}
