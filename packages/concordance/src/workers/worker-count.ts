import { statSync } from "node:fs";
import type { ComparisonOptions } from "../options.ts";
import { BGZF_BYTES } from "../plan/cut-contig.ts";

/**
 * How many worker threads a comparison is worth: no more than its files give ranges, and 1 for small files, which are
 * done before a thread has loaded the engine. Known from the sizes of the files alone, so that workers can load while
 * the inputs are opened.
 */
export function workerCount({ threads, truth, query, stratifications }: ComparisonOptions): number {
  // Strata may be far more to read than the calls are.
  if (stratifications !== undefined) return threads;
  const ranges = Math.round(Math.max(sizeOf(truth), sizeOf(query)) / BGZF_BYTES);
  return Math.min(threads, Math.max(1, ranges));
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    // Whoever opens it says what is wrong.
    return 0;
  }
}
