import type { ControlVerdict, RuleScope, RuleSeverity, WestgardRule } from "@touchstone/statistics";
import type { BaselineIdentity } from "../baseline/baseline.ts";
import type { ChartScale } from "../baseline/scale.ts";
import type { Measurement } from "../measurements/measurement.ts";

/** Why a point has no verdict other than not evaluable. */
export type NotEvaluableReason =
  | "baseline period"
  | "before baseline"
  | "baseline retired"
  | "no baseline"
  | "control lot"
  | "pipeline version"
  | "provisional baseline"
  | "no limits"
  | "depth outside range"
  | "depth missing"
  | "off the scale"
  | "rule not evaluable"
  | "no rule applies";

/** One measurement of a rule's window. */
export interface WindowPoint {
  readonly run: string;
  readonly material: string;
  readonly materialLot: string | null;
  readonly level: string | null;
}

/** A rule that a point violates together with the other points of the window. */
export interface RuleViolation {
  readonly rule: WestgardRule;
  readonly scope: RuleScope;
  readonly severity: RuleSeverity;
  /** Side of the mean; null for R-4s. */
  readonly side: "above" | "below" | null;
  /** Oldest first. */
  readonly window: readonly WindowPoint[];
  /** False where the violation was reported already and goes on. */
  readonly begins: boolean;
}

/** What a point was held against. */
export interface AppliedLimits {
  readonly scale: ChartScale;
  /** On the scale. */
  readonly mean: number;
  /** On the scale; adjusted to the point's depth where `isDepthAdjusted`. */
  readonly sd: number;
  readonly isDepthAdjusted: boolean;
  /** Whether the baseline has fewer points, runs or days than it needs. */
  readonly isProvisional: boolean;
}

/** The verdict on one control measurement, with all it rests on. */
export interface PointVerdict {
  readonly measurement: Measurement;
  readonly state: ControlVerdict;
  /** Null unless the state is not evaluable. */
  readonly reason: NotEvaluableReason | null;
  /** Standardised deviation from the baseline's mean, on its scale, unrounded; null where there is none. */
  readonly score: number | null;
  readonly limits: AppliedLimits | null;
  readonly baseline: BaselineIdentity | null;
  readonly violations: readonly RuleViolation[];
  /** For the person at the bench. */
  readonly sentence: string;
}

const BY_WEIGHT: readonly ControlVerdict[] = ["in control", "warning", "not evaluable", "out of control"];

/** The verdict that outweighs the others: out of control, then not evaluable, then warning; null of none. */
export function worstVerdict(verdicts: Iterable<ControlVerdict>): ControlVerdict | null {
  let weight = -1;
  for (const verdict of verdicts) weight = Math.max(weight, BY_WEIGHT.indexOf(verdict));
  return BY_WEIGHT[weight] ?? null;
}

/** The violations that decide: the rejections, or the warnings where there is no rejection. */
export function decisive(violations: readonly RuleViolation[]): readonly RuleViolation[] {
  const rejections = violations.filter(({ severity }) => severity === "rejection");
  return rejections.length > 0 ? rejections : violations;
}
