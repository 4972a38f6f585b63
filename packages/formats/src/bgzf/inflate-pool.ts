import { Worker } from "node:worker_threads";
import { FormatError } from "../error.ts";
import type { BlockBatch } from "./block-batches.ts";
import type { InflateReply, InflateRequest } from "./inflate-worker.ts";

interface Job {
  readonly request: InflateRequest;
  readonly resolve: (text: Buffer) => void;
  readonly reject: (error: unknown) => void;
}

/** Worker threads that inflate batches of blocks, one batch each at a time. */
export class InflatePool {
  readonly #file: string;
  readonly #workers: Worker[] = [];
  readonly #exits: Promise<void>[] = [];
  readonly #idle: Worker[] = [];
  readonly #queue: Job[] = [];
  readonly #running = new Map<Worker, Job>();
  #failure: unknown = null;

  constructor(threads: number, file: string) {
    this.#file = file;
    for (let i = 0; i < threads; i++) this.#start();
  }

  /** The text of the batch; its bytes are copied. Rejects with the FormatError that the blocks deserve. */
  inflate(batch: BlockBatch): Promise<Buffer> {
    const bytes = new Uint8Array(batch.bytes);
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) return reject(this.#failure);
      this.#queue.push({ request: { bytes, offset: batch.offset, file: this.#file }, resolve, reject });
      this.#dispatch();
    });
  }

  /** Ends the workers when they have finished what they are at. */
  async close(): Promise<void> {
    // Not terminate(): Node aborts the whole process when that hits a worker which is just creating a zlib stream.
    this.#queue.length = 0;
    for (const worker of this.#workers) worker.postMessage(null);
    await Promise.all(this.#exits);
  }

  #start(): void {
    // From source the worker is TypeScript, from the built package JavaScript.
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const worker = new Worker(new URL(`./inflate-worker.${extension}`, import.meta.url));
    worker.on("message", (reply: InflateReply) => this.#finish(worker, reply));
    worker.on("error", (error) => this.#fail(error));
    this.#exits.push(new Promise((resolve) => worker.once("exit", () => resolve())));
    this.#workers.push(worker);
    this.#idle.push(worker);
  }

  /** A worker that died (of memory, say) takes everything with it: nothing may wait for it. */
  #fail(error: unknown): void {
    this.#failure = error;
    for (const job of [...this.#running.values(), ...this.#queue.splice(0)]) job.reject(error);
  }

  #dispatch(): void {
    const worker = this.#queue.length > 0 ? this.#idle.pop() : undefined;
    if (worker === undefined) return;
    const job = this.#queue.shift() as Job;
    this.#running.set(worker, job);
    worker.postMessage(job.request, [job.request.bytes.buffer as ArrayBuffer]);
  }

  #finish(worker: Worker, reply: InflateReply): void {
    const job = this.#running.get(worker) as Job;
    this.#running.delete(worker);
    if ("text" in reply) job.resolve(Buffer.from(reply.text.buffer, reply.text.byteOffset, reply.text.length));
    else job.reject(new FormatError(reply.code, reply.message, reply.details));
    this.#idle.push(worker);
    this.#dispatch();
  }
}
