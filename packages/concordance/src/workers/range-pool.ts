import { Worker } from "node:worker_threads";
import { unpackError } from "@touchstone/formats";
import { ConcordanceError } from "../error.ts";
import type { RangeFiles, RangeSettings } from "../range/range-settings.ts";
import type { RangeResult, RangeTask } from "../range/range-task.ts";
import { solveRange } from "../range/solve-range.ts";
import { strataBuffers } from "../stratify/strata-table.ts";
import { closeFiles, type FilesSpec, openFiles } from "./open-files.ts";
import type { WorkerReply, WorkerRequest } from "./range-worker.ts";
import { readStratum, type StratumFile } from "./read-stratum.ts";

/** Solves ranges, in whatever order they come to be done, and reads the regions that it takes. */
export interface RangePool {
  /** How many ranges are solved at a time. */
  readonly size: number;
  /** Says what the ranges are ranges of; to be called once, before `solve`. */
  open(files: FilesSpec, settings: RangeSettings): void;
  /** May take the arrays of the task's strata over: the caller cannot use them afterwards. */
  solve(task: RangeTask): Promise<RangeResult>;
  /**
   * The regions and identity of each BED file.
   *
   * @throws what `readStratum` does, for the first file that is at fault
   */
  readStrata(paths: readonly string[]): Promise<StratumFile[]>;
  /** Ends the workers when they have finished what they are at; may be called again to wait for them. */
  close(): Promise<void>;
}

/** Portions of BED files for each worker: few enough to cost nothing, enough that none waits long for another. */
const PORTIONS_PER_WORKER = 8;

interface Job {
  readonly request: WorkerRequest;
  readonly transfer: ArrayBuffer[];
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A pool of so many worker threads; with one, the work is done in this thread. The threads load the engine at once,
 * which takes them about as long as this thread takes to open the inputs.
 */
export function createRangePool(threads: number): RangePool {
  return threads <= 1 ? new InlinePool() : new ThreadPool(threads);
}

class InlinePool implements RangePool {
  readonly size = 1;
  #open: { readonly files: RangeFiles; readonly settings: RangeSettings } | null = null;

  open(files: FilesSpec, settings: RangeSettings): void {
    this.#open = { files: openFiles(files), settings };
  }

  /** Leaves the thread to timers and signals between two ranges. */
  async solve(task: RangeTask): Promise<RangeResult> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#open === null)
      throw new ConcordanceError("TS_INTERNAL", "a range was to be solved before the files were open");
    return solveRange(this.#open.files, task, this.#open.settings);
  }

  async readStrata(paths: readonly string[]): Promise<StratumFile[]> {
    return paths.map(readStratum);
  }

  async close(): Promise<void> {
    if (this.#open !== null) closeFiles(this.#open.files);
    this.#open = null;
  }
}

class ThreadPool implements RangePool {
  readonly size: number;
  readonly #workers: Worker[] = [];
  readonly #exits: Promise<void>[] = [];
  readonly #idle: Worker[] = [];
  readonly #running = new Map<Worker, Job>();
  readonly #queue: Job[] = [];
  #failure: ConcordanceError | null = null;

  constructor(size: number) {
    this.size = size;
    for (let number = 0; number < size; number++) this.#start();
  }

  open(files: FilesSpec, settings: RangeSettings): void {
    for (const worker of this.#workers) post(worker, { files, settings });
  }

  solve(task: RangeTask): Promise<RangeResult> {
    const transfer = task.strata === null ? [] : strataBuffers(task.strata);
    return this.#ask({ range: task }, transfer) as Promise<RangeResult>;
  }

  async readStrata(paths: readonly string[]): Promise<StratumFile[]> {
    const portion = Math.ceil(paths.length / (this.size * PORTIONS_PER_WORKER));
    const portions: Promise<unknown>[] = [];
    for (let from = 0; from < paths.length; from += portion) {
      portions.push(this.#ask({ strata: paths.slice(from, from + portion) }));
    }
    // All of them, so that of several errors the first in the order of files is thrown.
    await Promise.allSettled(portions);
    const files: StratumFile[] = [];
    for (const part of portions) files.push(...((await part) as StratumFile[]));
    return files;
  }

  #ask(request: WorkerRequest, transfer: ArrayBuffer[] = []): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) return reject(this.#failure);
      this.#queue.push({ request, transfer, resolve, reject });
      this.#dispatch();
    });
  }

  async close(): Promise<void> {
    // Not terminate(): Node aborts the whole process when that hits a worker which is just creating a zlib stream.
    for (const worker of this.#workers) post(worker, null);
    await Promise.all(this.#exits);
  }

  #start(): void {
    const fromSource = import.meta.url.endsWith(".ts");
    // From source the worker is TypeScript and resolves our packages to their sources, from the build JavaScript.
    const worker = fromSource
      ? new Worker(new URL("./range-worker.ts", import.meta.url), {
          execArgv: [...process.execArgv, "--conditions=@touchstone/source"],
        })
      : new Worker(new URL("./range-worker.js", import.meta.url));
    worker.on("message", (reply: WorkerReply) => this.#finish(worker, reply));
    worker.on("error", (error) => this.#fail(error));
    this.#exits.push(new Promise((resolve) => worker.once("exit", () => resolve())));
    this.#workers.push(worker);
    this.#idle.push(worker);
  }

  #dispatch(): void {
    const worker = this.#queue.length > 0 ? this.#idle.pop() : undefined;
    if (worker === undefined) return;
    const job = this.#queue.shift() as Job;
    this.#running.set(worker, job);
    post(worker, job.request, job.transfer);
  }

  #finish(worker: Worker, reply: WorkerReply): void {
    const job = this.#running.get(worker);
    if (job === undefined) return;
    this.#running.delete(worker);
    this.#idle.push(worker);
    if ("value" in reply) job.resolve(reply.value);
    else job.reject(unpackError(reply.error, ConcordanceError));
    this.#dispatch();
  }

  /** A worker that died (out of memory, say) takes everything with it: nothing may wait for it. */
  #fail(cause: unknown): void {
    this.#failure = new ConcordanceError("TS_INTERNAL", `a worker stopped: ${String(cause)}`, {}, cause);
    for (const job of [...this.#running.values(), ...this.#queue.splice(0)]) job.reject(this.#failure);
    this.#running.clear();
  }
}

function post(worker: Worker, request: WorkerRequest, transfer: ArrayBuffer[] = []): void {
  worker.postMessage(request, transfer);
}
