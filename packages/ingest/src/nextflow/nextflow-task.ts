/** What a task can be, in Nextflow's words. */
export const nextflowStatuses = ["new", "submitted", "running", "completed", "cached", "failed", "aborted"] as const;

/** A task as Nextflow tells of it. Null is not known. */
export interface NextflowTask {
  /** Nextflow's task_id, from 1 on; a task that is tried again is another one. */
  readonly number: number;
  readonly process: string;
  readonly status: (typeof nextflowStatuses)[number];
  readonly tag: string | null;
  /** Start of the working folder's name: `0a/b1c2d3`. */
  readonly hash: string | null;
  readonly attempt: number | null;
  /** Null also of a task that ended without one, as when its machine was taken away. */
  readonly exitCode: number | null;
  readonly container: string | null;
  /** What it asked for. */
  readonly cpus: number | null;
  readonly memoryBytes: number | null;
  /** Most that it held at a time, as far as Nextflow looked. */
  readonly peakMemoryBytes: number | null;
  /** Milliseconds from when it was submitted to its end. */
  readonly durationMs: number | null;
  /** Milliseconds from its start to its end. */
  readonly realtimeMs: number | null;
  /** Processors that were busy on average: Nextflow's %cpu / 100. */
  readonly cpuShare: number | null;
  /** Moments in UTC. Those of a cached task are of the run that carried it out. */
  readonly submittedAt: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** All fields as they were told, but for the environment, which may hold secrets. */
  readonly trace: Readonly<Record<string, unknown>>;
}
