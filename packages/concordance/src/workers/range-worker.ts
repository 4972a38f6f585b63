import { parentPort, workerData } from "node:worker_threads";
import { type BedRegions, readBed } from "@touchstone/formats";
import type { RangeSettings } from "../range/range-settings.ts";
import type { RangeResult, RangeTask } from "../range/range-task.ts";
import { solveRange } from "../range/solve-range.ts";
import { type FilesSpec, openFiles } from "./open-files.ts";
import { type PackedError, packError } from "./pack-error.ts";

/** What a worker is started with. */
export interface WorkerStart {
  readonly files: FilesSpec;
  readonly settings: RangeSettings;
}

/** What a worker is asked for; null asks it to end. */
export type WorkerRequest = { readonly range: RangeTask } | { readonly beds: readonly string[] } | null;

/** What it answers: a {@link RangeResult}, or the regions of each BED file. */
export type WorkerReply = { readonly value: RangeResult | BedRegions[] } | { readonly error: PackedError };

const { files, settings } = workerData as WorkerStart;
const port = parentPort;
if (port !== null) {
  const open = openFiles(files);
  const reply = (answer: WorkerReply, transfer: ArrayBuffer[] = []) => port.postMessage(answer, transfer);
  port.on("message", (request: WorkerRequest) => {
    if (request === null) return port.close();
    try {
      if ("range" in request) {
        const value = solveRange(open, request.range, settings);
        reply({ value }, [value.tally.counts.buffer]);
      } else {
        const value = request.beds.map(readBed);
        reply({ value }, value.flatMap(buffersOf));
      }
    } catch (error) {
      reply({ error: packError(error) });
    }
  });
}

function buffersOf(regions: BedRegions): ArrayBuffer[] {
  return [...regions.values()].flatMap(({ starts, ends }) => [starts.buffer, ends.buffer] as ArrayBuffer[]);
}
