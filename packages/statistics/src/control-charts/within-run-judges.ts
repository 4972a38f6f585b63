import type { ControlScore, RunScores } from "./control-score.ts";
import type { ControlPoint, RuleFiring, RuleJudge, RuleState } from "./rule-judge.ts";
import type { RuleCheck } from "./rule-set.ts";

/** Rules that look at the run alone have no past. */
abstract class WithinRunJudge implements RuleJudge {
  readonly check: RuleCheck;
  #scores: RunScores = [];
  #run = 0;

  constructor(check: RuleCheck) {
    this.check = check;
  }

  judge(scores: RunScores, run: number): RuleState {
    this.#scores = scores;
    this.#run = run;
    return this.judgeRun(scores);
  }

  firing(): RuleFiring {
    const side = this.side(this.#scores);
    const window: ControlPoint[] = [];
    for (let material = 0; material < this.#scores.length; material++) {
      if (this.takesPart(this.#scores[material], material)) window.push({ run: this.#run, material });
    }
    return { ...this.check, window, side, begins: true };
  }

  reset(): void {}
  save(): void {}
  restore(): void {}

  protected abstract judgeRun(scores: RunScores): RuleState;
  protected abstract side(scores: RunScores): "above" | "below" | null;
  protected abstract takesPart(score: ControlScore, material: number): boolean;
}

/** 1-2s and 1-3s of one material. */
export class SingleJudge extends WithinRunJudge {
  readonly #limit: number;
  readonly #material: number;

  constructor(check: RuleCheck, limit: number, material: number) {
    super(check);
    this.#limit = limit;
    this.#material = material;
  }

  protected judgeRun(scores: RunScores): RuleState {
    const score = scores[this.#material];
    if (score === null) return "not applicable";
    if (score === "not evaluable") return score;
    return Math.abs(score) > this.#limit ? "fired" : "not fired";
  }

  protected side(scores: RunScores): "above" | "below" {
    return Number(scores[this.#material]) > 0 ? "above" : "below";
  }

  protected takesPart(_score: ControlScore, material: number): boolean {
    return material === this.#material;
  }
}

/** Some controls of the run beyond the same limit on the same side: 2-2s, 3-1s and 4-1s within a run, 2of3-2s. */
export class SameSideWithinRunJudge extends WithinRunJudge {
  readonly #limit: number;
  readonly #count: number;
  readonly #fewestControls: number;
  readonly #mostControls: number;
  #side: "above" | "below" = "above";

  /** @param controls fewest and most controls in a run to which the rule applies. */
  constructor(check: RuleCheck, limit: number, count: number, controls: readonly [fewest: number, most: number]) {
    super(check);
    this.#limit = limit;
    this.#count = count;
    [this.#fewestControls, this.#mostControls] = controls;
  }

  protected judgeRun(scores: RunScores): RuleState {
    let [measured, unknown, above, below] = [0, 0, 0, 0];
    for (let material = 0; material < scores.length; material++) {
      const score = scores[material];
      if (score === null) continue;
      measured++;
      if (score === "not evaluable") unknown++;
      else if (score > this.#limit) above++;
      else if (score < -this.#limit) below++;
    }
    if (measured < this.#fewestControls || measured > this.#mostControls) return "not applicable";
    const most = Math.max(above, below);
    this.#side = above >= below ? "above" : "below";
    if (most >= this.#count) return "fired";
    return most + unknown >= this.#count ? "not evaluable" : "not fired";
  }

  protected side(): "above" | "below" {
    return this.#side;
  }

  protected takesPart(score: ControlScore): boolean {
    if (typeof score !== "number") return false;
    return this.#side === "above" ? score > this.#limit : score < -this.#limit;
  }
}

/** R-4s: two controls of one run lie too far apart. */
export class RangeJudge extends WithinRunJudge {
  readonly #limit: number;
  readonly #byDifference: boolean;
  #highest = 0;
  #lowest = 0;

  /** @param byDifference compare the exact difference with twice the limit instead of both sides with the limit. */
  constructor(check: RuleCheck, limit: number, byDifference: boolean) {
    super(check);
    this.#limit = limit;
    this.#byDifference = byDifference;
  }

  protected judgeRun(scores: RunScores): RuleState {
    let [measured, unknown] = [0, 0];
    this.#highest = Number.NEGATIVE_INFINITY;
    this.#lowest = Number.POSITIVE_INFINITY;
    for (let material = 0; material < scores.length; material++) {
      const score = scores[material];
      if (score === null) continue;
      measured++;
      if (score === "not evaluable") unknown++;
      else {
        this.#highest = Math.max(this.#highest, score);
        this.#lowest = Math.min(this.#lowest, score);
      }
    }
    if (measured < 2) return "not applicable";
    if (this.#isRange()) return "fired";
    return unknown > 0 && this.#isPossible(unknown) ? "not evaluable" : "not fired";
  }

  #isRange(): boolean {
    if (this.#byDifference) return this.#highest - this.#lowest > 2 * this.#limit;
    return this.#highest > this.#limit && this.#lowest < -this.#limit;
  }

  /** One unknown score can supply one end of the range, two can supply both. */
  #isPossible(unknown: number): boolean {
    if (this.#byDifference || unknown > 1) return true;
    return this.#highest > this.#limit || this.#lowest < -this.#limit;
  }

  protected side(): null {
    return null;
  }

  protected takesPart(score: ControlScore): boolean {
    return score === this.#highest || score === this.#lowest;
  }
}
