import { normalCdf, normalUpperTail } from "../distributions/normal.ts";
import { createJudges } from "./create-judges.ts";
import {
  createMaterialChain,
  type MaterialChain,
  REGION_SCORES,
  REGIONS,
  regionProbabilities,
} from "./material-chain.ts";
import { completeRuleSet, type RuleSet, type RuleSetting } from "./rule-set.ts";
import type { AnalyticalError } from "./shewhart-run-length.ts";
import { type RuleScope, ruleDefinition } from "./westgard-rule.ts";

/** Transitions of one run that are still worked through one by one. */
const MOST_TRANSITIONS = 5_000_000;

/** States less probable than this are given up; all together they could not change the twelfth digit. */
const NEGLIGIBLE = 1e-20;

/** What follows one run. */
export interface ChainStep {
  /** Probability of each joint state after the run; those that ended are left out. */
  readonly distribution: Float64Array;
  /** Probability that the run is rejected. */
  readonly rejected: number;
}

/** The Markov chain of a rule set over independent, normally distributed controls: one run is one step. */
export class MultiruleChain {
  readonly #controls: number;
  readonly #material: MaterialChain;
  /** 1 where a rule within the run is violated by a combination of regions. */
  readonly #violatedWithin: Uint8Array;
  /** Region of each control, combination by combination. */
  readonly #regions: Uint8Array;
  readonly #goesOn: boolean;

  private constructor(controls: number, material: MaterialChain, violatedWithin: Uint8Array, goesOn: boolean) {
    this.#controls = controls;
    this.#material = material;
    this.#violatedWithin = violatedWithin;
    this.#goesOn = goesOn;
    const combinations = Array.from({ length: REGIONS ** controls }, (_, combination) => combination);
    this.#regions = Uint8Array.from(combinations.flatMap((combination) => regionsOf(combination, controls)));
  }

  /**
   * Null when the rules are no Markov chain of this kind (R-4s by difference, windows across materials, 2of3-2s across
   * runs) or one too large to work through.
   *
   * @param goesOn see createMaterialChain.
   */
  static create(ruleSet: RuleSet, controls: number, goesOn: boolean): MultiruleChain | null {
    const settings = completeRuleSet(ruleSet);
    if (settings.some(isBeyondChain)) return null;
    const streaks = withScope(settings, "across runs").map(({ rule }) => ruleDefinition(rule));
    const material = createMaterialChain(streaks, goesOn);
    if ((material.states * REGIONS) ** controls > MOST_TRANSITIONS) return null;
    return new MultiruleChain(
      controls,
      material,
      violationsWithin(withScope(settings, "within run"), controls),
      goesOn,
    );
  }

  /** Certainty of the state without history. */
  start(): Float64Array {
    const distribution = new Float64Array(this.#material.states ** this.#controls);
    distribution[0] = 1;
    return distribution;
  }

  /** One run, with the probability of each combination of regions. */
  step(distribution: Float64Array, probabilities: Float64Array): ChainStep {
    const after = new Float64Array(distribution.length);
    const states = new Int32Array(this.#controls);
    let rejected = 0;
    for (let joint = 0; joint < distribution.length; joint++) {
      if (distribution[joint] < NEGLIGIBLE) continue;
      splitState(joint, this.#material.states, states);
      for (let combination = 0; combination < probabilities.length; combination++) {
        const share = distribution[joint] * probabilities[combination];
        const target = this.#target(states, combination);
        const isRejected = target < 0 || this.#violated(states, combination);
        if (isRejected) rejected += share;
        if (target >= 0 && (this.#goesOn || !isRejected)) after[target] += share;
      }
    }
    return { distribution: after, rejected };
  }

  /** Joint state after a run; negative when the chain ends. */
  #target(states: Int32Array, combination: number): number {
    const { next, states: count } = this.#material;
    let target = 0;
    let place = 1;
    for (let control = 0; control < states.length; control++) {
      const after = next[states[control] * REGIONS + this.#regions[combination * states.length + control]];
      if (after < 0) return after;
      target += after * place;
      place *= count;
    }
    return target;
  }

  #violated(states: Int32Array, combination: number): boolean {
    if (this.#violatedWithin[combination] === 1) return true;
    for (let control = 0; control < states.length; control++) {
      const region = this.#regions[combination * states.length + control];
      if (this.#material.violated[states[control] * REGIONS + region] === 1) return true;
    }
    return false;
  }

  /** Probability of each combination of regions for measurements that carry an error; controls are independent. */
  combinationProbabilities({ shift, sdRatio }: Required<AnalyticalError>): Float64Array {
    const regions = regionProbabilities(
      (score) => normalCdf((score - shift) / sdRatio),
      (score) => normalUpperTail((score - shift) / sdRatio),
    );
    const probabilities = new Float64Array(REGIONS ** this.#controls).fill(1);
    for (let place = 0; place < this.#regions.length; place++) {
      probabilities[Math.floor(place / this.#controls)] *= regions[this.#regions[place]];
    }
    return probabilities;
  }
}

/** State of each control in a joint state, the first control first. */
function splitState(joint: number, count: number, states: Int32Array): void {
  let rest = joint;
  for (let control = 0; control < states.length; control++) {
    states[control] = rest % count;
    rest = Math.floor(rest / count);
  }
}

function isBeyondChain({ rule, scopes, rangeForm }: Required<RuleSetting>): boolean {
  if (scopes.includes("across materials")) return true;
  return (rule === "2of3-2s" && scopes.includes("across runs")) || (rule === "R-4s" && rangeForm === "difference");
}

/** The rules that have a scope, with that scope alone. */
function withScope(settings: readonly Required<RuleSetting>[], scope: RuleScope): Required<RuleSetting>[] {
  return settings.filter(({ scopes }) => scopes.includes(scope)).map((setting) => ({ ...setting, scopes: [scope] }));
}

function violationsWithin(ruleSet: RuleSet, controls: number): Uint8Array {
  const judges = ruleSet.length === 0 ? [] : createJudges(controls, ruleSet);
  return Uint8Array.from({ length: REGIONS ** controls }, (_, combination) => {
    const scores = regionsOf(combination, controls).map((region) => REGION_SCORES[region]);
    return judges.some((judge) => judge.judge(scores, 0) === "fired") ? 1 : 0;
  });
}

/** Region of each control in a combination, the first control first. */
function regionsOf(combination: number, controls: number): number[] {
  return Array.from({ length: controls }, (_, control) => Math.floor(combination / REGIONS ** control) % REGIONS);
}
