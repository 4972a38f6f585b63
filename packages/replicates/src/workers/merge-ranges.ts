import { ReplicatesError } from "../error.ts";
import type { RangeResult, RangeTask } from "../merge/range-task.ts";
import type { MergePool } from "./merge-pool.ts";

/** How the ranges of a comparison are merged. */
export interface MergeRangesOptions {
  readonly tasks: readonly RangeTask[];
  readonly pool: MergePool;
  /** Gets each result once, in the order of the ranges. */
  readonly take: (result: RangeResult, task: RangeTask) => void;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Merges all ranges and hands the results on in order, so that the outcome does not depend on the number of workers.
 *
 * @throws the error of the first range, in order, that has one; ReplicatesError TS_REPLICATES_ABORTED
 */
export async function mergeRanges({ tasks, pool, take, onProgress, signal }: MergeRangesOptions): Promise<void> {
  const waiting = new Map<number, RangeResult>();
  const errors = new Map<number, unknown>();
  let begun = 0;
  let taken = 0;
  const runLane = async () => {
    while (begun < tasks.length && errors.size === 0 && signal?.aborted !== true) {
      const number = begun++;
      try {
        waiting.set(number, await pool.merge(tasks[number]));
        for (let next = waiting.get(taken); next !== undefined; next = waiting.get(taken)) {
          waiting.delete(taken);
          take(next, tasks[taken]);
          taken++;
          onProgress?.(taken, tasks.length);
        }
      } catch (error) {
        errors.set(number, error);
      }
    }
  };
  await Promise.all(Array.from({ length: pool.size }, runLane));
  if (signal?.aborted === true) throw comparisonAborted();
  if (errors.size > 0) throw errors.get(Math.min(...errors.keys()));
}

/** The error of a comparison whose signal was aborted. */
export function comparisonAborted(): ReplicatesError {
  return new ReplicatesError("TS_REPLICATES_ABORTED", "the comparison was stopped");
}
