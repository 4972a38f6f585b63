import type { ControlScore, RunScores } from "./control-score.ts";
import { Recent } from "./recent.ts";
import type { ControlPoint, RuleFiring, RuleJudge, RuleState } from "./rule-judge.ts";
import type { RuleCheck } from "./rule-set.ts";
import { type Certainty, Streak } from "./streak.ts";

/** How a score lies to a limit on one side (1 above, -1 below). */
function beyond(score: number | "not evaluable", side: 1 | -1, limit: number): Certainty {
  if (score === "not evaluable") return "maybe";
  return side * score > limit ? "yes" : "no";
}

/** Consecutive measurements of one material beyond a limit on one side: 2-2s, 3-1s, 4-1s and the x rules. */
export class SameSideAcrossRunsJudge implements RuleJudge {
  readonly check: RuleCheck;
  readonly #limit: number;
  readonly #count: number;
  readonly #material: number;
  readonly #streak: Streak;
  readonly #runs: Recent<number>;

  constructor(check: RuleCheck, limit: number, count: number, material: number) {
    this.check = check;
    this.#limit = limit;
    this.#count = count;
    this.#material = material;
    this.#streak = new Streak(count);
    this.#runs = new Recent(count);
  }

  judge(scores: RunScores, run: number): RuleState {
    const score = scores[this.#material];
    if (score === null) return "not applicable";
    this.#runs.add(run);
    this.#streak.extend(beyond(score, 1, this.#limit), beyond(score, -1, this.#limit), 1);
    return stateOf(this.#streak);
  }

  firing(): RuleFiring {
    const window: ControlPoint[] = [];
    for (let back = this.#count - 1; back >= 0; back--) {
      window.push({ run: this.#runs.back(back), material: this.#material });
    }
    return { ...this.check, window, side: this.#streak.side, begins: this.#streak.begins };
  }

  reset(material: number | null): void {
    if (material === null || material === this.#material) this.#streak.reset();
  }

  save(): void {
    this.#streak.save();
    this.#runs.save();
  }

  restore(): void {
    this.#streak.restore();
    this.#runs.restore();
  }
}

/** All measurements of consecutive whole runs beyond a limit on one side. */
export class SameSideAcrossMaterialsJudge implements RuleJudge {
  readonly check: RuleCheck;
  readonly #limit: number;
  readonly #count: number;
  readonly #streak: Streak;
  readonly #runs: Recent<readonly ControlPoint[]>;

  constructor(check: RuleCheck, limit: number, count: number) {
    this.check = check;
    this.#limit = limit;
    this.#count = count;
    this.#streak = new Streak(count);
    this.#runs = new Recent(count);
  }

  judge(scores: RunScores, run: number): RuleState {
    const points: ControlPoint[] = [];
    let [above, below]: [Certainty, Certainty] = ["yes", "yes"];
    for (let material = 0; material < scores.length; material++) {
      const score = scores[material];
      if (score === null) continue;
      points.push({ run, material });
      above = both(above, beyond(score, 1, this.#limit));
      below = both(below, beyond(score, -1, this.#limit));
    }
    if (points.length === 0) return "not applicable";
    this.#runs.add(points);
    this.#streak.extend(above, below, points.length);
    return stateOf(this.#streak);
  }

  firing(): RuleFiring {
    let window: readonly ControlPoint[] = [];
    for (let back = 0; window.length < this.#count; back++) window = [...this.#runs.back(back), ...window];
    return { ...this.check, window, side: this.#streak.side, begins: this.#streak.begins };
  }

  /** A material that starts anew breaks the windows that it shares with the others. */
  reset(): void {
    this.#streak.reset();
  }

  save(): void {
    this.#streak.save();
    this.#runs.save();
  }

  restore(): void {
    this.#streak.restore();
    this.#runs.restore();
  }
}

function both(first: Certainty, second: Certainty): Certainty {
  if (first === "no" || second === "no") return "no";
  return first === "maybe" ? first : second;
}

function stateOf(streak: Streak): RuleState {
  if (streak.side !== null) return "fired";
  return streak.isPossible ? "not evaluable" : "not fired";
}

interface Measurement {
  readonly run: number;
  readonly score: Exclude<ControlScore, null>;
}

/** The newest measurement of a material and one of the two before it beyond the same limit: 2of3-2s across runs. */
export class TwoOfThreeAcrossRunsJudge implements RuleJudge {
  readonly check: RuleCheck;
  readonly #limit: number;
  readonly #material: number;
  /** The newest three, newest first. */
  #recent: readonly Measurement[] = [];
  /** Those of them that came after the last news. */
  #fresh: readonly Measurement[] = [];
  #begins = false;
  #saved: readonly [recent: readonly Measurement[], fresh: readonly Measurement[]] = [[], []];

  constructor(check: RuleCheck, limit: number, material: number) {
    this.check = check;
    this.#limit = limit;
    this.#material = material;
  }

  judge(scores: RunScores, run: number): RuleState {
    const score = scores[this.#material];
    if (score === null) return "not applicable";
    this.#recent = [{ run, score }, ...this.#recent.slice(0, 2)];
    this.#fresh = [{ run, score }, ...this.#fresh.slice(0, 2)];
    this.#begins = this.#side(this.#fresh) !== null;
    if (this.#begins) this.#fresh = [];
    if (this.#side(this.#recent) !== null) return "fired";
    const possible = this.#holds(this.#recent, 1, "maybe") || this.#holds(this.#recent, -1, "maybe");
    return possible ? "not evaluable" : "not fired";
  }

  #side(measurements: readonly Measurement[]): "above" | "below" | null {
    if (this.#holds(measurements, 1, "yes")) return "above";
    return this.#holds(measurements, -1, "yes") ? "below" : null;
  }

  #holds([newest, ...earlier]: readonly Measurement[], side: 1 | -1, least: "yes" | "maybe"): boolean {
    const isBeyond = ({ score }: Measurement): boolean => {
      const certainty = beyond(score, side, this.#limit);
      return certainty === "yes" || certainty === least;
    };
    return newest !== undefined && isBeyond(newest) && earlier.some(isBeyond);
  }

  firing(): RuleFiring {
    const side = this.#side(this.#recent);
    const sign = side === "above" ? 1 : -1;
    const window = this.#recent
      .filter(({ score }) => beyond(score, sign, this.#limit) === "yes")
      .slice(0, 2)
      .map(({ run }) => ({ run, material: this.#material }))
      .reverse();
    return { ...this.check, window, side, begins: this.#begins };
  }

  reset(material: number | null): void {
    if (material === null || material === this.#material) this.#recent = this.#fresh = [];
  }

  save(): void {
    this.#saved = [this.#recent, this.#fresh];
  }

  restore(): void {
    [this.#recent, this.#fresh] = this.#saved;
  }
}
