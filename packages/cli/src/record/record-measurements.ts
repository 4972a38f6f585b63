import type { paths, TouchstoneClient } from "@touchstone/client";
import { listAll } from "../commands/api-command.ts";
import { CliError } from "../error.ts";
import type { MeasuredRun } from "./measured-runs.ts";
import { describeRun, findRun, type RunDescription } from "./new-run.ts";
import { type Recorded, type RecordedVerdict, unresolvedAlerts } from "./recorded.ts";
import type { Recording } from "./recording.ts";

const ADDRESS = "/api/v1/measurements";

type NewMeasurementsOfRun = paths[typeof ADDRESS]["post"]["requestBody"]["content"]["application/json"];

/** Measurements of a table, by run, and what they are recorded under. */
export interface MeasurementsToRecord {
  readonly file: string;
  /** In order of time. */
  readonly runs: readonly MeasuredRun[];
  /** What is said of every run. */
  readonly description: RunDescription;
  /** The pipeline whose versions the rows name. */
  readonly pipeline?: string | undefined;
  /** Whether they are of the time before Touchstone, and are not judged. */
  readonly isImported: boolean;
  /** Why other values take the place of those stored. */
  readonly supersede?: string | undefined;
}

/**
 * Records measurements run by run, oldest first, each run judged with those before it, and returns what was judged. When a
 * run is refused, those before it stay recorded, which is told; the same measurements sent again change nothing.
 *
 * @throws ClientError for what the API refuses; CliError TS_RECORD_ABORTED when the command is to stop.
 */
export async function recordMeasurements(
  recording: Recording,
  { runs, ...table }: MeasurementsToRecord,
): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  for (const run of runs) {
    try {
      if (recording.signal.aborted) throw new CliError("TS_RECORD_ABORTED", `${table.file}: recording was stopped`);
      recorded.push(await recordRun(recording, run, table));
      recording.progress({ done: recorded.length, total: runs.length, phase: "recording runs" });
    } catch (error) {
      if (recorded.length > 0) recording.warn(stoppedAt(table.file, run, recorded.length, runs.length));
      throw error;
    }
  }
  return recorded;
}

function stoppedAt(file: string, { name }: MeasuredRun, done: number, total: number): string {
  return `${file}: the ${done} of ${total} runs before ${name} are recorded; the same command again goes on from there`;
}

async function recordRun(
  recording: Recording,
  run: MeasuredRun,
  { file, isImported, supersede, ...said }: Omit<MeasurementsToRecord, "runs">,
): Promise<Recorded> {
  const { client, headersOf } = recording;
  const body: NewMeasurementsOfRun = {
    run: await runOf(recording, run, { file, ...said }, isImported),
    measurements: run.measurements,
    ...(supersede === undefined ? {} : { supersede: { reason: supersede } }),
  };
  const { data, response } = await client.POST(ADDRESS, { body, headers: headersOf(ADDRESS, body) });
  if (data === undefined) throw new TypeError("an answer without content");
  const { id, name } = data.run;
  return {
    kind: "measurements",
    files: [file],
    run: { id, name },
    isNew: response.status === 201,
    isImported: data.run.isImported,
    measurements: run.measurements.length,
    state: data.verdict?.state ?? null,
    verdicts: await verdictsOf(client, id, data.verdict),
    alerts: data.run.isImported ? [] : await unresolvedAlerts(client, id),
  };
}

/**
 * The run as it is sent: what was said, the version that its rows name, and for one that is not there yet also time and
 * instrument. A run keeps the time that it was recorded with, by which everything of it is put in order.
 */
async function runOf(
  { client, warn }: Recording,
  { name, time, instrument, pipelineVersion }: MeasuredRun,
  { file, description, pipeline }: Pick<MeasurementsToRecord, "file" | "description" | "pipeline">,
  isImported: boolean,
): Promise<NewMeasurementsOfRun["run"]> {
  const stored = await findRun(client, name);
  const run = {
    ...(stored !== null || instrument === null ? {} : { instrument }),
    ...(pipeline === undefined || pipelineVersion === null
      ? {}
      : { pipelineVersion: { pipeline, version: pipelineVersion } }),
    ...describeRun(name, description),
    ...(isImported ? { imported: true } : {}),
  };
  if (time === null) return run;
  if (stored === null) return { performedAt: time, ...run };
  if (Date.parse(stored.performedAt) !== Date.parse(time)) {
    warn(`${file}: run ${name} is recorded with the time ${stored.performedAt}, which it keeps, and not ${time}`);
  }
  return run;
}

type WholeVerdict = paths[typeof ADDRESS]["post"]["responses"]["200"]["content"]["application/json"]["verdict"];

/** The verdict on the run, and those on its controls that are not in control. */
async function verdictsOf(client: TouchstoneClient, runId: string, whole: WholeVerdict): Promise<RecordedVerdict[]> {
  if (whole === null) return [];
  const { state, reason, sentence } = whole;
  if (state === "in control") return [{ state, reason, sentence }];
  const verdicts = await listAll(MOST_VERDICTS, (query) =>
    client.GET("/api/v1/verdicts", { params: { query: { ...query, runId } } }),
  );
  const ofControls = verdicts.filter((one) => one.about === "measurement" && one.state !== "in control");
  return [{ state, reason, sentence }, ...ofControls.map((one) => pickVerdict(one))];
}

/** Verdicts of one run that are looked at, more than which nobody reads. */
const MOST_VERDICTS = 1000;

function pickVerdict({ state, reason, sentence }: RecordedVerdict): RecordedVerdict {
  return { state, reason, sentence };
}
