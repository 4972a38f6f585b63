import { StatisticsError } from "../error.ts";
import { type Numbers, requireFinite } from "../numbers.ts";
import type { RemlModel } from "../variance-components/reml-criterion.ts";
import { RemlSystem, type RemlSystemData } from "../variance-components/reml-system.ts";
import { notFinite, requireTwoRuns } from "./mean-squares-accumulator.ts";

/** Sums over subjects that all runs measured; with none of them the other numbers do not count. */
export interface CompleteSums {
  readonly subjects: number;
  /** Mean of the subjects' means, and sum of their squared deviations from it. */
  readonly mean: number;
  readonly squaresOfMeans: number;
  /** Of each run: mean over the subjects of the value's deviation from the subject's mean. */
  readonly deviationMeans: Numbers;
  /** Sum of all squared deviations of values from their subject's mean; exactly 0 where runs are identical. */
  readonly squaresWithin: number;
}

/** An accumulator as it travels between threads. */
export interface IccRemlData {
  readonly runs: number;
  readonly rows: number;
  readonly subjects: number;
  readonly system: RemlSystemData;
  readonly perRun: Float64Array;
  readonly identicalRuns: boolean;
  readonly first: number | null;
  readonly constant: boolean;
}

/**
 * Sufficient statistics of a table of subjects by runs with missing values, row by row: memory grows with the cube of the
 * number of runs, never with that of the subjects. Accumulators of parts of a table merge into that of the whole.
 */
export class IccRemlAccumulator {
  readonly runs: number;
  #rows = 0;
  #subjects = 0;
  #system: RemlSystem;
  /** How many values each run has. */
  #perRun: Float64Array;
  #identicalRuns = true;
  #first: number | null = null;
  #constant = true;

  /**
   * @param runs values or gaps of each subject.
   * @throws StatisticsError TS_STATISTICS_TOO_FEW unless there are at least two.
   */
  constructor(runs: number) {
    requireTwoRuns(runs);
    this.runs = runs;
    this.#system = new RemlSystem(runs + 1);
    this.#perRun = new Float64Array(runs);
  }

  /** Subjects with at least one value. */
  get subjects(): number {
    return this.#subjects;
  }

  /** Values that are not missing. */
  get observations(): number {
    return this.#system.observations;
  }

  /**
   * Adds one subject, null = missing; one without any value is passed over.
   *
   * @throws StatisticsError TS_STATISTICS_LENGTH for another number of runs, TS_STATISTICS_NOT_FINITE for a value that is
   *   neither null nor a finite number; the accumulator is then as before.
   */
  add(row: ArrayLike<number | null>): void {
    if (row.length !== this.runs) {
      throw new StatisticsError("TS_STATISTICS_LENGTH", `subject has ${row.length} values for ${this.runs} runs`, {
        argument: "matrix",
        row: this.#rows,
      });
    }
    const values: number[] = [];
    const columns: number[] = [];
    for (let run = 0; run < row.length; run++) {
      const value = row[run];
      if (value === null) continue;
      if (!Number.isFinite(value)) throw notFinite(value, this.#rows, run);
      values.push(value);
      columns.push(run + 1);
    }
    this.#rows++;
    if (values.length === 0) return;
    this.#subjects++;
    for (const column of columns) this.#perRun[column - 1]++;
    this.#identicalRuns &&= values.every((value) => value === values[0]);
    this.#first ??= values[0];
    this.#constant &&= this.#identicalRuns && values[0] === this.#first;
    this.#system.addGroup(values, columns, 1);
  }

  /**
   * Adds subjects that all runs measured and that are summed already.
   *
   * @throws StatisticsError TS_STATISTICS_LENGTH for deviations of another number of runs,
   *   TS_STATISTICS_NOT_FINITE for sums that are no finite numbers; the accumulator is then as before.
   */
  addComplete(sums: CompleteSums): void {
    const { subjects, mean } = sums;
    if (sums.deviationMeans.length !== this.runs) {
      const message = `deviations of ${sums.deviationMeans.length} runs for ${this.runs}`;
      throw new StatisticsError("TS_STATISTICS_LENGTH", message, { argument: "deviationMeans" });
    }
    if (subjects === 0) return;
    requireFinite([subjects, mean, sums.squaresOfMeans, sums.squaresWithin], "sums");
    requireFinite(sums.deviationMeans, "deviationMeans");
    this.#rows += subjects;
    this.#subjects += subjects;
    for (let run = 0; run < this.runs; run++) this.#perRun[run] += subjects;
    this.#identicalRuns &&= sums.squaresWithin === 0;
    this.#first ??= mean;
    this.#constant &&= this.#identicalRuns && sums.squaresOfMeans === 0 && mean === this.#first;
    const columns = Array.from({ length: this.runs }, (_, run) => run + 1);
    this.#system.addEqualGroups(columns, { ...sums, groups: subjects });
  }

  /** All that was added, as data that can be posted between threads; they share their arrays with the accumulator. */
  toData(): IccRemlData {
    return {
      runs: this.runs,
      rows: this.#rows,
      subjects: this.#subjects,
      system: this.#system.toData(),
      perRun: this.#perRun,
      identicalRuns: this.#identicalRuns,
      first: this.#first,
      constant: this.#constant,
    };
  }

  /** The accumulator that `data` is of; it takes their arrays over. */
  static fromData(data: IccRemlData): IccRemlAccumulator {
    const accumulator = new IccRemlAccumulator(data.runs);
    accumulator.#rows = data.rows;
    accumulator.#subjects = data.subjects;
    accumulator.#system = RemlSystem.fromData(data.system);
    accumulator.#perRun = data.perRun;
    accumulator.#identicalRuns = data.identicalRuns;
    accumulator.#first = data.first;
    accumulator.#constant = data.constant;
    return accumulator;
  }

  /**
   * Adds the subjects of another accumulator, which stays as it is.
   *
   * @throws StatisticsError TS_STATISTICS_LENGTH if it has another number of runs.
   */
  merge(other: IccRemlAccumulator): void {
    if (other.runs !== this.runs) {
      throw new StatisticsError("TS_STATISTICS_LENGTH", `accumulators of ${this.runs} and ${other.runs} runs`, {
        argument: "other",
      });
    }
    this.#first ??= other.#first;
    this.#constant &&= other.#constant && (other.#first ?? this.#first) === this.#first;
    this.#rows += other.#rows;
    this.#subjects += other.#subjects;
    this.#identicalRuns &&= other.#identicalRuns;
    for (let run = 0; run < this.runs; run++) this.#perRun[run] += other.#perRun[run];
    this.#system.merge(other.#system);
  }

  /** Whether all three variances can be told apart: two runs with values, and more values than subjects and runs. */
  get estimable(): boolean {
    const runs = this.#perRun.filter((count) => count > 0).length;
    return runs >= 2 && this.subjects >= 2 && this.observations >= this.subjects + runs;
  }

  /** Whether all values of each subject are equal. */
  get identicalRuns(): boolean {
    return this.#identicalRuns;
  }

  /** Whether all values are equal. */
  get constant(): boolean {
    return this.#constant;
  }

  /** Variance of the subjects' means; null with fewer than two subjects. */
  varianceOfMeans(): number | null {
    if (this.#subjects < 2) return null;
    let sum = 0;
    let squares = 0;
    for (const { n, right, square } of this.#system.centred()?.system.sizes.values() ?? []) {
      sum += right[0] / n;
      squares += square / n;
    }
    return Math.max(0, squares - sum ** 2 / this.#subjects) / (this.#subjects - 1);
  }

  /** The model of random subjects and runs, its values centred. */
  model(): RemlModel {
    return { system: this.#system.centred()?.system ?? this.#system, blocks: [[1, this.runs + 1]] };
  }
}
