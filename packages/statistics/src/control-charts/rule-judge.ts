import type { RunScores } from "./control-score.ts";
import type { RuleCheck } from "./rule-set.ts";

/**
 * What a rule says about a run. `fired`: violated by a window that ends with this run. `not applicable`: it has nothing
 * to look at, such as R-4s with one control, or a material that was not measured. `not evaluable`: scores that are not
 * evaluable could make it fire. `not fired`: it cannot be violated, whatever they are.
 */
export type RuleState = "fired" | "not fired" | "not applicable" | "not evaluable";

/** One measurement: 0-based run and material. */
export interface ControlPoint {
  readonly run: number;
  readonly material: number;
}

/** A violation that holds at a run. */
export interface RuleFiring extends RuleCheck {
  /** The measurements that violate the rule, oldest first, over the fewest runs that do. */
  readonly window: readonly ControlPoint[];
  /** Side of the mean, null for R-4s. */
  readonly side: "above" | "below" | null;
  /**
   * Whether the violation is news. A window that goes on holds at every further run, but is news only when all its
   * measurements came after the last news of the same check: counting starts anew.
   */
  readonly begins: boolean;
}

/** One check at work on a series: it sees each run once, in order, and keeps what it needs of the past. */
export interface RuleJudge {
  readonly check: RuleCheck;
  /** Counts the run in and says what the rule makes of it. */
  judge(scores: RunScores, run: number): RuleState;
  /** The violation of the run judged last, which must have fired. */
  firing(): RuleFiring;
  /** Forgets the past of a material, or of all. */
  reset(material: number | null): void;
  /** Keeps the present state for `restore`. */
  save(): void;
  /** Undoes what was counted in since `save`. */
  restore(): void;
}
