import { parentPort } from "node:worker_threads";
import { type PackedError, packError } from "@touchstone/formats";
import { ConcordanceError } from "../error.ts";
import type { RangeFiles, RangeSettings } from "../range/range-settings.ts";
import type { RangeResult, RangeTask } from "../range/range-task.ts";
import { solveRange } from "../range/solve-range.ts";
import { type FilesSpec, openFiles } from "./open-files.ts";
import { readStratum, type StratumFile } from "./read-stratum.ts";

/** What a worker is asked for: first what its ranges are ranges of; null asks it to end. */
export type WorkerRequest =
  | { readonly files: FilesSpec; readonly settings: RangeSettings }
  | { readonly range: RangeTask }
  | { readonly strata: readonly string[] }
  | null;

/** What it answers: a {@link RangeResult}, or what each BED file holds. */
export type WorkerReply = { readonly value: RangeResult | StratumFile[] } | { readonly error: PackedError };

/** Opened on the first range, so that what is wrong with them is an answer to it. */
let files: (() => RangeFiles) | null = null;
let settings: RangeSettings | null = null;

const port = parentPort;
port?.on("message", (request: WorkerRequest) => {
  if (request === null) return port.close();
  if ("files" in request) {
    files = openOnce(request.files);
    settings = request.settings;
    return;
  }
  try {
    const { value, transfer } = "range" in request ? solve(request.range) : readStrata(request.strata);
    port.postMessage({ value } satisfies WorkerReply, transfer);
  } catch (error) {
    port.postMessage({ error: packError(error, ConcordanceError) } satisfies WorkerReply);
  }
});

interface Answer {
  readonly value: RangeResult | StratumFile[];
  readonly transfer: ArrayBuffer[];
}

function solve(range: RangeTask): Answer {
  if (files === null || settings === null) {
    throw new ConcordanceError("TS_INTERNAL", "a range was to be solved before the files were named");
  }
  const value = solveRange(files(), range, settings);
  return { value, transfer: [value.tally.counts.buffer] };
}

function readStrata(paths: readonly string[]): Answer {
  const value = paths.map(readStratum);
  return { value, transfer: value.flatMap(buffersOf) };
}

function openOnce(spec: FilesSpec): () => RangeFiles {
  let open: RangeFiles | null = null;
  return () => {
    open ??= openFiles(spec);
    return open;
  };
}

function buffersOf({ regions }: StratumFile): ArrayBuffer[] {
  return [...regions.values()].flatMap(({ starts, ends }) => [starts.buffer, ends.buffer] as ArrayBuffer[]);
}
