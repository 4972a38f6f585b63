import { RunState } from "./run-state.ts";

/**
 * One variant, or analyte, as all runs measured it. One object is filled again for each, since there are millions.
 *
 * `values`, `depths` and `calls` have one entry a run; a value counts only where `used` is 1.
 */
export class Observation {
  readonly runs: number;
  readonly states: Uint8Array;
  /** VAF, or the measured value. */
  readonly values: Float64Array;
  /** Reads that the value is a fraction of; -1 where unknown. */
  readonly depths: Int32Array;
  /** 1 where the run calls the variant. */
  readonly calls: Uint8Array;
  /** 1 where the value enters the statistics. */
  readonly used: Uint8Array;
  /** Runs whose value is used. */
  measured = 0;
  mean = 0;
  /** Sum of squared deviations from the mean. */
  sumOfSquares = 0;
  /** Variance that counting `depths` reads alone would give: mean (1 - mean) times the mean of 1 / depth; -1 unknown. */
  binomialVariance = -1;

  constructor(runs: number) {
    this.runs = runs;
    this.states = new Uint8Array(runs);
    this.values = new Float64Array(runs);
    this.depths = new Int32Array(runs);
    this.calls = new Uint8Array(runs);
    this.used = new Uint8Array(runs);
  }

  clear(): void {
    this.states.fill(RunState.absent);
    this.depths.fill(-1);
    this.calls.fill(0);
  }

  /** Computes what follows from the entries; deviations are taken from the mean in a second pass. */
  summarise(includeImputed: boolean): void {
    const { states, used, values, depths, runs } = this;
    let measured = 0;
    // Relative to the first value, so that equal values deviate by exactly 0.
    let first = 0;
    let sum = 0;
    let inverseDepths = 0;
    let depthsKnown = true;
    for (let run = 0; run < runs; run++) {
      const state = states[run];
      const isUsed =
        state === RunState.called || state === RunState.recorded || (includeImputed && state === RunState.imputed);
      used[run] = isUsed ? 1 : 0;
      if (!isUsed) continue;
      if (measured === 0) first = values[run];
      measured++;
      sum += values[run] - first;
      if (depths[run] > 0) inverseDepths += 1 / depths[run];
      else depthsKnown = false;
    }
    const mean = measured === 0 ? 0 : first + sum / measured;
    let squares = 0;
    for (let run = 0; run < runs; run++) {
      if (used[run] === 0) continue;
      const deviation = values[run] - mean;
      squares += deviation * deviation;
    }
    this.measured = measured;
    this.mean = mean;
    this.sumOfSquares = squares;
    this.binomialVariance =
      measured === 0 || !depthsKnown ? -1 : (Math.max(0, mean * (1 - mean)) * inverseDepths) / measured;
  }

  /** Mean depth of the runs whose value is used; NaN where one is unknown. */
  get meanDepth(): number {
    let sum = 0;
    for (let run = 0; run < this.runs; run++) {
      if (this.used[run] === 0) continue;
      if (this.depths[run] < 0) return Number.NaN;
      sum += this.depths[run];
    }
    return sum / this.measured;
  }

  /** The values, NaN where none is used. */
  usedValues(): Float64Array {
    return Float64Array.from(this.values, (value, run) => (this.used[run] === 1 ? value : Number.NaN));
  }

  /** Variance between runs, n - 1 in the denominator; -1 when fewer than two runs measured it. */
  get variance(): number {
    return this.measured < 2 ? -1 : this.sumOfSquares / (this.measured - 1);
  }
}
