import type { NextflowTask } from "@touchstone/ingest";
import { canFollow } from "./task-of-event.ts";

/** How far the tasks of a process have come. */
export interface ProcessCounts {
  readonly process: string;
  /** Known of, but not started. */
  readonly waiting: number;
  readonly running: number;
  /** Ended well in this run. */
  readonly completed: number;
  /** Taken over from an earlier run. */
  readonly cached: number;
  /** Ended badly; they may be tried again. */
  readonly failed: number;
}

const STATE: Readonly<Record<NextflowTask["status"], Exclude<keyof ProcessCounts, "process">>> = {
  new: "waiting",
  submitted: "waiting",
  running: "running",
  completed: "completed",
  cached: "cached",
  failed: "failed",
  aborted: "failed",
};

/** Keeps count of tasks by process, in the order in which processes were first told of. */
export class ProcessTally {
  readonly #states = new Map<string, Map<number, NextflowTask["status"]>>();

  /** Names a process before it has tasks. */
  name(process: string): void {
    if (!this.#states.has(process)) this.#states.set(process, new Map());
  }

  /** Takes the latest state of a task. */
  take({ process, number, status }: NextflowTask): void {
    this.name(process);
    const tasks = this.#states.get(process);
    if (canFollow(status, tasks?.get(number))) tasks?.set(number, status);
  }

  counts(): ProcessCounts[] {
    return [...this.#states].map(([process, tasks]) => {
      const counts = { process, waiting: 0, running: 0, completed: 0, cached: 0, failed: 0 };
      for (const status of tasks.values()) counts[STATE[status]]++;
      return counts;
    });
  }
}

const NAME_WIDTH = 48;

/** A line for each process, for a terminal. */
export function boardLines(counts: readonly ProcessCounts[]): string[] {
  const width = Math.min(NAME_WIDTH, Math.max(...counts.map(({ process }) => process.length), 0));
  return counts.map((one) => {
    const { process, waiting, running, completed, cached, failed } = one;
    const total = waiting + running + completed + cached + failed;
    const parts = [
      ...(running > 0 ? [`${running} running`] : []),
      ...(waiting > 0 ? [`${waiting} waiting`] : []),
      ...(cached > 0 ? [`${cached} from before`] : []),
      ...(failed > 0 ? [`${failed} failed`] : []),
    ];
    const name = process.length > width ? `…${process.slice(1 - width)}` : process.padEnd(width);
    const done = total === 0 ? "-" : `${completed + cached} of ${total}`;
    return `  ${name}  ${done.padStart(9)}  ${parts.join(", ")}`.trimEnd();
  });
}
