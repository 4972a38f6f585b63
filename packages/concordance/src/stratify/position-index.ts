/** Records of one contig, in any order: the reference bases that each replaces, 0-based half-open, and its kind. */
export interface KindSpans {
  readonly count: number;
  readonly starts: Int32Array;
  /** The start itself for an insertion. */
  readonly ends: Int32Array;
  readonly kinds: Int32Array;
}

/** Buckets a record: enough for a look-up to end in the first one or two records of its bucket. */
const BUCKETS_PER_RECORD = 2;

/** Records sorted by position, with a table that finds the first one behind a position in constant time. */
export class PositionIndex {
  readonly count: number;
  /**
   * 2 * start for an insertion, which lies before the base at its start, and 2 * start + 1 for others: of the records
   * that start in [a, b), exactly those with a key in (2a, 2b) lie there with at least one base or, insertions, with
   * both neighbours. Infinity behind the last. (Not in 32 bits: positions may take 31.)
   */
  readonly keys: Float64Array;
  readonly ends: Int32Array;
  readonly kinds: Int32Array;
  /** The farthest end of the records before each number; -1 for the first. */
  readonly reach: Int32Array;
  /** Number of the first record in or after each bucket; one more than there are buckets. */
  readonly #firsts: Int32Array;
  readonly #base: number;
  readonly #shift: number;

  constructor(spans: KindSpans) {
    const { count } = spans;
    this.count = count;
    this.keys = new Float64Array(count + 1);
    this.ends = new Int32Array(count);
    this.kinds = new Int32Array(count);
    this.reach = new Int32Array(count + 1);
    const { least, greatest } = extremes(spans);
    this.#base = least;
    this.#shift = bucketShift(greatest - least, count * BUCKETS_PER_RECORD);
    this.#firsts = new Int32Array(((greatest - least) >>> this.#shift) + 2);
    this.#distribute(spans);
    this.#sortNearlySorted();
    this.#measureReach();
  }

  /** Number of the first record whose key is above 2 * `position`; `count` when there is none. */
  firstBehind(position: number): number {
    const bucket = position <= this.#base ? 0 : (position - this.#base) >>> this.#shift;
    if (bucket >= this.#firsts.length) return this.count;
    let record = this.#firsts[bucket];
    while (this.keys[record] <= 2 * position) record++;
    return record;
  }

  /** Puts the records in the order of their buckets, in linear time whatever the order they came in. */
  #distribute({ count, starts, ends, kinds }: KindSpans): void {
    const next = this.#firsts;
    const base = this.#base;
    const shift = this.#shift;
    for (let i = 0; i < count; i++) next[((starts[i] - base) >>> shift) + 1]++;
    for (let bucket = 1; bucket < next.length; bucket++) next[bucket] += next[bucket - 1];
    const places = next.slice();
    for (let i = 0; i < count; i++) {
      const place = places[(starts[i] - base) >>> shift]++;
      this.keys[place] = 2 * starts[i] + (ends[i] > starts[i] ? 1 : 0);
      this.ends[place] = ends[i];
      this.kinds[place] = kinds[i];
    }
    this.keys[count] = Number.POSITIVE_INFINITY;
  }

  /** Insertion sort: behind the buckets' order hardly a record is out of place. */
  #sortNearlySorted(): void {
    const { keys, ends, kinds } = this;
    for (let i = 1; i < this.count; i++) {
      const key = keys[i];
      if (keys[i - 1] <= key) continue;
      const end = ends[i];
      const kind = kinds[i];
      let place = i;
      for (; place > 0 && keys[place - 1] > key; place--) {
        keys[place] = keys[place - 1];
        ends[place] = ends[place - 1];
        kinds[place] = kinds[place - 1];
      }
      keys[place] = key;
      ends[place] = end;
      kinds[place] = kind;
    }
  }

  #measureReach(): void {
    this.reach[0] = -1;
    for (let i = 0; i < this.count; i++) this.reach[i + 1] = Math.max(this.reach[i], this.ends[i]);
  }
}

function extremes({ count, starts }: KindSpans): { least: number; greatest: number } {
  if (count === 0) return { least: 0, greatest: 0 };
  let least = starts[0];
  let greatest = starts[0];
  for (let i = 1; i < count; i++) {
    if (starts[i] < least) least = starts[i];
    if (starts[i] > greatest) greatest = starts[i];
  }
  return { least, greatest };
}

/** The least shift that leaves at most `buckets` buckets of a span of positions, and one. */
function bucketShift(span: number, buckets: number): number {
  let shift = 0;
  while (span >>> shift > buckets) shift++;
  return shift;
}
