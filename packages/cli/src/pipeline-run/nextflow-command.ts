import { chmodSync, existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { quoted } from "@touchstone/runner";
import type { RunFolder } from "./run-folder.ts";

/** A run that is about to start. */
export interface RunToStart {
  readonly files: RunFolder;
  /** Folder of the pipeline. */
  readonly pipeline: string;
  readonly profile: string;
  /** Null: as the pipeline's configuration says, `work` unless it does. */
  readonly workDir: string | null;
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

/** What Nextflow tells of a run beside its results, by the option that asks for it. */
const REPORTS = { trace: "trace.tsv", report: "report.html", timeline: "timeline.html", dag: "dag.mmd" } as const;

/** Where a run's trace is published. */
export function traceFile(outdir: string): string {
  return `${outdir}/pipeline_info/${REPORTS.trace}`;
}

/** The command line of a run, and its variables. */
export function nextflowCommand(run: RunToStart): NextflowCommand {
  const { files, pipeline, profile, workDir, outdir, session, nextflow, bin, isObserved } = run;
  const resume = session === null ? [] : ["-resume", session];
  const args = ["-log", files.log, "run", pipeline, "-profile", profile, "-ansi-log", "false"];
  const reports = Object.entries(REPORTS).flatMap(([name, file]) => [
    `-with-${name}`,
    `${outdir}/pipeline_info/${file}`,
  ]);
  const path = [...(bin === null ? [] : [bin]), files.bin, process.env.PATH ?? ""].join(":");
  return {
    program: nextflow,
    args: [
      ...args,
      ...(workDir === null ? [] : ["-work-dir", workDir]),
      "-params-file",
      files.parameters,
      ...reports,
      ...resume,
    ],
    env: { PATH: path, ...(isObserved ? { TOUCHSTONE_NEXTFLOW_EVENTS: files.events } : {}) },
  };
}

/** The same for a shell. */
export function commandText({ program, args, env }: NextflowCommand): string {
  const variables = Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
  return `#!/bin/sh\n${variables.join("")}exec ${[program, ...args].map(quoted).join(" \\\n  ")}\n`;
}

/**
 * Puts away what Nextflow told of an earlier run with the same results, which it does not write over unless the pipeline says
 * so. That would have to be said in a further file of settings (-c), with which Nextflow 25.04 forgets the parameters of
 * profiles when there is a file of parameters too.
 *
 * @param name of the run that begins.
 */
export function putReportsAway(outdir: string, name: string): void {
  const folder = join(outdir, "pipeline_info");
  const there = Object.values(REPORTS).filter((file) => existsSync(join(folder, file)));
  if (there.length === 0) return;
  const before = join(folder, `before-${name}`);
  mkdirSync(before, { recursive: true });
  for (const file of there) renameSync(join(folder, file), join(before, file));
}

/** The program `touchstone` for tasks: this very one. */
export function writeOwnProgram({ bin }: RunFolder): void {
  const file = join(bin, "touchstone");
  const words = [process.execPath, ...process.execArgv, process.argv[1] ?? ""].map(quoted);
  writeFileSync(file, `#!/bin/sh\nexec ${words.join(" ")} "$@"\n`);
  chmodSync(file, 0o755);
}
