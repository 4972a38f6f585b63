import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TaskFields } from "@touchstone/runner";
import { lastWords } from "./nextflow-process.ts";
import type { RunFolder } from "./run-folder.ts";

/** The API takes 10,000 characters. */
const LONGEST = 9000;
const LINES_OF_TASK = 20;
const LINES_OF_NEXTFLOW = 30;
/** What Nextflow has in the place of an exit code that there is none of. */
const NO_EXIT_CODE = 2 ** 31 - 1;

/**
 * Why a run failed: of a task its process, exit code, last lines of standard error and work folder; without a task what
 * Nextflow said last.
 */
export function failureText(task: TaskFields | null, message: string | null, files: RunFolder): string {
  const text = task === null ? (message ?? lastWords(files, LINES_OF_NEXTFLOW)) : taskText(task, message);
  const whole = text.trim() === "" ? `Nextflow said nothing; see ${files.log}` : text.trim();
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)}...` : whole;
}

function taskText(task: TaskFields, message: string | null): string {
  const { name, process, exit, workdir, attempt } = task;
  const hasExitCode = typeof exit === "number" && exit !== NO_EXIT_CODE;
  const how = hasExitCode ? `ended with exit code ${exit}` : "ended without an exit code";
  const tries = typeof attempt === "number" && attempt > 1 ? ` at attempt ${attempt}` : "";
  const said = typeof workdir === "string" ? lastLines(join(workdir, ".command.err")) : "";
  // What Nextflow says of a task without output of its own, such as that a file is missing.
  const words = said === "" ? (message ?? "") : said;
  return [`${name ?? process} ${how}${tries}`, words, `work folder: ${workdir ?? "not known"}`].join("\n");
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, "utf8").trimEnd().split("\n").slice(-LINES_OF_TASK).join("\n");
  } catch {
    return "";
  }
}
