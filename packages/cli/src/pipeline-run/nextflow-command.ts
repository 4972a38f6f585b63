import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { quoted } from "./quoted.ts";
import type { RunFolder } from "./run-folder.ts";

/** A run that is about to start. */
export interface RunToStart {
  readonly files: RunFolder;
  /** Folder of the pipeline. */
  readonly pipeline: string;
  readonly profile: string;
  readonly workDir: string;
  readonly outdir: string;
  /** Session of the run that it goes on with; null of one that begins. */
  readonly session: string | null;
  /** Program that is Nextflow. */
  readonly nextflow: string;
  /** Folder of the installed programs; null where they are not. */
  readonly bin: string | null;
  /** Whether Nextflow is the installed one, with the observer that tells of events. */
  readonly isObserved: boolean;
}

/** How Nextflow is started. */
export interface NextflowCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** Variables beside those of this process. */
  readonly env: Readonly<Record<string, string>>;
}

/** Where a run's trace is published. */
export function traceFile(outdir: string): string {
  return `${outdir}/pipeline_info/trace.tsv`;
}

/** The command line of a run, and its variables. */
export function nextflowCommand(run: RunToStart): NextflowCommand {
  const { files, pipeline, profile, workDir, session, nextflow, bin, isObserved } = run;
  const resume = session === null ? [] : ["-resume", session];
  const args = ["-log", files.log, "-c", files.config, "run", pipeline, "-profile", profile, "-ansi-log", "false"];
  const path = [...(bin === null ? [] : [bin]), files.bin, process.env.PATH ?? ""].join(":");
  return {
    program: nextflow,
    args: [...args, "-work-dir", workDir, "-params-file", files.parameters, ...resume],
    env: { PATH: path, ...(isObserved ? { TOUCHSTONE_NEXTFLOW_EVENTS: files.events } : {}) },
  };
}

/** The same for a shell. */
export function commandText({ program, args, env }: NextflowCommand): string {
  const variables = Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
  return `#!/bin/sh\n${variables.join("")}exec ${[program, ...args].map(quoted).join(" \\\n  ")}\n`;
}

/** Fields of the trace: enough for the records, and no environment. */
const TRACE_FIELDS = [
  ...["task_id", "hash", "native_id", "process", "tag", "name", "status", "exit", "attempt", "container", "cpus"],
  ...["memory", "submit", "start", "complete", "duration", "realtime", "%cpu", "%mem", "rss", "vmem", "peak_rss"],
  ...["peak_vmem", "rchar", "wchar", "syscr", "syscw", "read_bytes", "write_bytes", "workdir"],
];

/** Settings of Nextflow for every run: what is told of it goes beside its results, anew where it is resumed. */
export function writeConfig({ files, outdir, profile }: RunToStart): void {
  const report = (name: string, file: string, more = "") =>
    `${name} {\n  enabled = true\n  overwrite = true\n  file = ${groovy(`${outdir}/pipeline_info/${file}`)}\n${more}}\n`;
  const trace = `  raw = true\n  fields = ${groovy(TRACE_FIELDS.join(","))}\n`;
  const texts = [
    report("trace", "trace.tsv", trace),
    report("report", "report.html"),
    report("timeline", "timeline.html"),
    report("dag", "dag.mmd"),
    // The strict parser of Nextflow 25.04 refuses a profile that one of the files does not have.
    `profiles {\n${profile
      .split(",")
      .map((name) => `  ${groovy(name)} {}\n`)
      .join("")}}\n`,
  ];
  writeFileSync(files.config, texts.join(""));
}

/** The program `touchstone` for tasks: this very one. */
export function writeOwnProgram({ bin }: RunFolder): void {
  const file = join(bin, "touchstone");
  const words = [process.execPath, ...process.execArgv, process.argv[1] ?? ""].map(quoted);
  writeFileSync(file, `#!/bin/sh\nexec ${words.join(" ")} "$@"\n`);
  chmodSync(file, 0o755);
}

/** A string of Groovy without substitution. */
function groovy(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
