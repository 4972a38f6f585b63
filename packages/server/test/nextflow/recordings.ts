import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A report as Nextflow's own client (nf-tower 1.11.3 of Nextflow 25.04.4) sent it. */
export interface Recorded {
  readonly report: "create" | "begin" | "progress" | "heartbeat" | "complete";
  readonly body: Record<string, unknown> & {
    readonly tasks?: readonly { readonly taskId: number; readonly status: string }[];
  };
}

/**
 * Reports of an execution: one that succeeds although tasks fail and are tried again, one that resumes such a one, one that
 * fails and one that is told to stop.
 */
export function recordingOf(name: "succeeded" | "resumed" | "failed" | "cancelled"): Recorded[] {
  const text = readFileSync(join(import.meta.dirname, `${name}.ndjson`), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** The trace file that Nextflow wrote beside the reports of `succeeded`. */
export function traceOfSucceeded(): string {
  return readFileSync(join(import.meta.dirname, "succeeded.trace.txt"), "utf8");
}
