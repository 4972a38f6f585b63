import { setTimeout } from "node:timers/promises";
import type { Leadership } from "@touchstone/store";
import type { ServerContext } from "../context.ts";
import { processName } from "./process-name.ts";
import { tasks as allTasks, type Task } from "./tasks.ts";

/** Milliseconds between tries to become the one that carries out the tasks. */
const CANDIDACY_INTERVAL = 2000;
/** What is kept of an error. */
const FAILURE_LENGTH = 1000;

/** Where errors of the background go; pino fits. */
export interface BackgroundLog {
  error(details: object, message: string): void;
}

/** Something that runs until it is stopped. */
export interface Background {
  /** Ends after what is being done. A second call waits for the first. */
  stop(): Promise<void>;
}

/**
 * Carries out the tasks of the clock in one process of all that use the records: the one that leads. When it ends, however
 * it does, another one takes over within some seconds and begins a round at once.
 */
export function startScheduler(
  context: ServerContext,
  log: BackgroundLog,
  tasks: readonly Task[] = allTasks,
): Background {
  const stopping = new AbortController();
  const { signal } = stopping;
  const live = async () => {
    while (!signal.aborted) {
      const leadership = await candidate(context, log);
      if (leadership !== null) await lead(context, { leadership, signal, tasks, log });
      await pause(CANDIDACY_INTERVAL, signal);
    }
  };
  const ended = live();
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

async function candidate({ database }: ServerContext, log: BackgroundLog): Promise<Leadership | null> {
  try {
    return await database.lead("scheduler");
  } catch (error) {
    log.error({ err: error }, "the scheduler cannot be reached for");
    return null;
  }
}

interface Term {
  readonly leadership: Leadership;
  readonly signal: AbortSignal;
  readonly tasks: readonly Task[];
  readonly log: BackgroundLog;
}

async function lead(context: ServerContext, { leadership, signal, tasks, log }: Term): Promise<void> {
  const over = AbortSignal.any([signal, leadership.lost]);
  try {
    while (!over.aborted) {
      await carryOutRound(context, log, { tasks, signal: over });
      await pause(context.settings.schedulerInterval, over);
    }
  } finally {
    await leadership.release();
  }
}

/** Which tasks are carried out, and what ends a round early. */
interface Round {
  readonly tasks?: readonly Task[];
  readonly signal?: AbortSignal;
}

/** Carries out every task of the clock once, one after the other. */
export async function carryOutRound(
  context: ServerContext,
  log: BackgroundLog,
  { tasks = allTasks, signal }: Round = {},
): Promise<void> {
  for (const task of tasks) {
    if (signal?.aborted !== true) await carryOut(context, task, log);
  }
}

/** A task that fails is tried again in the next round; the others are carried out all the same. */
async function carryOut(context: ServerContext, task: Task, log: BackgroundLog): Promise<void> {
  const startedAt = context.now();
  let failure: string | null = null;
  try {
    await task.run(context);
  } catch (error) {
    log.error({ err: error, task: task.name }, "a task of the scheduler failed");
    failure = (error instanceof Error ? error.message : String(error)).slice(0, FAILURE_LENGTH) || "unknown";
  }
  try {
    await note(context, task.name, startedAt, failure);
  } catch (error) {
    log.error({ err: error, task: task.name }, "that a task was carried out cannot be noted");
  }
}

/** For those who watch whether tasks are carried out; no record, and no use case. */
async function note(
  { database, now }: ServerContext,
  name: string,
  startedAt: Date,
  failure: string | null,
): Promise<void> {
  const noted = { holder: processName, started_at: startedAt, failure };
  const done = failure === null ? { succeeded_at: now() } : {};
  await database.kysely
    .insertInto("scheduled_task")
    .values({ name, ...noted, ...done })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ ...noted, ...done }))
    .execute();
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  // Ended early, it rejects.
  await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
}
