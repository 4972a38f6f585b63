/** Fields of a task by the names of trace files, with raw values. */
export type TaskFields = Readonly<Record<string, unknown>>;

/** What the observer of Nextflow tells, one event a line. */
export type NextflowEvent = {
  /** Milliseconds since 1970. */
  readonly time: number;
} & (
  | { readonly event: "created"; readonly run: string; readonly session: string; readonly nextflow: string }
  | { readonly event: "begun" }
  | { readonly event: "process" | "process ended"; readonly process: string }
  | {
      readonly event: "pending" | "submitted" | "started" | "completed" | "cached";
      readonly task: TaskFields;
    }
  | { readonly event: "published"; readonly source: string | null; readonly target: string | null }
  | { readonly event: "error"; readonly message: string | null; readonly task: TaskFields | null }
  | { readonly event: "ended"; readonly success: boolean }
);

/** Reads one line; null when it is no event, as one that a full disk cut off. */
export function readEvent(line: string): NextflowEvent | null {
  try {
    const event: unknown = JSON.parse(line);
    const isEvent = typeof event === "object" && event !== null && "event" in event && "time" in event;
    return isEvent ? (event as NextflowEvent) : null;
  } catch {
    return null;
  }
}
