import { StatisticsError } from "../error.ts";
import { type Numbers, requireNoOverflow } from "../numbers.ts";

/**
 * Mean squares of the two-way analysis of variance without replication: everything that the intraclass correlations of
 * a complete table are made of (McGraw & Wong 1996, Psychol Methods 1:30, Table 2).
 */
export interface MeanSquares {
  /** Rows of the table, at least 2: what is measured (variants, say). */
  readonly subjects: number;
  /** Columns of the table, at least 2: how often each is measured. */
  readonly runs: number;
  /** Between subjects, on subjects - 1 degrees of freedom (MSR). */
  readonly msSubjects: number;
  /** Between runs, on runs - 1 degrees of freedom (MSC). */
  readonly msRuns: number;
  /** Residual, on (subjects - 1)(runs - 1) degrees of freedom (MSE). */
  readonly msError: number;
  /** Within subjects, runs and residual together, on subjects (runs - 1) degrees of freedom (MSW). */
  readonly msWithin: number;
}

/**
 * Mean squares of a two-way table that comes row by row: memory grows with the number of runs, never with that of the
 * subjects. Accumulators of parts of a table merge into that of the whole.
 *
 * It keeps the mean and the squared deviations of the subjects' means, and of each run's deviation from the subject's
 * mean, by the updating formulas of Welford (1962, Technometrics 4:419) and Chan, Golub & LeVeque (1983, Am Stat
 * 37:242). The subject's mean is taken relative to its first value, so that equal values deviate by exactly 0.
 */
export class MeanSquaresAccumulator {
  readonly runs: number;
  #subjects = 0;
  #mean = 0;
  #squaresOfMeans = 0;
  readonly #deviationMeans: Float64Array;
  #squaresOfDeviations = 0;
  readonly #deviations: Float64Array;

  /**
   * @param runs values of each subject.
   * @throws StatisticsError TS_STATISTICS_TOO_FEW unless there are at least two.
   */
  constructor(runs: number) {
    requireTwoRuns(runs);
    this.runs = runs;
    this.#deviationMeans = new Float64Array(runs);
    this.#deviations = new Float64Array(runs);
  }

  /** Subjects added so far, those of merged accumulators included. */
  get subjects(): number {
    return this.#subjects;
  }

  /**
   * Adds one subject's values, one a run and none missing.
   *
   * @throws StatisticsError TS_STATISTICS_LENGTH for another number of values, TS_STATISTICS_NOT_FINITE for a value that
   *   is no finite number; the accumulator is then as before.
   */
  add(row: Numbers): void {
    const mean = this.#centre(row);
    this.#subjects++;
    const toMean = mean - this.#mean;
    this.#mean += toMean / this.#subjects;
    this.#squaresOfMeans += toMean * (mean - this.#mean);
    for (let run = 0; run < this.runs; run++) {
      const deviation = this.#deviations[run];
      const toDeviation = deviation - this.#deviationMeans[run];
      this.#deviationMeans[run] += toDeviation / this.#subjects;
      this.#squaresOfDeviations += toDeviation * (deviation - this.#deviationMeans[run]);
    }
  }

  /** Writes the row's deviations from its mean, and returns the mean. */
  #centre(row: Numbers): number {
    const { runs } = this;
    if (row.length !== runs) {
      throw new StatisticsError("TS_STATISTICS_LENGTH", `subject has ${row.length} values for ${runs} runs`, {
        argument: "matrix",
        row: this.#subjects,
      });
    }
    let sum = 0;
    for (let run = 0; run < runs; run++) {
      if (!Number.isFinite(row[run])) throw notFinite(row[run], this.#subjects, run);
      sum += row[run] - row[0];
    }
    const toMean = sum / runs;
    for (let run = 0; run < runs; run++) this.#deviations[run] = row[run] - row[0] - toMean;
    return row[0] + toMean;
  }

  /**
   * Adds the subjects of another accumulator, which stays as it is.
   *
   * @throws StatisticsError TS_STATISTICS_LENGTH if it has another number of runs.
   */
  merge(other: MeanSquaresAccumulator): void {
    if (other.runs !== this.runs) {
      throw new StatisticsError("TS_STATISTICS_LENGTH", `accumulators of ${this.runs} and ${other.runs} runs`, {
        argument: "other",
      });
    }
    const total = this.#subjects + other.#subjects;
    if (other.#subjects === 0) return;
    const share = other.#subjects / total;
    const weight = this.#subjects * share;
    const toMean = other.#mean - this.#mean;
    this.#mean += toMean * share;
    this.#squaresOfMeans += other.#squaresOfMeans + toMean * toMean * weight;
    this.#squaresOfDeviations += other.#squaresOfDeviations;
    for (let run = 0; run < this.runs; run++) {
      const toDeviation = other.#deviationMeans[run] - this.#deviationMeans[run];
      this.#deviationMeans[run] += toDeviation * share;
      this.#squaresOfDeviations += toDeviation * toDeviation * weight;
    }
    this.#subjects = total;
  }

  /**
   * The mean squares so far; null with fewer than two subjects.
   *
   * @throws StatisticsError TS_STATISTICS_NOT_FINITE for values so large that their squares exceed all numbers.
   */
  meanSquares(): MeanSquares | null {
    const { runs } = this;
    const subjects = this.#subjects;
    if (subjects < 2) return null;
    let squaresOfRuns = 0;
    for (const mean of this.#deviationMeans) squaresOfRuns += subjects * mean * mean;
    requireNoOverflow(subjects * runs * (this.#squaresOfMeans + squaresOfRuns + this.#squaresOfDeviations), "matrix");
    return {
      subjects,
      runs,
      msSubjects: (runs * this.#squaresOfMeans) / (subjects - 1),
      msRuns: squaresOfRuns / (runs - 1),
      msError: this.#squaresOfDeviations / ((subjects - 1) * (runs - 1)),
      msWithin: (squaresOfRuns + this.#squaresOfDeviations) / (subjects * (runs - 1)),
    };
  }
}

/** @throws StatisticsError TS_STATISTICS_TOO_FEW unless there are at least two runs, a whole number. */
export function requireTwoRuns(runs: number): void {
  if (!(Number.isInteger(runs) && runs >= 2)) {
    throw new StatisticsError("TS_STATISTICS_TOO_FEW", `${runs} runs; reproducibility needs two or more`, {
      argument: "runs",
    });
  }
}

/** The error for a value of a table of subjects by runs. */
export function notFinite(value: unknown, row: number, column: number): StatisticsError {
  return new StatisticsError("TS_STATISTICS_NOT_FINITE", `matrix[${row}][${column}] is ${value}, no finite number`, {
    argument: "matrix",
    row,
    column,
  });
}
