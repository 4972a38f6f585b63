import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join, relative, resolve } from "node:path";
import { pipelineEnvironment } from "@touchstone/test-support";

export const GERMLINE = resolve(import.meta.dirname, "../../../../pipelines/germline");

export interface Task {
  /** Name of the process, without the workflows around it. */
  readonly process: string;
  readonly tag: string;
  readonly status: string;
  readonly exit: string;
  readonly container: string;
}

export interface GermlineRun {
  readonly status: number | null;
  /** Standard output and error. */
  readonly output: string;
  readonly tasks: readonly Task[];
  readonly outdir: string;
  /** Published files, relative to `outdir`, sorted. */
  readonly published: readonly string[];
  /** The content of a published JSON file. */
  json(name: string): unknown;
}

export interface GermlineOptions {
  /** Nextflow is started here; work folder and results go here. */
  readonly folder: string;
  /** A file, or parameters to write into one; `outdir` is not among them. */
  readonly parameters: string | Readonly<Record<string, unknown>>;
  /** `FOLDER/results` by default. */
  readonly outdir?: string;
  readonly profile?: string;
  /** Folder of another pipeline than germline. */
  readonly pipeline?: string;
  /** Further arguments of `nextflow run`. */
  readonly argv?: readonly string[];
  /** Folder of programs that come before all others. */
  readonly programs?: string;
}

/** Runs the germline pipeline through Nextflow, to its end. */
export async function runGermline(options: GermlineOptions): Promise<GermlineRun> {
  const outdir = options.outdir ?? join(options.folder, "results");
  const parameters = typeof options.parameters === "string" ? options.parameters : join(options.folder, "params.json");
  if (typeof options.parameters !== "string") writeFileSync(parameters, JSON.stringify(options.parameters));
  const profile = options.profile === undefined ? [] : ["-profile", options.profile];
  const given = ["-params-file", parameters, "--outdir", outdir];
  const argv = ["run", options.pipeline ?? GERMLINE, ...given, ...profile, ...(options.argv ?? [])];
  const { status, output } = await nextflow(argv, options.folder, options.programs);
  return {
    status,
    output,
    outdir,
    tasks: readTasks(join(outdir, "pipeline_info/trace.tsv")),
    published: existsSync(outdir) ? filesIn(outdir) : [],
    json: (name) => JSON.parse(readFileSync(join(outdir, name), "utf8")),
  };
}

/** Runs Nextflow with these arguments in a folder. */
export async function nextflow(
  argv: readonly string[],
  folder: string,
  programs?: string,
): Promise<{ status: number | null; output: string }> {
  const env = pipelineEnvironment();
  if (programs !== undefined) env.PATH = [programs, env.PATH].join(delimiter);
  const child = spawn("nextflow", [...argv], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const status = await new Promise<number | null>((done, failed) => child.on("error", failed).on("close", done));
  return { status, output };
}

/** The tasks of a process. */
export function tasksOf(run: GermlineRun, process: string): readonly Task[] {
  return run.tasks.filter((task) => task.process === process);
}

const OF_NEXTFLOW = ["dag.mmd", "report.html", "timeline.html", "trace.tsv"].map((name) => `pipeline_info/${name}`);

/** The published files by name, without what Nextflow itself writes about each run. */
export function contentsOf({ outdir, published }: GermlineRun): Map<string, string> {
  const names = published.filter((name) => !OF_NEXTFLOW.includes(name));
  return new Map(names.map((name) => [name, readFileSync(join(outdir, name), "utf8")]));
}

function readTasks(trace: string): Task[] {
  if (!existsSync(trace)) return [];
  const [header = [], ...rows] = readFileSync(trace, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  const value = (row: readonly string[], column: string): string => row[header.indexOf(column)] ?? "";
  return rows.map((row) => ({
    process: value(row, "process").split(":").at(-1) ?? "",
    tag: value(row, "tag"),
    status: value(row, "status"),
    exit: value(row, "exit"),
    container: value(row, "container"),
  }));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
