import { parentPort, workerData } from "node:worker_threads";
import type { RangeSettings } from "../range/range-settings.ts";
import type { RangeTask } from "../range/range-task.ts";
import { solveRange } from "../range/solve-range.ts";
import { type FilesSpec, openFiles } from "./open-files.ts";
import { packError } from "./pack-error.ts";

/** What a worker is started with. */
export interface WorkerStart {
  readonly files: FilesSpec;
  readonly settings: RangeSettings;
}

const { files, settings } = workerData as WorkerStart;
const port = parentPort;
if (port !== null) {
  const open = openFiles(files);
  // Null asks the worker to end.
  port.on("message", (task: RangeTask | null) => {
    if (task === null) return port.close();
    try {
      const result = solveRange(open, task, settings);
      port.postMessage({ result }, [result.tally.counts.buffer]);
    } catch (error) {
      port.postMessage({ error: packError(error) });
    }
  });
}
