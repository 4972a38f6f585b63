import { type CellLayout, PAIR_WIDTH, Pair, RUN_STATES } from "./cell-layout.ts";
import type { Observation } from "./observation.ts";
import { RunState } from "./run-state.ts";

/**
 * Sums over variants for each cell: a cell holds the variants of one zygosity, bin and type, or of one stratum of a
 * table. Strata are unions of cells. The sums are one array of numbers, which can be posted and merged.
 */
export class CellTable {
  readonly layout: CellLayout;
  readonly sums: Float64Array<ArrayBuffer>;
  readonly #logits: Float64Array;

  constructor(layout: CellLayout, cells: number, sums?: Float64Array<ArrayBuffer>) {
    this.layout = layout;
    this.sums = sums ?? new Float64Array(cells * layout.width);
    this.#logits = new Float64Array(layout.runs);
  }

  get cells(): number {
    return this.sums.length / this.layout.width;
  }

  /**
   * Adds a variant that was summarised.
   *
   * @param leastMean variants whose mean is less have no CV
   * @returns whether the variant has a CV
   */
  add(cell: number, observation: Observation, isDiscordant: boolean, leastMean: number): boolean {
    const { layout, sums } = this;
    const at = cell * layout.width;
    sums[at + layout.variants]++;
    if (isDiscordant) sums[at + layout.discordant]++;
    this.#addCalls(at, observation);
    this.#addPairs(at, observation);
    if (observation.measured === layout.runs) this.#addComplete(at, observation);
    return observation.measured >= 2 && this.#addSpread(at, observation, leastMean);
  }

  /** Adds the sums of another table of the same layout, cell by cell. */
  merge(other: CellTable): void {
    for (let cell = 0; cell < other.cells; cell++) this.mergeCell(cell, other, cell);
  }

  /** Adds one cell of another table (Chan, Golub & LeVeque 1983, Am Stat 37:242). */
  mergeCell(cell: number, other: CellTable, otherCell: number): void {
    const { layout } = this;
    const to = cell * layout.width;
    const from = otherCell * layout.width;
    if (other.sums[from + layout.variants] === 0) return;
    this.#mergeComplete(to, other.sums, from);
    for (let pair = 0; pair < layout.pairs; pair++) {
      const place = layout.pairStart + pair * PAIR_WIDTH;
      mergePair(this.sums, to + place, other.sums, from + place);
    }
    for (let place = 0; place < layout.complete; place++) this.sums[to + place] += other.sums[from + place];
    for (let place = layout.states; place < layout.pairStart; place++)
      this.sums[to + place] += other.sums[from + place];
  }

  #addSpread(at: number, observation: Observation, leastMean: number): boolean {
    const { layout, sums } = this;
    const { mean, sumOfSquares, binomialVariance } = observation;
    const df = observation.measured - 1;
    sums[at + layout.replicated]++;
    sums[at + layout.withinDf] += df;
    sums[at + layout.withinSquares] += sumOfSquares;
    if (binomialVariance > 0) {
      sums[at + layout.dispersions]++;
      sums[at + layout.dispersionSquares] += sumOfSquares;
      sums[at + layout.dispersionExpected] += df * binomialVariance;
    }
    if (!(mean >= leastMean && mean > 0)) {
      sums[at + layout.belowMean]++;
      return false;
    }
    const squaredMean = mean * mean;
    sums[at + layout.cvs]++;
    sums[at + layout.cvDf] += df;
    sums[at + layout.cvSquares] += sumOfSquares / squaredMean;
    if (binomialVariance >= 0) {
      sums[at + layout.floorDf] += df;
      sums[at + layout.floorSquares] += (df * binomialVariance) / squaredMean;
    }
    return true;
  }

  #addComplete(at: number, observation: Observation): void {
    const { layout, sums } = this;
    const n = ++sums[at + layout.complete];
    const { mean, values } = observation;
    const toMean = mean - sums[at + layout.subjectMean];
    sums[at + layout.subjectMean] += toMean / n;
    sums[at + layout.subjectSquares] += toMean * (mean - sums[at + layout.subjectMean]);
    const means = at + layout.runMeans;
    const squares = at + layout.runSquares;
    for (let run = 0; run < layout.runs; run++) {
      const deviation = values[run] - mean;
      const toDeviation = deviation - sums[means + run];
      sums[means + run] += toDeviation / n;
      sums[squares + run] += toDeviation * (deviation - sums[means + run]);
    }
  }

  #mergeComplete(to: number, other: Float64Array, from: number): void {
    const { layout, sums } = this;
    const added = other[from + layout.complete];
    if (added === 0) return;
    const had = sums[to + layout.complete];
    sums[to + layout.complete] = had + added;
    mergeMoment(
      sums,
      to + layout.subjectMean,
      to + layout.subjectSquares,
      other,
      from + layout.subjectMean,
      from + layout.subjectSquares,
      had,
      added,
    );
    for (let run = 0; run < layout.runs; run++) {
      const mean = layout.runMeans + run;
      const square = layout.runSquares + run;
      mergeMoment(sums, to + mean, to + square, other, from + mean, from + square, had, added);
    }
  }

  #addCalls(at: number, { states, calls }: Observation): void {
    const { layout, sums } = this;
    let called = 0;
    for (let run = 0; run < layout.runs; run++) {
      sums[at + layout.states + run * RUN_STATES + states[run]]++;
      if (calls[run] === 0 || states[run] === RunState.lowDepth) continue;
      called++;
      sums[at + layout.calls + run]++;
    }
    sums[at + layout.calledIn + called]++;
  }

  #addPairs(at: number, observation: Observation): void {
    const { layout, sums } = this;
    const { runs } = layout;
    const { values, used, states, calls } = observation;
    this.#fillLogits(observation);
    let place = at + layout.pairStart;
    for (let first = 0; first < runs; first++) {
      for (let second = first + 1; second < runs; second++, place += PAIR_WIDTH) {
        if (states[first] !== RunState.lowDepth && states[second] !== RunState.lowDepth) {
          sums[place + Pair.bothCall] += calls[first] & calls[second];
          sums[place + Pair.eitherCalls] += calls[first] | calls[second];
        }
        if ((used[first] & used[second]) === 0) continue;
        addPair(sums, place, values[first], values[second]);
        if (observation.depths[first] > 0 && observation.depths[second] > 0) {
          addLogit(sums, place, this.#logits[first] - this.#logits[second]);
        }
      }
    }
  }

  /** logit((a + 1/2) / (r + 1/2)) of a ALT and r other reads (Haldane 1956, Ann Hum Genet 20:309; Anscombe 1956). */
  #fillLogits({ runs, used, values, depths }: Observation): void {
    for (let run = 0; run < runs; run++) {
      const depth = depths[run];
      if (used[run] === 0 || depth <= 0) continue;
      const alt = values[run] * depth;
      this.#logits[run] = Math.log((alt + 0.5) / (depth - alt + 0.5));
    }
  }
}

function addPair(sums: Float64Array, at: number, first: number, second: number): void {
  const n = ++sums[at + Pair.n];
  const difference = first - second;
  const average = (first + second) / 2;
  const toDifference = difference - sums[at + Pair.meanDifference];
  const toAverage = average - sums[at + Pair.meanAverage];
  sums[at + Pair.meanDifference] += toDifference / n;
  sums[at + Pair.meanAverage] += toAverage / n;
  const averageAfter = average - sums[at + Pair.meanAverage];
  sums[at + Pair.squaresDifference] += toDifference * (difference - sums[at + Pair.meanDifference]);
  sums[at + Pair.squaresAverage] += toAverage * averageAfter;
  sums[at + Pair.products] += toDifference * averageAfter;
}

function addLogit(sums: Float64Array, at: number, difference: number): void {
  const n = ++sums[at + Pair.logitN];
  const toMean = difference - sums[at + Pair.logitMean];
  sums[at + Pair.logitMean] += toMean / n;
  sums[at + Pair.logitSquares] += toMean * (difference - sums[at + Pair.logitMean]);
}

function mergePair(sums: Float64Array, to: number, other: Float64Array, from: number): void {
  sums[to + Pair.bothCall] += other[from + Pair.bothCall];
  sums[to + Pair.eitherCalls] += other[from + Pair.eitherCalls];
  const added = other[from + Pair.n];
  if (added > 0) {
    const had = sums[to + Pair.n];
    const share = added / (had + added);
    const toDifference = other[from + Pair.meanDifference] - sums[to + Pair.meanDifference];
    const toAverage = other[from + Pair.meanAverage] - sums[to + Pair.meanAverage];
    sums[to + Pair.products] += other[from + Pair.products] + toDifference * toAverage * had * share;
    mergeMoment(
      sums,
      to + Pair.meanDifference,
      to + Pair.squaresDifference,
      other,
      from + Pair.meanDifference,
      from + Pair.squaresDifference,
      had,
      added,
    );
    mergeMoment(
      sums,
      to + Pair.meanAverage,
      to + Pair.squaresAverage,
      other,
      from + Pair.meanAverage,
      from + Pair.squaresAverage,
      had,
      added,
    );
    sums[to + Pair.n] = had + added;
  }
  const addedLogits = other[from + Pair.logitN];
  if (addedLogits === 0) return;
  mergeMoment(
    sums,
    to + Pair.logitMean,
    to + Pair.logitSquares,
    other,
    from + Pair.logitMean,
    from + Pair.logitSquares,
    sums[to + Pair.logitN],
    addedLogits,
  );
  sums[to + Pair.logitN] += addedLogits;
}

/** Merges mean and squared deviations of `added` values into those of `had` values. */
function mergeMoment(
  sums: Float64Array,
  mean: number,
  squares: number,
  other: Float64Array,
  otherMean: number,
  otherSquares: number,
  had: number,
  added: number,
): void {
  const share = added / (had + added);
  const toMean = other[otherMean] - sums[mean];
  sums[mean] += toMean * share;
  sums[squares] += other[otherSquares] + toMean * toMean * had * share;
}
