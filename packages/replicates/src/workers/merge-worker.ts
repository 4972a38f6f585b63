import { parentPort, workerData } from "node:worker_threads";
import { type PackedError, packError } from "@touchstone/formats";
import { ReplicatesError } from "../error.ts";
import { mergeRange } from "../merge/merge-range.ts";
import type { RangeResult, RangeSettings, RangeTask } from "../merge/range-task.ts";
import { type FilesSpec, openFiles } from "./open-files.ts";

/** What a worker is started with. */
export interface WorkerStart {
  readonly files: FilesSpec;
  readonly settings: RangeSettings;
}

/** What a worker answers to a range; null asks it to end. */
export type WorkerReply = { readonly result: RangeResult } | { readonly error: PackedError };

const { files, settings } = workerData as WorkerStart;
const port = parentPort;
if (port !== null) {
  const open = openFiles(files);
  port.on("message", (task: RangeTask | null) => {
    if (task === null) return port.close();
    try {
      const result = mergeRange(open, task, settings);
      port.postMessage({ result } satisfies WorkerReply, buffersOf(result));
    } catch (error) {
      port.postMessage({ error: packError(error, ReplicatesError) } satisfies WorkerReply);
    }
  });
}

function buffersOf({ blocks, part }: RangeResult): ArrayBuffer[] {
  const { sums, cvs, floors, keys } = part;
  return [...blocks, sums, cvs, floors, keys].map(({ buffer }) => buffer);
}
