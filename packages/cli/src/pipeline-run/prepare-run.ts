import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  findInstallation,
  type Parameters,
  programPath,
  readParameterOptions,
  readParameters,
} from "@touchstone/runner";
import { CliError } from "../error.ts";
import type { RunDescription } from "../record/new-run.ts";
import { inputsDigest } from "./inputs-digest.ts";
import { putReportsAway, type RunToStart, writeOwnProgram } from "./nextflow-command.ts";
import { findPipeline, type Pipeline } from "./pipeline.ts";
import { makeRunFolder, type RunState, readState, writeState } from "./run-folder.ts";
import { type RunSheet, readRunSheet, rowsOf, samplesOf } from "./run-sheet.ts";
import { provideTestData } from "./test-data.ts";

/** What the command line says of a run. */
export interface RunValues {
  readonly input?: string;
  readonly paramsFile?: string;
  readonly outdir?: string;
  readonly profile?: string;
  readonly name?: string;
  readonly assay?: string;
  readonly instrument?: string;
  readonly lot?: readonly { readonly reagent: string; readonly lot: string }[];
  readonly resume?: string;
  readonly workDir?: string;
  readonly nextflow?: string;
}

/** A run that was checked and can start. */
export interface PreparedRun {
  readonly name: string;
  readonly pipeline: Pipeline;
  readonly sheet: RunSheet;
  readonly parameters: Parameters;
  readonly description: RunDescription;
  readonly start: RunToStart;
}

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * Checks all that a run is given, and writes the files that Nextflow is started with; nothing is started or recorded.
 *
 * @param words parameters of the pipeline on the command line.
 * @param note is told what takes a while.
 * @throws RunnerError for what is wrong with the pipeline's name, its programs, parameters or samplesheet; CliError TS_USAGE.
 */
export async function prepareRun(
  named: string,
  values: RunValues,
  words: readonly string[],
  note: (text: string) => void,
): Promise<PreparedRun> {
  const before = values.resume === undefined ? null : readState(values.resume);
  const pipeline = findPipeline(named);
  const name = values.name ?? defaultName(pipeline.name, values.resume);
  const profile = values.profile ?? before?.profile ?? "local";
  const options = readParameterOptions(words, pipeline.schema);
  const { nextflow, bin, isObserved } = nextflowOf(values);
  const inputs = await inputsOf(values, pipeline, profile, bin, note);
  const outdir = located(values.outdir ?? before?.outdir ?? join("results", name));
  const given = { ...options, ...(inputs.input === undefined ? {} : { input: inputs.input }), outdir };
  const parameters = readParameters(pipeline.schema, { file: inputs.paramsFile, options: given });
  const context = { truthSets: Object.keys(parameters.truth_sets ?? {}) };
  const sheet = readRunSheet(pipeline.schema, String(parameters.input), context);
  const files = makeRunFolder(name);
  const workDir = values.workDir === undefined ? (before?.workDir ?? null) : located(values.workDir);
  const session = before?.session ?? null;
  const start = { files, pipeline: pipeline.folder, profile, workDir, outdir, session, nextflow, bin, isObserved };
  const passed = { ...parameters, input: files.samplesheet, outdir };
  writeFileSync(files.samplesheet, `${JSON.stringify(rowsOf(sheet), null, 2)}\n`);
  writeFileSync(files.parameters, `${JSON.stringify(passed, null, 2)}\n`);
  writeOwnProgram(files);
  const state: RunState = { run: name, pipeline: named, session: null, profile, workDir, outdir };
  writeState(files, state);
  return {
    name,
    pipeline,
    sheet,
    parameters,
    description: describedRun(pipeline, values, sheet, { ...parameters, outdir }, { profile, resumed: values.resume }),
    start,
  };
}

/** Puts what a run was given beside its results, where those are in a folder, and what was told of a run before it aside. */
export function publishInputs({ name, start: { files, outdir } }: PreparedRun): void {
  if (ADDRESS.test(outdir)) return;
  putReportsAway(outdir, name);
  const folder = join(outdir, "pipeline_info");
  mkdirSync(folder, { recursive: true });
  copyFileSync(files.samplesheet, join(folder, "samplesheet.json"));
  copyFileSync(files.parameters, join(folder, "params.json"));
}

function nextflowOf({ nextflow }: RunValues): { nextflow: string; bin: string | null; isObserved: boolean } {
  if (nextflow === undefined) {
    const { bin } = findInstallation();
    return { nextflow: join(bin, "nextflow"), bin, isObserved: true };
  }
  const program = nextflow.includes("/") ? resolve(nextflow) : programPath(nextflow);
  if (program === null || !existsSync(program)) throw new CliError("TS_USAGE", `--nextflow: there is no ${nextflow}`);
  return { nextflow: program, bin: installedBin(), isObserved: false };
}

/** With a Nextflow of the user's own, the other programs may come from anywhere. */
function installedBin(): string | null {
  try {
    return findInstallation().bin;
  } catch {
    return null;
  }
}

/** Samplesheet and parameters as they were named; in profile test, data that are made where nothing is. */
async function inputsOf(
  { input, paramsFile }: RunValues,
  { schema }: Pipeline,
  profile: string,
  bin: string | null,
  note: (text: string) => void,
): Promise<{ readonly input?: string | undefined; readonly paramsFile?: string | undefined }> {
  const isGiven = input !== undefined || paramsFile !== undefined;
  if (isGiven || !profile.split(",").includes("test") || schema.parameters.input?.sheet === "comparisons")
    return { input, paramsFile };
  // Its annotation cache is built by a program of the installation.
  if (bin !== null) process.env.PATH = `${bin}:${process.env.PATH ?? ""}`;
  const { samplesheet, parameters } = await provideTestData(note);
  return { input: samplesheet, paramsFile: parameters };
}

/** What the records say of the run. Nextflow counts tasks anew when it resumes, so that this is a run of its own. */
function describedRun(
  pipeline: Pipeline,
  { assay, instrument, lot }: RunValues,
  sheet: RunSheet,
  parameters: Parameters,
  { profile, resumed }: { readonly profile: string; readonly resumed: string | undefined },
): RunDescription {
  const instruments = [...new Set(sheet.lanes.flatMap((lane) => lane.instrument ?? []))];
  const onlyInstrument = instrument ?? (instruments.length === 1 ? instruments[0] : undefined);
  return {
    pipeline: pipeline.version,
    // Comparisons are of one replicate each, and name it.
    samples: samplesOf(sheet),
    parameters: { ...parameters, profile, ...(resumed === undefined ? {} : { resumed_run: resumed }) },
    inputsSha256: inputsDigest(sheet, parameters),
    ...(assay === undefined ? {} : { assay }),
    ...(onlyInstrument === undefined ? {} : { instrument: onlyInstrument }),
    ...(lot === undefined ? {} : { reagentLots: lot }),
  };
}

function located(place: string): string {
  return ADDRESS.test(place) ? place : resolve(place);
}

/** `germline-20260131-080000`, UTC; of a run that goes on with another, that one's name before it. */
function defaultName(pipeline: string, resumed: string | undefined): string {
  const time = new Date().toISOString().replace(/[-:]/g, "").replace("T", "-").slice(0, 15);
  return `${resumed ?? pipeline}-${resumed === undefined ? "" : "resumed-"}${time}`;
}
