import { type NextflowTask, nextflowStatuses } from "./nextflow-task.ts";
import {
  isAbsent,
  readAmount,
  readBytes,
  readMilliseconds,
  readMoment,
  readPeak,
  readShare,
  readWhole,
} from "./trace-values.ts";

/** What was read of a task, and what could not be. */
export interface ReadTask {
  /** Null when it cannot be told which task it is, or what became of it. */
  readonly task: NextflowTask | null;
  /** Sentences that name the field; what they tell of is null in the task. */
  readonly problems: readonly string[];
}

const LARGEST_INTEGER = 2 ** 31 - 1;
const SHOWN = 100;

/**
 * A task from the fields of a trace, as a trace file or the trace protocol has them, by the names of trace files
 * (`task_id`, `%cpu`, `peak_rss`). Unknown fields are kept in `trace`; odd values are told and left out.
 */
export function readTask(fields: Readonly<Record<string, unknown>>): ReadTask {
  const problems: string[] = [];
  const read = <T>(name: string, reader: (value: unknown) => T | undefined): T | null => {
    const value = fields[name];
    if (isAbsent(value)) return null;
    const result = reader(value);
    if (result !== undefined) return result;
    problems.push(`${name} is not understood: ${shown(value)}`);
    return null;
  };
  const number = read("task_id", readNumberOfTask);
  const status = read("status", readStatus);
  const [processOfName, tagOfName] = partsOfName(read("name", readText) ?? "");
  const process = read("process", readText) ?? processOfName;
  if (number === null || status === null || process === "") {
    const missing = number === null ? "task_id" : status === null ? "status" : "process";
    return { task: null, problems: [...problems, `a task without ${missing} is left out`] };
  }
  const task: NextflowTask = {
    number,
    process,
    status,
    tag: read("tag", readText) ?? ("tag" in fields ? null : tagOfName),
    hash: read("hash", readText),
    attempt: read("attempt", readAttempt),
    exitCode: read("exit", readExitCode),
    container: read("container", readText),
    cpus: read("cpus", readAmount),
    memoryBytes: read("memory", readBytes),
    peakMemoryBytes: read("peak_rss", readPeak),
    durationMs: read("duration", readMilliseconds),
    realtimeMs: read("realtime", readMilliseconds),
    cpuShare: read("%cpu", readShare),
    submittedAt: read("submit", readMoment),
    startedAt: read("start", readMoment),
    finishedAt: read("complete", readMoment),
    trace: keptFields(fields),
  };
  return { task, problems };
}

/** Everything but the environment, in which scripts are handed passwords and keys. */
function keptFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => name !== "env" && !isAbsent(value)));
}

function readNumberOfTask(value: unknown): number | undefined {
  const number = readWhole(value);
  return number !== undefined && number >= 1 && number <= LARGEST_INTEGER ? number : undefined;
}

const readAttempt = readNumberOfTask;

/** Nextflow has the largest integer where there is no exit code. */
function readExitCode(value: unknown): number | null | undefined {
  const code = readWhole(value);
  if (code === LARGEST_INTEGER) return null;
  return code !== undefined && Math.abs(code) < LARGEST_INTEGER ? code : undefined;
}

function readStatus(value: unknown): NextflowTask["status"] | undefined {
  return nextflowStatuses.find((status) => status === String(value).toLowerCase());
}

function readText(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** `ALIGN (HG002)` is of process ALIGN with that tag, or `ALIGN (2)` the second task without one. */
function partsOfName(name: string): [process: string, tag: string | null] {
  const [, process = name, tag = null] = /^(\S+) \((.*)\)$/s.exec(name) ?? [];
  return [process, tag === null || /^\d+$/.test(tag) ? null : tag];
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text;
}
