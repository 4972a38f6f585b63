import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CliError } from "../error.ts";

/** Folder, in the one that runs are started in, that holds what Touchstone keeps of each. */
const FOLDER = ".touchstone/runs";

/** Files of one run that are Touchstone's own. */
export interface RunFolder {
  readonly folder: string;
  readonly samplesheet: string;
  readonly parameters: string;
  readonly events: string;
  readonly log: string;
  /** What Nextflow said. */
  readonly output: string;
  readonly command: string;
  /** Folder with the program `touchstone` for tasks. */
  readonly bin: string;
  readonly state: string;
}

/** What is known of a run for who resumes it. */
export interface RunState {
  readonly run: string;
  readonly pipeline: string;
  /** Nextflow's; null until it has said it. */
  readonly session: string | null;
  readonly profile: string;
  /** Null where the pipeline's configuration says it. */
  readonly workDir: string | null;
  readonly outdir: string;
}

/** Where the files of a run are; they need not be there. */
export function runFolder(run: string): RunFolder {
  const folder = resolve(FOLDER, run);
  return {
    folder,
    samplesheet: join(folder, "samplesheet.json"),
    parameters: join(folder, "params.json"),
    events: join(folder, "events.jsonl"),
    log: join(folder, "nextflow.log"),
    output: join(folder, "nextflow.out"),
    command: join(folder, "command.sh"),
    bin: join(folder, "bin"),
    state: join(folder, "run.json"),
  };
}

/**
 * Makes the folder of a new run.
 *
 * @throws CliError TS_USAGE when a run of that name was started here before, or its name is no name of a folder.
 */
export function makeRunFolder(run: string): RunFolder {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/.test(run)) {
    throw new CliError("TS_USAGE", `--name '${run}' cannot be: give letters, digits, dot, underscore and hyphen`);
  }
  const files = runFolder(run);
  if (existsSync(files.folder)) {
    const hint = `Give another --name, or go on with it: --resume ${run}.`;
    throw new CliError("TS_USAGE", `a run ${run} was started here before (${files.folder})`, hint);
  }
  mkdirSync(files.bin, { recursive: true });
  return files;
}

/** Keeps what is known of the run. */
export function writeState(files: RunFolder, state: RunState): void {
  writeFileSync(files.state, `${JSON.stringify(state, null, 2)}\n`);
}

/** @throws CliError TS_USAGE when no such run was started in this folder, or Nextflow had not begun it. */
export function readState(run: string): RunState & { readonly session: string } {
  const { state } = runFolder(run);
  let found: RunState;
  try {
    found = JSON.parse(readFileSync(state, "utf8"));
  } catch {
    const hint =
      "Nextflow keeps what was done in the folder that a run was started in: go there and repeat the command.";
    throw new CliError("TS_USAGE", `--resume ${run}: there is no ${state}`, hint);
  }
  const { session } = found;
  if (session === null) throw new CliError("TS_USAGE", `--resume ${run}: Nextflow had not begun it; start it anew`);
  return { ...found, session };
}
