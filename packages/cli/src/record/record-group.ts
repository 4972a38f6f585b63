import {
  decodeResult,
  type HistoryMap,
  IngestError,
  importComparison,
  importReplicateStudy,
  readMeasurementHistory,
  readTrace,
} from "@touchstone/ingest";
import { type MeasurementKind, readMeasurements } from "@touchstone/quality";
import { CliError } from "../error.ts";
import type { ResultGroup } from "./group-results.ts";
import { measuredRuns, type ReadTable } from "./measured-runs.ts";
import type { RunDescription } from "./new-run.ts";
import { recordComparison } from "./record-comparison.ts";
import { recordMeasurements } from "./record-measurements.ts";
import { recordStudy } from "./record-study.ts";
import { type Ending, recordTasks } from "./record-tasks.ts";
import type { Recorded } from "./recorded.ts";
import type { Recording } from "./recording.ts";
import { type NamedVersion, type PipelineOfRows, versionedPipeline } from "./run-options.ts";

/** What is said about the results beside their files. */
export interface Said {
  /** The run of results that do not name theirs. */
  readonly run?: string | undefined;
  /** Of the run, but for its pipeline. */
  readonly description: RunDescription;
  readonly pipeline?: PipelineOfRows | undefined;
  readonly truthSet?: NamedVersion | undefined;
  /** Whose calls a comparison is of, where the run has several samples. */
  readonly comparedSample?: string | undefined;
  readonly supersede?: string | undefined;
  /** Of analytes whose rows do not name theirs. */
  readonly kind: MeasurementKind;
  readonly reagent?: string | undefined;
  readonly study?: string | undefined;
  /** What the columns of tables mean that are not those of measurements. */
  readonly map?: HistoryMap | undefined;
  /** How the run of a trace ended. */
  readonly status?: Ending | undefined;
  readonly warn: (warning: string) => void;
}

/** Something that was read and checked, and can be recorded. */
export type ReadyGroup = (recording: Recording) => Promise<readonly Recorded[]>;

/**
 * Reads a group of files and checks that it can be recorded; nothing is sent.
 *
 * @throws CliError TS_USAGE where something is missing that the files do not say; IngestError and QualityError where a
 *   file is not sound.
 */
export function prepareGroup(group: ResultGroup, said: Said): ReadyGroup {
  switch (group.kind) {
    case "comparison":
      return prepareComparison(group, said);
    case "replicate study":
      return prepareStudy(group, said);
    case "nextflow trace":
      return prepareTrace(group, said);
    case "measurement history":
      return prepareTable(readHistory(group, said), true, said);
    default:
      return prepareTable(readTable(group, said), false, said);
  }
}

function prepareComparison({ files }: ResultGroup, said: Said): ReadyGroup {
  const { truthSet, comparedSample: sample, supersede } = said;
  const named = { run: runOf(files, said), description: wholeDescription(said), truthSet, sample, supersede };
  const { performedAt } = importComparison(files);
  return async (recording) => [await recordComparison(recording, { files, performedAt, ...named })];
}

function prepareStudy({ files }: ResultGroup, said: Said): ReadyGroup {
  const { study, supersede } = said;
  const named = { run: runOf(files, said), description: wholeDescription(said), study, supersede };
  const { performedAt } = importReplicateStudy(files);
  return async (recording) => [await recordStudy(recording, { files, performedAt, ...named })];
}

function prepareTrace({ files }: ResultGroup, said: Said): ReadyGroup {
  const [file] = files;
  const run = runOf(files, said);
  const { tasks, problems, leftOut } = readTrace(file.name, decodeResult(file).text);
  if (leftOut.length > 0) {
    const more = leftOut.length === 1 ? "" : `; ${leftOut.length - 1} more lines are not understood either`;
    throw new IngestError("TS_RESULT_INVALID", `${leftOut[0]}${more}`, { file: file.name });
  }
  for (const problem of problems) said.warn(problem);
  const ready = { file: file.name, tasks, run, description: wholeDescription(said), status: said.status };
  return async (recording) => [await recordTasks(recording, ready)];
}

function prepareTable(table: ReadTable, isImported: boolean, said: Said): ReadyGroup {
  const { description, pipeline, supersede } = said;
  const { performedAt } = description;
  const runs = measuredRuns(table, { ...said, performedAt });
  const isWhole = pipeline?.version !== undefined;
  const ready = {
    file: table.file,
    runs,
    description: isWhole ? wholeDescription(said) : description,
    pipeline: pipeline?.name,
    isImported,
    supersede,
  };
  return (recording) => recordMeasurements(recording, ready);
}

function readTable({ files: [file] }: ResultGroup, { run, kind, description, warn }: Said): ReadTable {
  // A run that is named may go without a time; it has one already, or is of today.
  const assumed = run !== undefined && description.performedAt === undefined ? new Date().toISOString() : undefined;
  const time = description.performedAt ?? assumed;
  const { measurements, unusedColumns, errorAt } = readMeasurements(decodeResult(file).text, {
    file: file.name,
    kindOf: () => kind,
    ...(run === undefined ? {} : { run }),
    ...(time === undefined ? {} : { time }),
  });
  if (unusedColumns.length > 0) warn(`${file.name}: columns not used: ${unusedColumns.join(", ")}`);
  const isWithoutTime = assumed !== undefined && measurements.every((one) => one.time === assumed);
  return { file: file.name, measurements, isWithoutTime, errorAt };
}

function readHistory({ files: [file] }: ResultGroup, { map, warn }: Said): ReadTable {
  if (map === undefined) {
    const message = `${file.name} is a table of past measurements, and nothing says what its columns are`;
    throw new CliError("TS_USAGE", message, "Write what they are into a file, and give it: --columns MAP.yaml");
  }
  const { measurements, warnings, errorAt } = readMeasurementHistory(decodeResult(file).text, map, file.name);
  for (const warning of warnings) warn(warning);
  return { file: file.name, measurements, errorAt };
}

/** @throws CliError TS_USAGE for a pipeline without version, which no row can name here. */
function wholeDescription({ description, pipeline }: Said): RunDescription {
  return pipeline === undefined ? description : { ...description, pipeline: versionedPipeline(pipeline) };
}

function runOf(files: ResultGroup["files"], { run }: Said): string {
  if (run !== undefined) return run;
  const names = files.map(({ name }) => name).join(", ");
  throw new CliError("TS_USAGE", `--run missing: ${names} do not say which run they are of`);
}
