import { setTimeout } from "node:timers/promises";
import type { NextflowTask } from "@touchstone/ingest";
import type { CommandContext } from "../command.ts";
import type { DatabaseArguments } from "../commands/db-source.ts";
import { CliError } from "../error.ts";
import { describeRun, findRun, type Run, type RunDescription } from "../record/new-run.ts";
import { isPassing } from "../record/patiently.ts";
import { type Ending, ensureRunning, firstMoment, reportTasks } from "../record/record-tasks.ts";
import { type Recording, startRecording } from "../record/recording.ts";
import { withConnection } from "../server/connect.ts";
import { canFollow } from "./task-of-event.ts";

/** Milliseconds between reports at least. */
const INTERVAL = 1000;
/** A report may take this share of the time: opening a folder that no server holds is work on the machine that runs tasks. */
const SHARE = 0.03;
/** Milliseconds between attempts while the records cannot be reached, and for how long they are waited for at the end. */
const PAUSE = 5000;
const PATIENCE = 60_000;

/** How a run ended. */
export interface RunEnd {
  readonly status: Ending;
  readonly at: Date;
  /** Why it failed. */
  readonly failure?: string;
}

/**
 * Records a run while it goes on, beside it: what cannot be recorded never ends or holds up the run. While the records cannot
 * be reached, the latest state of each task is kept and reported later.
 */
export class TaskRecorder {
  readonly #run: string;
  readonly #description: RunDescription;
  readonly #values: DatabaseArguments;
  readonly #context: CommandContext;
  readonly #waiting = new Map<number, NextflowTask>();
  #wake: (() => void) | null = null;
  #isClosed = false;
  /** Whether the run in the records is known to be this one. */
  #isBegun = false;
  #isRunning = false;
  #hasTold = false;
  #loop: Promise<void> | null = null;

  constructor(run: string, description: RunDescription, values: DatabaseArguments, context: CommandContext) {
    this.#run = run;
    this.#description = description;
    this.#values = values;
    this.#context = context;
  }

  /**
   * Adds the run as queued, and begins to record in the background. Records that cannot be reached now are tried later.
   *
   * @throws ClientError for what the API refuses, such as a name that another run has; CliError TS_USAGE for a run that was
   *   carried out before.
   */
  async begin(): Promise<void> {
    try {
      await this.#reach(async ({ client, headersOf }) => {
        const body = { ...describeRun(this.#run, this.#description), status: "queued" as const };
        const { data } = await client.POST("/api/v1/runs", { body, headers: headersOf("/api/v1/runs", body) });
        this.#requireQueued(data?.status);
        this.#isBegun = true;
      });
    } catch (error) {
      if (!isPassing(error)) throw error;
      this.#tell(error);
    }
    this.#loop = this.#recordWaiting();
  }

  /** Takes states of tasks, which are recorded soon. */
  add(tasks: readonly NextflowTask[]): void {
    for (const task of tasks) {
      if (canFollow(task.status, this.#waiting.get(task.number)?.status)) this.#waiting.set(task.number, task);
    }
    this.#wake?.();
  }

  /**
   * Records what is left, then `work`, then how the run ended.
   *
   * @param isPatient whether records that cannot be reached are waited for, a minute at most.
   * @returns why it is not recorded; null when it is.
   */
  async end(end: RunEnd, isPatient: boolean, work: (recording: Recording) => Promise<void>): Promise<Error | null> {
    this.#isClosed = true;
    this.#wake?.();
    await this.#loop;
    const deadline = Date.now() + (isPatient ? PATIENCE : 0);
    for (;;) {
      try {
        await this.#reach(async (recording) => {
          await this.#report(recording);
          await work(recording);
          await this.#endRun(recording, end);
        });
        return null;
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        if (!isPassing(error) || Date.now() + PAUSE > deadline) return error;
        this.#tell(error);
      }
      await setTimeout(PAUSE);
    }
  }

  async #recordWaiting(): Promise<void> {
    for (;;) {
      if (this.#waiting.size === 0 && !this.#isClosed) await this.#work();
      // The rest goes with the end of the run, in one piece.
      if (this.#isClosed) return;
      const start = performance.now();
      let pause = INTERVAL;
      try {
        await this.#reach((recording) => this.#report(recording));
        pause = Math.max(INTERVAL, (performance.now() - start) / SHARE);
      } catch (error) {
        this.#tell(error);
        pause = PAUSE;
      }
      await this.#wait(pause);
    }
  }

  /** A run of that name which was added beforehand is this one; one that began is another, whose tasks these are not. */
  #requireQueued(status: Run["status"] | undefined): void {
    if (status === undefined || status === "queued") return;
    const hint = "Give another --name: each execution is a run of its own.";
    throw new CliError("TS_USAGE", `the records have a run ${this.#run} already, which is ${status}`, hint);
  }

  /** Reports what waits; what could not be reported waits on, unless something later is known by then. */
  async #report(recording: Recording): Promise<void> {
    const tasks = [...this.#waiting.values()].sort((a, b) => a.number - b.number);
    this.#waiting.clear();
    try {
      if (!this.#isBegun) this.#requireQueued((await findRun(recording.client, this.#run))?.status);
      this.#isBegun = true;
      if (!this.#isRunning) await ensureRunning(recording, this.#run, this.#description, firstMoment(tasks));
      this.#isRunning = true;
      await reportTasks(recording, this.#run, tasks);
    } catch (error) {
      for (const task of tasks) if (!this.#waiting.has(task.number)) this.#waiting.set(task.number, task);
      throw error;
    }
  }

  async #endRun({ client }: Recording, { status, at, failure }: RunEnd): Promise<void> {
    const { data: run } = await client.GET("/api/v1/runs/{run}", { params: { path: { run: this.#run } } });
    // By the server's clock it may have started later.
    const isLater = run?.startedAt == null || at >= new Date(run.startedAt);
    const body = {
      status,
      ...(isLater ? { at: at.toISOString() } : {}),
      ...(failure === undefined ? {} : { failure }),
    };
    await client.PATCH("/api/v1/runs/{run}", { params: { path: { run: this.#run } }, body });
  }

  #reach<T>(work: (recording: Recording) => Promise<T>): Promise<T> {
    return withConnection(this.#values, ({ client }) => work(startRecording(client, this.#context)));
  }

  #work(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#wake = null;
        resolve();
      };
    });
  }

  /** Ends early when the run has. */
  async #wait(milliseconds: number): Promise<void> {
    const end = Date.now() + milliseconds;
    while (!this.#isClosed && Date.now() < end) await setTimeout(Math.min(INTERVAL, Math.max(0, end - Date.now())));
  }

  #tell(error: unknown): void {
    if (this.#hasTold) return;
    this.#hasTold = true;
    const problem = error instanceof Error ? error.message : String(error);
    this.#context.reporter.warning(`${problem}; the run goes on, and is recorded later`);
  }
}
