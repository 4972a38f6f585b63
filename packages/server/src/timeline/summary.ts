import { isOwnObject } from "../artifacts/store-upload.ts";
import { nameOfObject } from "../files/attach-artifacts.ts";
import type { TimelineRow } from "./timeline-query.ts";

/** What an entry of the timeline says to people. */
export function summaryOf({ kind, detail }: Pick<TimelineRow, "kind" | "detail">): string {
  switch (kind) {
    case "run":
      return summaryOfRun(detail);
    case "task":
      return summaryOfTask(detail);
    case "comparison":
      return summaryOfComparison(detail);
    case "measurements":
      return `${quantity(detail.count, "measurement")} of ${detail.material}${detail.lot === null ? "" : `, lot ${detail.lot}`}`;
    case "replicate study":
      return `Part of the replicate study ${detail.name}`;
    case "artifact":
      return `File added: ${nameOfFile(String(detail.uri))} (${detail.kind})`;
    case "verdicts":
      return `${quantity(detail.count, "verdict")}: ${detail.state}`;
    case "alert":
      return `Alert: ${detail.subject}`;
  }
}

function summaryOfRun(detail: TimelineRow["detail"]): string {
  const { action, was, status, failure, disposition, wasDisposition, proposedDisposition } = detail;
  const because = typeof detail.reason === "string" ? `: ${detail.reason}` : "";
  if (action === "run.create") return `Added as ${status}`;
  if (typeof status === "string" && status !== was) {
    return typeof failure === "string" ? `${capitalised(status)}: ${failure}` : capitalised(status);
  }
  if (action === "run.propose disposition") return `Proposed: ${proposedDisposition}${because}`;
  if (typeof disposition === "string" && disposition !== wasDisposition) return `${capitalised(disposition)}${because}`;
  if (action === "run.record programs") return "Programs recorded";
  const done = String(action).replace(/^run\./, "");
  return `${capitalised(done)}${because}`;
}

function summaryOfComparison({ again, sample, truthSet, format }: TimelineRow["detail"]): string {
  const what = typeof sample === "string" ? `${sample} compared` : "Compared";
  return `${what}${again === true ? " again" : ""} with ${truthSet} by ${format}`;
}

function summaryOfTask({ number, process, tag, status, attempt, exitCode }: TimelineRow["detail"]): string {
  const what = `Task ${number} ${process}${tag === null ? "" : ` (${tag})`}`;
  const again = typeof attempt === "number" && attempt > 1 ? `, attempt ${attempt}` : "";
  if (status === "running") return `${what} started${again}`;
  if (status !== "failed") return `${what} ${status === "cached" ? "taken from the cache" : status}${again}`;
  return `${what} failed ${exitCode === null ? "without an exit code" : `with exit code ${exitCode}`}${again}`;
}

/** Of a file that Touchstone keeps its name, of another where it is. */
function nameOfFile(uri: string): string {
  return isOwnObject(uri) ? nameOfObject(uri) : uri;
}

function quantity(count: unknown, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
