import { requireCount } from "../distributions/requirements.ts";
import { StatisticsError } from "../error.ts";
import { type RunScores, requireRunScores } from "./control-score.ts";
import { createJudges } from "./create-judges.ts";
import type { RuleFiring, RuleJudge, RuleState } from "./rule-judge.ts";
import type { RuleCheck, RuleSet } from "./rule-set.ts";

/** What the rules together say about a run. */
export type ControlVerdict = "in control" | "warning" | "out of control" | "not evaluable";

/** What is evaluated beside the rules themselves. */
export interface WestgardOptions {
  /**
   * Whether the measurements of a run that is out of control count in later windows. `kept` (default) is what
   * Westgard's published exercise does; `left out` forgets them, as if the run had not taken place.
   */
  readonly rejectedRuns?: "kept" | "left out";
}

/** All checks of one run. */
export interface RunEvaluation {
  /** 0-based place in the series. */
  readonly run: number;
  /** One state for each of `checks`, in that order. */
  readonly states: readonly RuleState[];
  /** The violations that hold at this run, in the order of `checks`. */
  readonly firings: readonly RuleFiring[];
  readonly verdict: ControlVerdict;
}

const NO_FIRINGS: readonly RuleFiring[] = [];

/**
 * Evaluates control rules run by run. Every check costs a constant time for each run, however long the series is: add
 * the stored history first, then each new run as it comes.
 */
export class WestgardEvaluator {
  /** What is looked at in every run. */
  readonly checks: readonly RuleCheck[];
  readonly #materials: number;
  readonly #judges: readonly RuleJudge[];
  readonly #leavesOut: boolean;
  /** Overwritten with every run. */
  readonly #judged: RuleState[] = [];
  /** States of the last run without a violation. */
  #quiet: readonly RuleState[] = [];
  #runs = 0;

  /**
   * @param materials control materials; every run has a score, or null, for each.
   * @throws StatisticsError TS_STATISTICS_RULE_UNKNOWN, TS_STATISTICS_TOO_FEW without rules, TS_STATISTICS_OUT_OF_RANGE
   *   without materials.
   */
  constructor(materials: number, ruleSet: RuleSet, options: WestgardOptions = {}) {
    requireCount(materials, 1, Number.MAX_SAFE_INTEGER, "materials");
    this.#materials = materials;
    this.#judges = createJudges(materials, ruleSet);
    this.checks = this.#judges.map((judge) => judge.check);
    this.#leavesOut = options.rejectedRuns === "left out";
  }

  /**
   * Evaluates the next run.
   *
   * @throws StatisticsError TS_STATISTICS_LENGTH, TS_STATISTICS_NOT_FINITE; the run is not counted then.
   */
  add(scores: RunScores): RunEvaluation {
    const run = this.#runs;
    requireRunScores(scores, this.#materials, run);
    this.#runs++;
    const judged = this.#judged;
    let firings = NO_FIRINGS;
    for (let place = 0; place < this.#judges.length; place++) {
      const judge = this.#judges[place];
      if (this.#leavesOut) judge.save();
      judged[place] = judge.judge(scores, run);
      if (judged[place] === "fired") firings = [...firings, judge.firing()];
    }
    const states = this.#kept(firings.length === 0);
    const verdict = controlVerdict(states, firings);
    if (this.#leavesOut && verdict === "out of control") for (const judge of this.#judges) judge.restore();
    return { run, states, firings, verdict };
  }

  /** The states just judged; runs without a violation mostly have the same, and share them. */
  #kept(isQuiet: boolean): readonly RuleState[] {
    if (!isQuiet) return [...this.#judged];
    if (!this.#judged.every((state, place) => state === this.#quiet[place])) this.#quiet = [...this.#judged];
    return this.#quiet;
  }

  /**
   * Starts all windows anew with the next run, as after a recorded corrective action or a new lot.
   *
   * @param material 0-based, to start only the windows anew that this material is part of.
   * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE.
   */
  reset(material?: number): void {
    if (material !== undefined) requireCount(material, 0, this.#materials - 1, "material");
    for (const judge of this.#judges) judge.reset(material ?? null);
  }
}

/**
 * A violated rejection rule outweighs everything; a rule that cannot be evaluated outweighs a warning; with no rule
 * that applies there is no verdict.
 */
function controlVerdict(states: readonly RuleState[], firings: readonly RuleFiring[]): ControlVerdict {
  if (firings.some(({ severity }) => severity === "rejection")) return "out of control";
  if (states.includes("not evaluable")) return "not evaluable";
  if (firings.length > 0) return "warning";
  return states.includes("not fired") ? "in control" : "not evaluable";
}

/** Windows that start anew. */
export interface CounterReset {
  /** 0-based run that is the first of the new windows. */
  readonly run: number;
  /** 0-based; all materials unless given. */
  readonly material?: number;
}

/** A whole series, evaluated. */
export interface WestgardSeries {
  readonly checks: readonly RuleCheck[];
  readonly runs: readonly RunEvaluation[];
}

/**
 * Evaluates a series of runs in order. Linear in the number of measurements.
 *
 * @param runs the scores of each run, one for each material.
 * @throws StatisticsError as `WestgardEvaluator` does; TS_STATISTICS_TOO_FEW without a run, TS_STATISTICS_OUT_OF_RANGE
 *   when a reset is at no run of the series.
 */
export function evaluateWestgard(
  runs: readonly RunScores[],
  ruleSet: RuleSet,
  options: WestgardOptions & { readonly resets?: readonly CounterReset[] } = {},
): WestgardSeries {
  const [first] = runs;
  if (first === undefined) {
    throw new StatisticsError("TS_STATISTICS_TOO_FEW", "there is no run", { argument: "runs" });
  }
  const evaluator = new WestgardEvaluator(first.length, ruleSet, options);
  const resets = new Map<number, CounterReset[]>();
  for (const reset of options.resets ?? []) {
    requireCount(reset.run, 0, runs.length - 1, "resets");
    resets.set(reset.run, [...(resets.get(reset.run) ?? []), reset]);
  }
  const evaluated = runs.map((scores, run) => {
    for (const { material } of resets.get(run) ?? []) evaluator.reset(material);
    return evaluator.add(scores);
  });
  return { checks: evaluator.checks, runs: evaluated };
}

/**
 * What several checks of one rule (scopes, materials) say together: fired if any fired, else not evaluable if any is,
 * else not fired if any applied, else not applicable.
 */
export function combineRuleStates(states: Iterable<RuleState>): RuleState {
  const seen = new Set(states);
  for (const state of ["fired", "not evaluable", "not fired"] as const) if (seen.has(state)) return state;
  return "not applicable";
}

/** The state of a rule in a run, over all its checks or those of one scope. */
export function ruleState(
  checks: readonly RuleCheck[],
  { states }: Pick<RunEvaluation, "states">,
  rule: RuleCheck["rule"],
  scope?: RuleCheck["scope"],
): RuleState {
  return combineRuleStates(
    states.filter(
      (_, index) => checks[index]?.rule === rule && (scope === undefined || checks[index]?.scope === scope),
    ),
  );
}
