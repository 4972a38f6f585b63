import type { Numbers } from "../numbers.ts";

/** Sums over the groups that have the same number of observations n. c: counts per column, m: mean of the group. */
export interface GroupSums {
  readonly n: number;
  groups: number;
  /** Sum of c c' / n. */
  readonly cross: Float64Array;
  /** Sum of c m. */
  readonly right: Float64Array;
  /** Sum of n m^2. */
  square: number;
}

/** Sums over groups that have one observation in each of the same columns. */
export interface EqualGroups {
  readonly groups: number;
  /** Mean of the groups' means, and sum of their squared deviations from it. */
  readonly mean: number;
  readonly squaresOfMeans: number;
  /** Of each column: mean over the groups of the value's deviation from the group's mean. */
  readonly deviationMeans: Numbers;
  /** Sum of all squared deviations of values from their group's mean. */
  readonly squaresWithin: number;
}

/** A system as it travels between threads. */
export interface RemlSystemData {
  readonly columns: number;
  readonly observations: number;
  readonly cross: Float64Array;
  readonly right: Float64Array;
  readonly square: number;
  readonly sizes: readonly GroupSums[];
  readonly origin: number | null;
}

/**
 * Sufficient statistics of the random-effects model y = mean + one effect per factor + residual, for any variances: one
 * factor (the groups) is eliminated, the levels of the others and the mean are columns. Each group has a diagonal of
 * its own in the mixed-model equations (Searle, Casella & McCulloch 1992, Variance Components, section 7.6), so what
 * remains is a matrix of columns x columns, whatever the number of groups; groups of equal size share their sums.
 * Column 0 is the mean. What happens within groups is kept apart from the groups' means, so that a variance between
 * groups far above the residual one costs no digits.
 */
export class RemlSystem {
  readonly columns: number;
  observations: number = 0;
  /** Sum of x (x - c / n)' over the observations, x: which columns an observation belongs to. */
  readonly cross: Float64Array;
  /** Sum of x (y - m). */
  readonly right: Float64Array;
  /** Sum of (y - m)^2. */
  square: number = 0;
  readonly sizes: Map<number, GroupSums> = new Map();
  /** All values are kept relative to this one. */
  #origin: number | null = null;
  readonly #counts: Float64Array;
  readonly #touched: number[] = [];

  /** @param columns the mean and all levels of the factors that are not eliminated. */
  constructor(columns: number) {
    this.columns = columns;
    this.cross = new Float64Array(columns * columns);
    this.right = new Float64Array(columns);
    this.#counts = new Float64Array(columns);
  }

  /**
   * Adds the observations of one group: the i-th has the value `values[i]` and belongs to column 0 and to the columns
   * `levels[i * factors]` to `levels[i * factors + factors - 1]`. `levels` is exactly that long.
   */
  addGroup(values: Numbers, levels: Numbers, factors: number): void {
    const n = values.length;
    if (n === 0) return;
    this.#origin ??= values[0];
    const mean = this.#addWithin(values, levels, factors);
    this.#addBetween(n, mean - this.#origin, levels);
    this.observations += n;
  }

  #addWithin(values: Numbers, levels: Numbers, factors: number): number {
    const n = values.length;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += values[i] - values[0];
    const mean = values[0] + sum / n;
    for (let i = 0; i < n; i++) {
      const deviation = values[i] - values[0] - sum / n;
      this.square += deviation * deviation;
      for (let a = i * factors; a < (i + 1) * factors; a++) {
        this.right[levels[a]] += deviation;
        for (let b = i * factors; b < (i + 1) * factors; b++) this.cross[levels[a] * this.columns + levels[b]]++;
      }
    }
    return mean;
  }

  #addBetween(n: number, mean: number, levels: Numbers): void {
    const { columns } = this;
    const counts = this.#counts;
    const touched = this.#count(levels);
    const sums = this.#sumsOf(n);
    sums.groups++;
    sums.square += n * mean * mean;
    sums.right[0] += n * mean;
    sums.cross[0] += n;
    for (const a of touched) {
      sums.right[a] += counts[a] * mean;
      sums.cross[a * columns] += counts[a];
      sums.cross[a] += counts[a];
      for (const b of touched) {
        const product = (counts[a] * counts[b]) / n;
        sums.cross[a * columns + b] += product;
        this.cross[a * columns + b] -= product;
      }
    }
    for (const a of touched) counts[a] = 0;
  }

  /** Counts how often each column occurs; returns those that do. */
  #count(levels: Numbers): readonly number[] {
    const touched = this.#touched;
    touched.length = 0;
    for (let i = 0; i < levels.length; i++) {
      if (this.#counts[levels[i]]++ === 0) touched.push(levels[i]);
    }
    return touched;
  }

  #sumsOf(n: number): GroupSums {
    let sums = this.sizes.get(n);
    if (sums === undefined) {
      const { columns } = this;
      sums = { n, groups: 0, cross: new Float64Array(columns * columns), right: new Float64Array(columns), square: 0 };
      this.sizes.set(n, sums);
    }
    return sums;
  }

  /** Adds groups that are summed already: each has one observation in column 0 and each of `levels`. */
  addEqualGroups(levels: readonly number[], sums: EqualGroups): void {
    const { groups, deviationMeans } = sums;
    if (groups === 0) return;
    const n = levels.length;
    this.#origin ??= sums.mean;
    const mean = sums.mean - this.#origin;
    const between = this.#sumsOf(n);
    this.observations += n * groups;
    this.square += sums.squaresWithin;
    between.groups += groups;
    between.square += n * (sums.squaresOfMeans + groups * mean * mean);
    between.right[0] += n * groups * mean;
    between.cross[0] += n * groups;
    for (const [i, a] of levels.entries()) {
      this.right[a] += groups * deviationMeans[i];
      this.cross[a * (this.columns + 1)] += groups;
      between.right[a] += groups * mean;
      between.cross[a * this.columns] += groups;
      between.cross[a] += groups;
      for (const b of levels) {
        between.cross[a * this.columns + b] += groups / n;
        this.cross[a * this.columns + b] -= groups / n;
      }
    }
  }

  /** The statistics as plain data, which share their arrays with the system. */
  toData(): RemlSystemData {
    const { columns, observations, cross, right, square } = this;
    return { columns, observations, cross, right, square, sizes: [...this.sizes.values()], origin: this.#origin };
  }

  /** The system that `data` is of; it may take their arrays over. */
  static fromData(data: RemlSystemData): RemlSystem {
    const system = new RemlSystem(data.columns);
    system.observations = data.observations;
    system.cross.set(data.cross);
    system.right.set(data.right);
    system.square = data.square;
    for (const sums of data.sizes) system.sizes.set(sums.n, sums);
    system.#origin = data.origin;
    return system;
  }

  /** Adds the groups of another system with the same columns, which stays as it is. */
  merge(other: RemlSystem): void {
    if (other.#origin === null) return;
    this.#origin ??= other.#origin;
    const shift = other.#origin - this.#origin;
    this.observations += other.observations;
    this.square += other.square;
    addTo(this.cross, other.cross);
    addTo(this.right, other.right);
    for (const from of other.sizes.values()) {
      const to = this.#sumsOf(from.n);
      to.groups += from.groups;
      to.square += shifted(from, shift).square;
      addTo(to.cross, from.cross);
      addTo(to.right, shifted(from, shift).right);
    }
  }

  /** The same statistics with values relative to their mean, and that mean; null without observations. */
  centred(): { readonly mean: number; readonly system: RemlSystem } | null {
    if (this.#origin === null) return null;
    let sum = 0;
    for (const { right } of this.sizes.values()) sum += right[0];
    const system = new RemlSystem(this.columns);
    system.#origin = this.#origin + sum / this.observations;
    system.merge(this);
    return { mean: system.#origin, system };
  }
}

/** The sums that depend on the origin, for values larger by `shift`. */
function shifted(sums: GroupSums, shift: number): Pick<GroupSums, "right" | "square"> {
  const { cross, right, square } = sums;
  return {
    right: right.map((x, column) => x + shift * cross[column]),
    square: square + 2 * shift * right[0] + shift * shift * cross[0],
  };
}

function addTo(target: Float64Array, source: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i] += source[i];
}
