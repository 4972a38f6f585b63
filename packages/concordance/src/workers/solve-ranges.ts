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

/** How the ranges of a comparison are solved. */
export interface SolveRangesOptions {
  readonly ranges: readonly Range[];
  readonly pool: RangePool;
  readonly makeTask: (range: Range, number: number) => RangeTask;
  /** Gets each result once, in the order of the ranges. */
  readonly take: (result: RangeResult) => void;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Solves all ranges and hands the results on in order.
 *
 * A result is held back until its neighbour is there and the cut between them is known to be safe; two ranges with an
 * unsafe cut between them become one and are solved again. So the results are those of uncut contigs, whatever the
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
  #nextNumber = 0;
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
      const task = this.#options.makeTask(slot.range, this.#nextNumber++);
      slot.task = task;
      try {
        slot.result = await this.#options.pool.solve(task);
      } catch (error) {
        this.#errors.push({ number: task.contig * 2 ** 32 + task.from, error });
        return;
      }
      this.#done++;
      this.#joinAcrossUnsafeCuts();
      this.#handOn();
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

  /** Hands on the results at the front whose cut to the next range is safe; that next one stays until then. */
  #handOn(): void {
    while (this.#slots.length > 0) {
      const [first, second] = this.#slots;
      if (first.result === null) return;
      const needsNext = second !== undefined && second.range.contig === first.range.contig;
      if (needsNext && isSafe(first, second) !== true) return;
      this.#slots.shift();
      this.#options.take(first.result);
    }
  }
}

/** True or false when both are solved, null when not yet. */
function isSafe(left: Slot, right: Slot): boolean | null {
  if (left.task === null || left.result === null || right.result === null) return null;
  return cutIsSafe(left.task, left.result, right.result);
}
