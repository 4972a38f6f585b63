import { type ControlScore, type ControlVerdict, type RunEvaluation, WestgardEvaluator } from "@touchstone/statistics";
import type { BaselineSeries } from "../baseline/baseline.ts";
import { controlKey, type Measurement } from "../measurements/measurement.ts";
import type { RuleSet } from "../rule-set/rule-set.ts";
import type { PointVerdict } from "../verdict/verdict.ts";
import type { BaselineIndex, LimitsChoice } from "./baseline-index.ts";
import { concerns, type MonitorEvent } from "./monitor-event.ts";
import { notEvaluablePoint, scoredPoint } from "./point-verdict.ts";
import type { ScoredPoint, SeriesLimits } from "./series-limits.ts";

/** What the rules say about one analyte in one run. */
export interface AnalyteVerdict {
  readonly points: readonly PointVerdict[];
  /** Of rules that look at several controls together and could not be evaluated. */
  readonly joint: ControlVerdict | null;
}

/** A point on its way to the verdict. */
interface Candidate {
  readonly measurement: Measurement;
  /** Place in the evaluator; -1 where the series is in no baseline. */
  readonly slot: number;
  readonly choice: LimitsChoice;
  readonly scored: ScoredPoint | null;
}

/**
 * Follows one analyte through its runs. The controls of the analyte (its materials, by lot and level) are the materials
 * of the rules; other analytes have no influence.
 */
export class AnalyteMonitor {
  readonly #baselines: BaselineIndex;
  readonly #ruleSet: RuleSet;
  readonly #slots: ReadonlyMap<string, number>;
  readonly #controls: readonly BaselineSeries[];
  readonly #evaluator: WestgardEvaluator | null;
  /** Runs that the evaluator has seen, so that the points of a window have names. */
  readonly #runs: string[] = [];
  readonly #limits: (SeriesLimits | null)[] = [];
  readonly #reagentLots: (string | null)[] = [];

  /** @param controls those of the analyte for which there are baselines; none is allowed. */
  constructor(controls: readonly BaselineSeries[], baselines: BaselineIndex, ruleSet: RuleSet) {
    this.#baselines = baselines;
    this.#ruleSet = ruleSet;
    const ordered = controls.map((control) => ({ key: controlKey(control), control }));
    ordered.sort((a, b) => (a.key < b.key ? -1 : 1));
    this.#controls = ordered.map(({ control }) => control);
    this.#slots = new Map(ordered.map(({ key }, slot) => [key, slot]));
    const rejectedRuns = ruleSet.policies.rejectedRuns === "left out" ? "left out" : "kept";
    this.#evaluator =
      controls.length === 0 ? null : new WestgardEvaluator(controls.length, ruleSet.rules, { rejectedRuns });
  }

  /** Starts windows anew where the event says so. */
  apply(event: MonitorEvent): void {
    for (const [slot, control] of this.#controls.entries()) {
      if (concerns(event, control)) this.#evaluator?.reset(slot);
    }
  }

  /** Counts in the analyte's measurements of the next run, for the windows of later runs; makes no verdict. */
  follow(measurements: readonly Measurement[]): void {
    this.#evaluate(measurements.map((measurement) => this.#candidate(measurement)));
  }

  /** Judges the analyte's measurements of the next run. */
  judge(measurements: readonly Measurement[]): AnalyteVerdict {
    const candidates = measurements.map((measurement) => this.#candidate(measurement));
    const evaluation = this.#evaluate(candidates);
    const points = candidates.map(({ measurement, choice, scored, slot }) => {
      if (!("limits" in choice)) return notEvaluablePoint(measurement, choice, null);
      if (evaluation === null || scored === null || !("score" in scored)) {
        return notEvaluablePoint(measurement, scored as Extract<ScoredPoint, { reason: string }>, choice.limits);
      }
      return scoredPoint(measurement, scored, choice.limits, {
        evaluation,
        slot,
        checks: this.#evaluator?.checks ?? [],
        nameOf: ({ run, material }) => {
          const { material: name, materialLot, level } = this.#controls[material];
          return { run: this.#runs[run], material: name, materialLot, level };
        },
      });
    });
    return { points, joint: evaluation?.verdict ?? null };
  }

  #evaluate(candidates: readonly Candidate[]): RunEvaluation | null {
    const scores: ControlScore[] = this.#controls.map(() => null);
    let isMeasured = false;
    for (const candidate of candidates) {
      const { scored, slot } = candidate;
      if (scored === null) continue;
      this.#startAnewWhereNeeded(candidate);
      scores[slot] = "score" in scored ? scored.score : "not evaluable";
      isMeasured = true;
    }
    if (!isMeasured || this.#evaluator === null) return null;
    const evaluation = this.#evaluator.add(scores);
    this.#runs.push(candidates[0].measurement.run);
    return evaluation;
  }

  #candidate(measurement: Measurement): Candidate {
    const choice = this.#baselines.choose(measurement);
    const slot = this.#slots.get(controlKey(measurement)) ?? -1;
    const scored = "limits" in choice ? choice.limits.score(measurement, this.#ruleSet.policies) : null;
    return { measurement, slot, choice, scored };
  }

  /** Windows never reach over a change of limits, nor over a change of the reagent lot if the policy says so. */
  #startAnewWhereNeeded({ measurement, slot, choice }: Candidate): void {
    if (!("limits" in choice)) return;
    const before = this.#limits[slot] ?? null;
    const lotBefore = this.#reagentLots[slot] ?? null;
    const lot = measurement.reagentLot ?? lotBefore;
    const isNewLot = lotBefore !== null && lot !== lotBefore;
    const resetsByLot = this.#ruleSet.policies.countersResetBy.includes("reagent lot");
    if (before !== choice.limits || (isNewLot && resetsByLot)) this.#evaluator?.reset(slot);
    this.#limits[slot] = choice.limits;
    this.#reagentLots[slot] = lot;
  }
}
