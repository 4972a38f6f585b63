import type { CommandContext } from "../command.ts";
import { CliError } from "../error.ts";
import { measuredRuns, type ReadTable } from "../record/measured-runs.ts";
import { recordMeasurements } from "../record/record-measurements.ts";
import { recordResult } from "../record/record-result.ts";
import { describedRun, type PipelineOfRows, type RunArguments, versionedPipeline } from "../record/run-options.ts";

/** Options of a command that records the measurements it has judged. */
export interface RecordMeasurementsArguments extends Omit<RunArguments, "pipeline"> {
  /** The run of rows that name none; true without one. */
  readonly record?: string | true;
  readonly pipeline?: PipelineOfRows;
  readonly reagent?: string;
  readonly data?: string;
  readonly json?: boolean;
}

/** A table that was judged. */
export interface MonitoredTable extends ReadTable {
  /** Analytes of which neither rows nor baselines say what their values are. */
  readonly withoutKind: readonly string[];
}

/**
 * Checks that the measurements of a table can be recorded, and returns what records them. They alone are sent: the
 * records judge them by the baselines, rules and events that they hold themselves.
 *
 * @throws CliError TS_USAGE, QualityError TS_MEASUREMENT_INVALID for what cannot be recorded.
 */
export function prepareMonitorRecord(
  table: MonitoredTable,
  { record, pipeline: said, reagent, ...values }: RecordMeasurementsArguments,
): (context: CommandContext) => Promise<void> {
  if (table.withoutKind.length > 0) {
    const message = `nothing says what the values of ${table.withoutKind.join(", ")} are`;
    throw new CliError("TS_USAGE", message, "Add the column kind: vaf, methylation level or quantity.");
  }
  const run = typeof record === "string" ? record : undefined;
  const runs = measuredRuns(table, { run, pipeline: said, reagent });
  const pipeline = said?.version === undefined ? {} : { pipeline: versionedPipeline(said) };
  const description = { ...describedRun(values), ...pipeline };
  const measurements = { file: table.file, runs, description, pipeline: said?.name, isImported: false };
  return (context) => recordResult(values, context, (recording) => recordMeasurements(recording, measurements));
}
