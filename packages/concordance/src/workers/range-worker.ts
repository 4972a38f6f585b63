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
    const value = "range" in request ? solve(request.range) : request.strata.map(readStratum);
    // Copied, not transferred: once a buffer was detached, V8 checks for that at every access to an array (ADR 20).
    port.postMessage({ value } satisfies WorkerReply);
  } catch (error) {
    port.postMessage({ error: packError(error, ConcordanceError) } satisfies WorkerReply);
  }
});

function solve(range: RangeTask): RangeResult {
  if (files === null || settings === null) {
    throw new ConcordanceError("TS_INTERNAL", "a range was to be solved before the files were named");
  }
  return solveRange(files(), range, settings);
}

function openOnce(spec: FilesSpec): () => RangeFiles {
  let open: RangeFiles | null = null;
  return () => {
    open ??= openFiles(spec);
    return open;
  };
}
