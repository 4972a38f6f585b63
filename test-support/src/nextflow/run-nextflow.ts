import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pipelineEnvironment } from "./pipeline-environment.ts";

/** A task of a run that ended, as its trace file says. */
export interface TracedTask {
  name: string;
  status: string;
  exit: string;
  /** What the task said on standard error, its end. */
  errors: string;
}

export interface NextflowRun {
  status: number | null;
  /** Standard output and error. */
  output: string;
  tasks: TracedTask[];
}

const TRACE = "trace.tsv";
const ERROR_LINES = 15;

/** Runs Nextflow with these arguments in a folder, to its end. Of `run` it also reads what became of each task. */
export async function runNextflow(argv: readonly string[], folder: string): Promise<NextflowRun> {
  const trace = argv.includes("-preview") || argv[0] !== "run" ? [] : ["-with-trace", TRACE];
  const env = pipelineEnvironment();
  const child = spawn("nextflow", [...argv, ...trace], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const status = await new Promise<number | null>((done, failed) => child.on("error", failed).on("close", done));
  return { status, output, tasks: trace.length === 0 ? [] : readTrace(folder) };
}

function readTrace(folder: string): TracedTask[] {
  const file = join(folder, TRACE);
  if (!existsSync(file)) return [];
  const [header, ...rows] = readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  const column = (row: readonly string[], name: string): string => row[header.indexOf(name)] ?? "";
  return rows.map((row) => ({
    name: column(row, "name"),
    status: column(row, "status"),
    exit: column(row, "exit"),
    errors: errorsOf(column(row, "workdir")),
  }));
}

function errorsOf(workFolder: string): string {
  const file = join(workFolder, ".command.err");
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(-ERROR_LINES).join("\n") : "";
}
