import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { RunnerError } from "@touchstone/runner";
import type { NextflowCommand } from "./nextflow-command.ts";
import type { RunFolder } from "./run-folder.ts";

/** How Nextflow ended. */
export interface NextflowEnd {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Nextflow while it runs. */
export interface NextflowProcess {
  readonly pid: number;
  readonly ended: Promise<NextflowEnd>;
}

/** Milliseconds that Nextflow has to end its tasks, and its processes to end when they are told to. */
const GRACE = 30_000;
const LAST_GRACE = 5000;

/**
 * Starts Nextflow in a process group of its own: a terminal's Ctrl-C reaches it only through us. When the signal is aborted
 * it is told to stop (SIGTERM, since what was started in the background may ignore SIGINT), which ends its tasks; what has not ended by then is killed, tasks included.
 *
 * @throws RunnerError TS_PIPELINE_RUN_FAILED when it cannot be started.
 */
export async function startNextflow(
  { program, args, env }: NextflowCommand,
  files: RunFolder,
  signal: AbortSignal,
): Promise<NextflowProcess> {
  const output = openSync(files.output, "a");
  const child = spawn(program, args, {
    detached: true,
    stdio: ["ignore", output, output],
    env: { ...process.env, ...env },
  });
  closeSync(output);
  const ended = new Promise<NextflowEnd>((resolve) => {
    child.once("exit", (exitCode, by) => resolve({ exitCode, signal: by }));
  });
  await started(child, program);
  const { pid } = child;
  if (pid === undefined) throw new TypeError("a process that was started has no number");
  const stop = () => void stopGroup(pid, ended);
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  return {
    pid,
    ended: ended.finally(() => {
      signal.removeEventListener("abort", stop);
      // Tasks that outlive it would write into the work folder of who resumes it.
      kill(-pid, "SIGKILL");
    }),
  };
}

function started(child: ChildProcess, program: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("spawn", resolve);
    child.once("error", (cause) => {
      const message = `${program} cannot be started: ${cause.message}`;
      reject(new RunnerError("TS_PIPELINE_RUN_FAILED", message, {}, cause));
    });
  });
}

async function stopGroup(pid: number, ended: Promise<NextflowEnd>): Promise<void> {
  kill(pid, "SIGTERM");
  if (await endsWithin(ended, GRACE)) return;
  kill(-pid, "SIGTERM");
  if (await endsWithin(ended, LAST_GRACE)) return;
  kill(-pid, "SIGKILL");
}

async function endsWithin(ended: Promise<NextflowEnd>, milliseconds: number): Promise<boolean> {
  const timer = new AbortController();
  const late = setTimeout(milliseconds, false, { signal: timer.signal }).catch(() => false);
  const inTime = await Promise.race([ended.then(() => true), late]);
  timer.abort();
  return inTime;
}

function kill(target: number, signal: NodeJS.Signals): void {
  try {
    process.kill(target, signal);
  } catch {
    // It has ended.
  }
}

/** The last lines that Nextflow said. */
export function lastWords({ output }: RunFolder, lines: number): string {
  try {
    return readFileSync(output, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
  } catch {
    return "";
  }
}
