import { ConcordanceError } from "../error.ts";
import type { Range } from "../plan/plan-ranges.ts";
import type { RangeResult, RangeTask } from "../range/range-task.ts";
import { cutIsSafe } from "./check-cut.ts";
import type { RangePool } from "./range-pool.ts";

/** A range on its way through the workers. */
interface Slot {
  readonly range: Range;
  task: RangeTask | null;
  result: RangeResult | null;
}

/** A cut is final when those of so many bases behind it are safe; no indel can be shifted as far. */
const LOOK_AHEAD = 1_000_000;

/** How the ranges of a comparison are solved. */
export interface SolveRangesOptions {
  readonly ranges: readonly Range[];
  readonly pool: RangePool;
  readonly makeTask: (range: Range) => RangeTask;
  /** Gets each result once, in the order of the ranges. */
  readonly take: (result: RangeResult) => void;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Solves all ranges and hands the results on in order.
 *
 * A result is held back until its neighbours are there and the cuts between them are known to be safe; two ranges with
 * an unsafe cut between them become one and are solved again. So the results are those of uncut contigs, whatever the
 * number of workers and whenever each comes to be done.
 *
 * @throws the error of the first range, in order, that has one; ConcordanceError TS_COMPARE_ABORTED
 */
export async function solveRanges(options: SolveRangesOptions): Promise<void> {
  await new RangeQueue(options).run();
}

/** The error of a comparison whose signal was aborted. */
export function comparisonAborted(): ConcordanceError {
  return new ConcordanceError("TS_COMPARE_ABORTED", "the comparison was stopped");
}

class RangeQueue {
  readonly #options: SolveRangesOptions;
  /** Ranges not handed on yet, in order. */
  readonly #slots: Slot[];
  readonly #errors: { readonly number: number; readonly error: unknown }[] = [];
  /** The range handed on last. */
  #last: Slot | null = null;
  #done = 0;
  #total: number;

  constructor(options: SolveRangesOptions) {
    this.#options = options;
    this.#slots = options.ranges.map((range) => ({ range, task: null, result: null }));
    this.#total = options.ranges.length;
  }

  async run(): Promise<void> {
    const lanes = Array.from({ length: this.#options.pool.size }, () => this.#runLane());
    await Promise.all(lanes);
    if (this.#options.signal?.aborted) throw comparisonAborted();
    if (this.#errors.length > 0) throw this.#errors.reduce((a, b) => (b.number < a.number ? b : a)).error;
  }

  /** Takes one range after another until none is left; two lanes never take the same one. */
  async #runLane(): Promise<void> {
    for (;;) {
      if (this.#errors.length > 0 || this.#options.signal?.aborted) return;
      const slot = this.#slots.find(({ task }) => task === null);
      if (slot === undefined) return;
      const task = this.#options.makeTask(slot.range);
      slot.task = task;
      try {
        slot.result = await this.#options.pool.solve(task);
        this.#done++;
        this.#joinAcrossUnsafeCuts();
        this.#handOn();
      } catch (error) {
        this.#errors.push({ number: task.contig * 2 ** 32 + task.from, error });
        return;
      }
      this.#options.onProgress?.(this.#done, this.#total);
    }
  }

  #joinAcrossUnsafeCuts(): void {
    for (let place = 0; place + 1 < this.#slots.length; place++) {
      const left = this.#slots[place];
      const right = this.#slots[place + 1];
      if (left.range.contig !== right.range.contig || isSafe(left, right) !== false) continue;
      const range = { contig: left.range.contig, from: left.range.from, to: right.range.to };
      this.#slots.splice(place, 2, { range, task: null, result: null });
      this.#done -= 2;
      this.#total--;
    }
  }

  /** Hands on the results at the front that nothing can change any more. */
  #handOn(): void {
    while (this.#slots.length > 0 && this.#frontIsSettled()) {
      const first = this.#slots.shift() as Slot;
      this.#checkOrder(first);
      this.#last = first;
      this.#options.take(first.result as RangeResult);
    }
  }

  /**
   * Whether the cut behind the front range is safe, and will be: joined ranges that lie behind it can turn out to
   * begin before it, when a record's extent reaches back across a whole range.
   */
  #frontIsSettled(): boolean {
    const [front] = this.#slots;
    if (front.result === null) return false;
    for (let place = 0; place + 1 < this.#slots.length; place++) {
      const left = this.#slots[place];
      const right = this.#slots[place + 1];
      if (right.range.contig !== front.range.contig || left.range.to > front.range.to + LOOK_AHEAD) return true;
      if (isSafe(left, right) !== true) return false;
    }
    return true;
  }

  /** No record may fall between two ranges: better no result than one that lacks some. */
  #checkOrder(next: Slot): void {
    const last = this.#last;
    if (last === null || last.range.contig !== next.range.contig || isSafe(last, next) === true) return;
    throw new ConcordanceError(
      "TS_INTERNAL",
      `the range behind position ${next.range.from} reaches back across more than ${LOOK_AHEAD} bases`,
      { position: next.range.from },
    );
  }
}

/** True or false when both are solved, null when not yet. */
function isSafe(left: Slot, right: Slot): boolean | null {
  if (left.task === null || left.result === null || right.result === null) return null;
  return cutIsSafe(left.task, left.result, right.result);
}
