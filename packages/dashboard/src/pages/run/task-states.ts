import type { Tone } from "../../ui/state-badge.tsx";
import type { Task } from "./run-records.ts";

/** How serious each status of a task is. */
export const taskTones: Readonly<Record<Task["status"], Tone>> = {
  new: "neutral",
  submitted: "neutral",
  running: "neutral",
  completed: "in-control",
  cached: "in-control",
  failed: "out-of-control",
  aborted: "warning",
};

/** How many tasks have each status, in the order in which tasks go through them: `1 running, 6 completed, 3 failed`. */
export function countsText(tasks: readonly Task[]): string {
  const statuses = Object.keys(taskTones) as Task["status"][];
  return statuses
    .map((status) => [status, tasks.filter((task) => task.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`)
    .join(", ");
}
