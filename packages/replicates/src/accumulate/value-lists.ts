/** A growing list of numbers of 4 bytes: exact to 6e-8 of each. */
class FloatList {
  #values = new Float32Array(64);
  #count = 0;
  #sorted = true;

  add(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Float32Array(2 * this.#count);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count++] = value;
    this.#sorted = false;
  }

  sorted(): Float32Array {
    const values = this.#values.subarray(0, this.#count);
    if (!this.#sorted) values.sort();
    this.#sorted = true;
    return values;
  }
}

/**
 * One number a variant, kept by cell and by the number of runs that measured it, for quantiles over any union of
 * cells. They are kept as 32-bit floats, so a quantile is that of the numbers rounded to 24 bits: a relative error of
 * at most 6e-8.
 */
export class ValueLists {
  readonly #lists = new Map<number, FloatList>();

  /** @param key as made by {@link listKey} */
  add(key: number, value: number): void {
    let list = this.#lists.get(key);
    if (list === undefined) {
      list = new FloatList();
      this.#lists.set(key, list);
    }
    list.add(value);
  }

  /**
   * Quantile of type 7 (Hyndman & Fan 1996, Am Stat 50:361; R's default) of the values of some cells.
   *
   * @param scale factor for the values of variants that so many runs measured
   * @returns null when there are none
   */
  quantile(cells: ReadonlySet<number>, p: number, scale: (measured: number) => number = () => 1): number | null {
    const lists: ScaledList[] = [];
    let count = 0;
    for (const [key, list] of this.#lists) {
      if (!cells.has(cellOf(key))) continue;
      const values = list.sorted();
      lists.push({ values, scale: scale(measuredOf(key)) });
      count += values.length;
    }
    if (count === 0) return null;
    const place = (count - 1) * p;
    const below = Math.floor(place);
    const low = smallest(lists, below);
    return place === below ? low : low + (place - below) * (smallest(lists, below + 1) - low);
  }
}

const RUNS_LIMIT = 4096;

/** Key of the list of a cell's variants that `measured` runs (fewer than 4,096) measured. */
export function listKey(cell: number, measured: number): number {
  return cell * RUNS_LIMIT + measured;
}

function cellOf(key: number): number {
  return Math.floor(key / RUNS_LIMIT);
}

function measuredOf(key: number): number {
  return key % RUNS_LIMIT;
}

/** Sorted values, each to be multiplied by `scale` (above 0). */
interface ScaledList {
  readonly values: Float32Array;
  readonly scale: number;
}

/** The value with `rank` (0-based) among all lists together: each list is bisected. */
function smallest(lists: readonly ScaledList[], rank: number): number {
  const from = lists.map(() => 0);
  const to = lists.map(({ values }) => values.length);
  for (;;) {
    let widest = 0;
    for (let list = 1; list < lists.length; list++)
      if (to[list] - from[list] > to[widest] - from[widest]) widest = list;
    const middle = (from[widest] + to[widest]) >> 1;
    const pivot = lists[widest].values[middle] * lists[widest].scale;
    const below = lists.map(({ values, scale }) => countBelow(values, (value) => value * scale < pivot));
    const upTo = lists.map(({ values, scale }) => countBelow(values, (value) => value * scale <= pivot));
    if (sum(below) <= rank && rank < sum(upTo)) return pivot;
    for (let list = 0; list < lists.length; list++) {
      if (sum(below) > rank) to[list] = Math.min(to[list], below[list]);
      else from[list] = Math.max(from[list], upTo[list]);
    }
  }
}

/** How many of the sorted values come first for which `isBelow` holds. */
function countBelow(values: Float32Array, isBelow: (value: number) => boolean): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBelow(values[middle])) from = middle + 1;
    else to = middle;
  }
  return from;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
