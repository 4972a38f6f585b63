import { Worker } from "node:worker_threads";
import { unpackError } from "@touchstone/formats";
import { ReplicatesError } from "../error.ts";
import { mergeRange, type RangeFiles } from "../merge/merge-range.ts";
import type { RangeResult, RangeSettings, RangeTask } from "../merge/range-task.ts";
import type { WorkerReply } from "./merge-worker.ts";
import { type FilesSpec, openFiles } from "./open-files.ts";

/** Merges ranges, in whatever order they come to be done. */
export interface MergePool {
  /** How many ranges are merged at a time. */
  readonly size: number;
  merge(task: RangeTask): Promise<RangeResult>;
  close(): Promise<void>;
}

/** A pool of worker threads; with one thread, or a single range, the work is done in this one. */
export function openMergePool(threads: number, ranges: number, files: FilesSpec, settings: RangeSettings): MergePool {
  const size = Math.min(threads, ranges);
  return size <= 1 ? new InlinePool(files, settings) : new ThreadPool(size, files, settings);
}

class InlinePool implements MergePool {
  readonly size = 1;
  readonly #files: RangeFiles;
  readonly #settings: RangeSettings;

  constructor(files: FilesSpec, settings: RangeSettings) {
    this.#files = openFiles(files);
    this.#settings = settings;
  }

  /** Leaves the thread to timers and signals between two ranges. */
  async merge(task: RangeTask): Promise<RangeResult> {
    await new Promise((resolve) => setImmediate(resolve));
    return mergeRange(this.#files, task, this.#settings);
  }

  async close(): Promise<void> {
    for (const { file } of this.#files.runs) file.close();
    this.#files.reference?.close();
  }
}

interface Job {
  readonly resolve: (result: RangeResult) => void;
  readonly reject: (error: unknown) => void;
}

/** Hands a range to an idle worker at once: nobody may ask for more ranges at a time than there are workers. */
class ThreadPool implements MergePool {
  readonly size: number;
  readonly #workers: Worker[] = [];
  readonly #exits: Promise<void>[] = [];
  readonly #idle: Worker[] = [];
  readonly #running = new Map<Worker, Job>();
  #failure: ReplicatesError | null = null;

  constructor(size: number, files: FilesSpec, settings: RangeSettings) {
    this.size = size;
    for (let number = 0; number < size; number++) this.#start(files, settings);
  }

  merge(task: RangeTask): Promise<RangeResult> {
    return new Promise((resolve, reject) => {
      const worker = this.#idle.pop();
      if (this.#failure !== null || worker === undefined) {
        reject(this.#failure ?? new ReplicatesError("TS_INTERNAL", "more ranges at a time than workers"));
        return;
      }
      this.#running.set(worker, { resolve, reject });
      worker.postMessage(task);
    });
  }

  /** Ends the workers when they have finished what they are at. */
  async close(): Promise<void> {
    // Not terminate(): Node aborts the whole process when that hits a worker which is just creating a zlib stream.
    for (const worker of this.#workers) worker.postMessage(null);
    await Promise.all(this.#exits);
  }

  #start(files: FilesSpec, settings: RangeSettings): void {
    const fromSource = import.meta.url.endsWith(".ts");
    // From source the worker is TypeScript and resolves our packages to their sources, from the build JavaScript.
    const worker = fromSource
      ? new Worker(new URL("./merge-worker.ts", import.meta.url), {
          workerData: { files, settings },
          execArgv: [...process.execArgv, "--conditions=@touchstone/source"],
        })
      : new Worker(new URL("./merge-worker.js", import.meta.url), { workerData: { files, settings } });
    worker.on("message", (reply: WorkerReply) => this.#finish(worker, reply));
    worker.on("error", (error) => this.#fail(error));
    this.#exits.push(new Promise((resolve) => worker.once("exit", () => resolve())));
    this.#workers.push(worker);
    this.#idle.push(worker);
  }

  #finish(worker: Worker, reply: WorkerReply): void {
    const job = this.#running.get(worker);
    this.#running.delete(worker);
    this.#idle.push(worker);
    if ("result" in reply) job?.resolve(reply.result);
    else job?.reject(unpackError(reply.error, ReplicatesError));
  }

  /** A worker that died (out of memory, say) takes everything with it: nothing may wait for it. */
  #fail(cause: unknown): void {
    this.#failure = new ReplicatesError("TS_INTERNAL", `a worker stopped: ${String(cause)}`, {}, cause);
    for (const job of this.#running.values()) job.reject(this.#failure);
    this.#running.clear();
  }
}
