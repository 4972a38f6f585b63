import { ruleDefinition } from "@touchstone/statistics";
import { type BaselineIdentity, describeBaseline } from "../baseline/baseline.ts";
import { fromScale } from "../baseline/scale.ts";
import { describeSeries, type Measurement } from "../measurements/measurement.ts";
import type { AppliedLimits, RuleViolation, WindowPoint } from "./verdict.ts";

const DIGITS = 4;

/** "EGFR L858R in HD200 is 0.0612, 2.31 SD above the mean 0.05 of baseline hd200 v1". */
export function describeDeviation(
  measurement: Measurement,
  score: number,
  limits: AppliedLimits,
  baseline: BaselineIdentity,
): string {
  const mean = shown(fromScale(limits.scale, limits.mean));
  const side = score === 0 ? "on" : `${Math.abs(score).toFixed(2)} SD ${score > 0 ? "above" : "below"}`;
  const provisional = limits.isProvisional ? "provisional " : "";
  const adjusted = limits.isDepthAdjusted ? `, SD adjusted to depth ${shown(measurement.depth ?? 0)}` : "";
  return (
    `${describeSeries(measurement)} is ${shown(measurement.value)}, ${side} the mean ${mean} of ${provisional}baseline ` +
    `${describeBaseline(baseline)}${adjusted}`
  );
}

/** "Rule 2-2s across runs (rejection): 2 values in a row of this material lie more than 2 SD above the mean, runs 7 to 8". */
export function describeViolation(violation: RuleViolation): string {
  const { rule, scope, severity, window } = violation;
  return `Rule ${rule} ${scope} (${severity}): ${explain(violation)}${describeRuns(window)}.`;
}

function explain({ rule, scope, side, window }: RuleViolation): string {
  const { shape, limit, count } = ruleDefinition(rule);
  const beyond = limit === 0 ? `${side} the mean` : `more than ${limit} SD ${side} the mean`;
  switch (shape) {
    case "single":
      return `the value lies ${beyond}`;
    case "range":
      return "the controls of the run lie far apart, one high and one low, which is random error";
    case "two of three":
      return `2 of 3 values ${WINDOWS[scope]} lie ${beyond}`;
    case "same side":
      return `${Math.max(count, window.length)} values ${WINDOWS[scope]} lie ${beyond}, which is a shift`;
  }
}

const WINDOWS = {
  "within run": "of the run",
  "across runs": "in a row of this control",
  "across materials": "in a row over all controls",
} as const;

function describeRuns(window: readonly WindowPoint[]): string {
  const [first, last] = [window[0]?.run, window.at(-1)?.run];
  return first === last ? "" : ` (runs ${first} to ${last})`;
}

/** A number with four significant digits at most, as people read it. */
export function shown(value: number, digits: number = DIGITS): string {
  return String(Number(value.toPrecision(digits)));
}
