import type { ControlPoint, ControlVerdict, RuleCheck, RunEvaluation } from "@touchstone/statistics";
import type { Baseline, BaselineIdentity } from "../baseline/baseline.ts";
import { describeSeries, type Measurement } from "../measurements/measurement.ts";
import { describeDeviation, describeViolation, shown } from "../verdict/sentence.ts";
import {
  decisive,
  type NotEvaluableReason,
  type PointVerdict,
  type RuleViolation,
  type WindowPoint,
} from "../verdict/verdict.ts";
import type { ScoredPoint, SeriesLimits } from "./series-limits.ts";

/** What the rules made of the run, and which of the controls the point is. */
export interface PointEvaluation {
  readonly evaluation: RunEvaluation;
  readonly checks: readonly RuleCheck[];
  readonly slot: number;
  readonly nameOf: (point: ControlPoint) => WindowPoint;
}

/** A point that no limits hold for, or that has no place among them. */
export function notEvaluablePoint(
  measurement: Measurement,
  { reason, explanation }: { readonly reason: NotEvaluableReason; readonly explanation: string },
  limits: SeriesLimits | null,
): PointVerdict {
  return {
    measurement,
    state: "not evaluable",
    reason,
    score: null,
    limits: null,
    baseline: limits === null ? null : identityOf(limits.baseline),
    violations: [],
    sentence: `${describeSeries(measurement)} is ${shown(measurement.value)}: not evaluable, since ${explanation}.`,
  };
}

/** A point with a standardised deviation, as the rules see it. */
export function scoredPoint(
  measurement: Measurement,
  { score, limits }: Extract<ScoredPoint, { score: number }>,
  { baseline }: SeriesLimits,
  { evaluation, checks, slot, nameOf }: PointEvaluation,
): PointVerdict {
  const violations = evaluation.firings
    .filter(({ window }) => window.some(({ run, material }) => run === evaluation.run && material === slot))
    .map(({ rule, scope, severity, side, window, begins }): RuleViolation => {
      return { rule, scope, severity, side, begins, window: window.map(nameOf) };
    });
  const { state, reason } = stateOf(violations, evaluation, checks, slot);
  const identity = identityOf(baseline);
  const deviation = describeDeviation(measurement, score, limits, identity);
  const explained = decisive(violations)
    .map((violation) => ` ${describeViolation(violation)}`)
    .join("");
  const sentence = `${deviation}: ${describeState(state, reason)}.${explained}`;
  return { measurement, state, reason, score, limits, baseline: identity, violations, sentence };
}

/**
 * A violated rejection rule outweighs everything, a rule of this control that cannot be evaluated outweighs a warning,
 * and where no rule applies there is no verdict.
 */
function stateOf(
  violations: readonly RuleViolation[],
  { states }: RunEvaluation,
  checks: readonly RuleCheck[],
  slot: number,
): { state: ControlVerdict; reason: NotEvaluableReason | null } {
  if (violations.some(({ severity }) => severity === "rejection")) return { state: "out of control", reason: null };
  let applies = violations.length > 0;
  for (const [index, { material }] of checks.entries()) {
    if (material === slot && states[index] === "not evaluable") {
      return { state: "not evaluable", reason: "rule not evaluable" };
    }
    applies ||= (material === slot || material === null) && states[index] !== "not applicable";
  }
  if (violations.length > 0) return { state: "warning", reason: null };
  return applies ? { state: "in control", reason: null } : { state: "not evaluable", reason: "no rule applies" };
}

function describeState(state: ControlVerdict, reason: NotEvaluableReason | null): string {
  if (reason === "rule not evaluable") {
    return "not evaluable, because an earlier value that a rule has to count could not be evaluated";
  }
  return reason === "no rule applies" ? "not evaluable, because no rule of the set applies to it" : state;
}

function identityOf({ content: { name, version }, contentSha256 }: Baseline): BaselineIdentity {
  return { name, version, contentSha256 };
}
