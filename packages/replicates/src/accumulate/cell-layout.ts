/**
 * Where each sum of a cell stands in its stretch of a `CellTable`; the names are those of what is summed.
 *
 * Sums of squares and products are of deviations from running means (Welford 1962, Technometrics 4:419), never
 * differences of large sums.
 */
export class CellLayout {
  readonly runs: number;
  readonly pairs: number;
  readonly variants = 0;
  /** Variants that some runs call heterozygous and others homozygous. */
  readonly discordant = 1;
  /** Variants that at least two runs measured, and their degrees of freedom and squared deviations. */
  readonly replicated = 2;
  readonly withinDf = 3;
  readonly withinSquares = 4;
  /** CVs: how many, the df-weighted sum of their squares, the df, and the variants left out below the least mean. */
  readonly cvs = 5;
  readonly cvSquares = 6;
  readonly belowMean = 7;
  readonly cvDf = 13;
  /** CVs whose binomial floor is known: their df, and the df-weighted sum of the floors' squares. */
  readonly floorDf = 8;
  readonly floorSquares = 9;
  /** Variants with a binomial variance above 0, their squared deviations and what binomial counting expects of these. */
  readonly dispersions = 10;
  readonly dispersionSquares = 11;
  readonly dispersionExpected = 12;
  /** Variants that all runs measured; mean and squares of the variants' means. */
  readonly complete = 14;
  readonly subjectMean = 15;
  readonly subjectSquares = 16;
  /** Of each run's deviation from the variant's mean, over complete variants: `runs` means, then `runs` squares. */
  readonly runMeans: number;
  readonly runSquares: number;
  /** Variants by `RunState`: `runStates` counts a run. */
  readonly states: number;
  /** Runs' values that count as calls. */
  readonly calls: number;
  /** Variants called in 0, 1, ... `runs` runs. */
  readonly calledIn: number;
  /** `pairWidth` entries a pair of runs. */
  readonly pairStart: number;
  readonly width: number;

  constructor(runs: number) {
    this.runs = runs;
    this.pairs = (runs * (runs - 1)) / 2;
    this.runMeans = 17;
    this.runSquares = this.runMeans + runs;
    this.states = this.runSquares + runs;
    this.calls = this.states + runs * RUN_STATES;
    this.calledIn = this.calls + runs;
    this.pairStart = this.calledIn + runs + 1;
    this.width = this.pairStart + this.pairs * PAIR_WIDTH;
  }

  /** Place among the pairs, which are ordered by first and then by second run; first < second. */
  pairNumber(first: number, second: number): number {
    return first * this.runs - (first * (first + 1)) / 2 + second - first - 1;
  }
}

/** Number of run states. */
export const RUN_STATES = 6;

/** Entries of a pair, from its start. */
export const Pair = {
  n: 0,
  meanDifference: 1,
  meanAverage: 2,
  squaresDifference: 3,
  squaresAverage: 4,
  products: 5,
  /** Pairs with depths: differences of logits. */
  logitN: 6,
  logitMean: 7,
  logitSquares: 8,
  /** Variants that both runs, and at least one of them, call, where both are evaluable. */
  bothCall: 9,
  eitherCalls: 10,
} as const;

/** Number of entries of a pair. */
export const PAIR_WIDTH = 11;
