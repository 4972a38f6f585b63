import { type Command, InvalidArgumentError } from "commander";
import { CliError } from "../error.ts";

/** A version of a pipeline, or of a truth set, as `NAME@VERSION`. */
export interface NamedVersion {
  readonly name: string;
  readonly version: string;
}

/** A version of a pipeline and, where it is said, the commit of its code. */
export interface NamedPipeline extends NamedVersion {
  readonly revision?: string;
}

/** A pipeline, without a version where the rows of a table name it. */
export type PipelineOfRows = Omit<NamedPipeline, "version"> & { readonly version?: string };

/** What the command line says about a run that results are recorded under. */
export interface RunArguments {
  readonly assay?: string;
  readonly pipeline?: NamedPipeline;
  readonly instrument?: string;
  readonly truthSet?: NamedVersion;
}

/** Options of commands that record their result when `--record` is given. */
export interface RecordArguments extends RunArguments {
  readonly record?: string;
  readonly data?: string;
  /** Whose calls a comparison is of. */
  readonly comparedSample?: string;
}

/** Adds `--record` and the options that go with it. */
export function recordOptions(command: Command): Command {
  command
    .optionsGroup("Recording:")
    .option("--record <run>", "record the result under this run, which is added when there is none");
  return runOptions(command);
}

/** Adds `--data`, which says where a result is recorded. */
export function recordPlaceOption(command: Command): Command {
  return command.option(
    "--data <folder>",
    "folder of the records, or of the server that holds them (default: TOUCHSTONE_URL, DATABASE_URL, touchstone-data)",
  );
}

const ABOUT_RECORD = [
  "assay",
  "pipeline",
  "instrument",
  "truthSet",
  "comparedSample",
  "reagent",
  "study",
  "data",
] as const;

/**
 * Refuses options that say something about a record when none is to be made.
 *
 * @throws CliError TS_USAGE.
 */
export function refuseWithoutRecord(
  values: { readonly record?: unknown } & { readonly [K in (typeof ABOUT_RECORD)[number]]?: unknown },
): void {
  const option = ABOUT_RECORD.find((name) => values[name] !== undefined);
  if (values.record !== undefined || option === undefined) return;
  const name = option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new CliError("TS_USAGE", `--${name} is about what is recorded, and --record is not given`);
}

/** What is said about the run that a result is recorded under. */
export function describedRun({ assay, pipeline, instrument }: RunArguments): RunArguments {
  return {
    ...(assay === undefined ? {} : { assay }),
    ...(pipeline === undefined ? {} : { pipeline }),
    ...(instrument === undefined ? {} : { instrument }),
  };
}

/** Adds the options that say what a run is. */
export function runOptions(command: Command): Command {
  return command
    .option("--assay <name>", "assay of the run, whose limits judge it")
    .option("--pipeline <name@version>", "pipeline of the run: NAME@VERSION, or NAME@VERSION@COMMIT", namedPipeline)
    .option("--instrument <name>", "instrument of the run");
}

/** The same for tables, whose rows may name the version of the pipeline and lots of a reagent. */
export function rowOptions(command: Command): Command {
  return command
    .option("--assay <name>", "assay of the runs, whose limits judge them")
    .option(
      "--pipeline <name@version>",
      "pipeline: NAME@VERSION[@COMMIT], or NAME where rows name versions",
      pipelineOfRows,
    )
    .option("--instrument <name>", "instrument of the runs")
    .option("--reagent <name>", "reagent whose lots are in the column reagent_lot");
}

/** Adds `--truth-set`. */
export function truthSetOption(command: Command): Command {
  return command.option(
    "--truth-set <name@version>",
    "truth set of the comparison (default: the one whose files its provenance names)",
    namedVersion,
  );
}

/** Adds `--compared-sample`: other commands call samples of a file, or all those of a run, `--sample`. */
export function comparedSampleOption(command: Command): Command {
  return command.option(
    "--compared-sample <name>",
    "sample or replicate of the run whose calls were compared, where it has several",
  );
}

/** Reads `NAME@VERSION`. */
export function namedVersion(text: string): NamedVersion {
  const [name = "", version = "", ...more] = text.split("@");
  if (name !== "" && version !== "" && more.length === 0) return { name, version };
  throw new InvalidArgumentError("Give NAME@VERSION.");
}

/** Reads the same, or `NAME` alone. */
export function pipelineOfRows(text: string): PipelineOfRows {
  return text !== "" && !text.includes("@") ? { name: text } : namedPipeline(text);
}

/** @throws CliError TS_USAGE for a pipeline without version. */
export function versionedPipeline({ name, version, revision }: PipelineOfRows): NamedPipeline {
  if (version !== undefined) return { name, version, ...(revision === undefined ? {} : { revision }) };
  const hint = "Give NAME@VERSION: only the rows of a table can name the version.";
  throw new CliError("TS_USAGE", `--pipeline ${name} names no version`, hint);
}

/** Reads `NAME@VERSION` or `NAME@VERSION@COMMIT`. */
export function namedPipeline(text: string): NamedPipeline {
  const [name = "", version = "", revision, ...more] = text.split("@");
  const isCommit = revision === undefined || /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(revision);
  if (name === "" || version === "" || !isCommit || more.length > 0) {
    throw new InvalidArgumentError("Give NAME@VERSION or NAME@VERSION@COMMIT, the commit in full.");
  }
  return { name, version, ...(revision === undefined ? {} : { revision }) };
}
