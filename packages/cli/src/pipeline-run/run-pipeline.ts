import { existsSync, readFileSync } from "node:fs";
import { RunnerError } from "@touchstone/runner";
import type { CommandContext } from "../command.ts";
import type { DatabaseArguments } from "../commands/db-source.ts";
import { CliError } from "../error.ts";
import type { Recorded } from "../record/recorded.ts";
import type { Recording } from "../record/recording.ts";
import { failureText } from "./failure.ts";
import { type FollowedRun, followByEvents, followByTrace, type RunListener } from "./follow-run.ts";
import { nextflowCommand, traceFile } from "./nextflow-command.ts";
import { type NextflowEnd, startNextflow } from "./nextflow-process.ts";
import { type PreparedRun, publishInputs } from "./prepare-run.ts";
import { type RecordedPublished, recordPublished } from "./record-published.ts";
import { readState, writeState } from "./run-folder.ts";
import { type RunEnd, TaskRecorder } from "./task-recorder.ts";

/** What became of a run. */
export interface PipelineRun {
  readonly run: string;
  readonly status: RunEnd["status"];
  readonly failure: string | null;
  readonly outdir: string;
  /** What was recorded and judged. */
  readonly recorded: readonly Recorded[];
  /** Sentences on what could not be recorded, and what to do. */
  readonly problems: readonly string[];
  /** Sentences on results that the run should have and does not, as of a sample without reads. */
  readonly missing: readonly string[];
}

/**
 * Carries out a run that was prepared: records it as queued, starts Nextflow, follows it and records its tasks as they
 * happen, and at its end what it published.
 *
 * @throws RunnerError TS_PIPELINE_RUN_FAILED when Nextflow cannot be started; ClientError for a run that the records refuse.
 */
export async function runPipeline(
  prepared: PreparedRun,
  values: DatabaseArguments,
  context: CommandContext,
): Promise<PipelineRun> {
  const { name, description, start } = prepared;
  const { signal } = context.environment;
  const recorder = new TaskRecorder(name, description, values, context);
  await recorder.begin();
  const since = new Date();
  const { followed, end } = await executeNextflow(prepared, recorder, context).catch(async (error) => {
    // It did not start, or what it is given could not be written: no run stays queued for ever.
    await recorder.end({ status: "failed", at: new Date(), failure: String(error) }, false, async () => {});
    throw error;
  });
  const ending = endingOf(end, followed, prepared, signal.aborted);
  let told: RecordedPublished = { recorded: [], problems: [], missing: [] };
  const publish = async (recording: Recording) => {
    told = await recordPublished(recording, prepared, followed, { status: ending.status, since });
  };
  const unrecorded = await recorder.end(ending, !signal.aborted, publish);
  const toRecord = unrecorded === null ? [] : [howToRecord(unrecorded, prepared, ending)];
  return {
    run: name,
    status: ending.status,
    failure: ending.failure ?? null,
    outdir: start.outdir,
    ...told,
    problems: [...told.problems, ...toRecord],
  };
}

interface Executed {
  readonly followed: FollowedRun;
  readonly end: NextflowEnd;
}

async function executeNextflow(
  prepared: PreparedRun,
  recorder: TaskRecorder,
  { environment: { signal }, reporter }: CommandContext,
): Promise<Executed> {
  const { start } = prepared;
  const { files, outdir, isObserved } = start;
  const listener: RunListener = {
    reporter,
    onTasks: (tasks) => recorder.add(tasks),
    onSession: (session) => rememberSession(prepared, session),
  };
  publishInputs(prepared);
  const over = new AbortController();
  const trace = traceFile(outdir);
  const following = isObserved
    ? followByEvents(files, listener, over.signal)
    : followByTrace(trace, listener, over.signal);
  // Nextflow goes on whatever becomes of following it; what was missed is taken from its trace at the end.
  const known = following.catch((error) => notFollowed(error, reporter));
  try {
    const nextflow = await startNextflow(nextflowCommand(start), files, signal);
    const end = await nextflow.ended;
    over.abort();
    const followed = await known;
    if (followed.session === null) rememberSession(prepared, sessionOfLog(files.log));
    if (!followed.isComplete) {
      // What was published is found by its time, since not all of it was told.
      followed.published = null;
      await addFromTrace(trace, recorder, reporter);
    }
    return { followed, end };
  } finally {
    over.abort();
    reporter.finish();
  }
}

function rememberSession({ start: { files }, name }: PreparedRun, session: string | null): void {
  if (session === null) return;
  const { session: _, ...state } = readStateOf(files.state, name);
  writeState(files, { ...state, session });
}

function readStateOf(file: string, name: string): ReturnType<typeof readState> {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : readState(name);
}

function notFollowed(error: unknown, reporter: CommandContext["reporter"]): FollowedRun {
  const problem = error instanceof Error ? error.message : String(error);
  reporter.warning(`${problem}; the run goes on, and its trace tells of it at its end`);
  return { session: null, failedTask: null, failure: null, published: null, isComplete: false };
}

/** Where no event said it. */
function sessionOfLog(file: string): string | null {
  if (!existsSync(file)) return null;
  return /Session UUID: ([0-9a-f-]{36})/.exec(readFileSync(file, "utf8"))?.[1] ?? null;
}

/** Where events are missing, as after a full disk, the trace has the tasks that ended. */
async function addFromTrace(file: string, recorder: TaskRecorder, reporter: CommandContext["reporter"]): Promise<void> {
  if (!existsSync(file)) return;
  const { readTrace } = await import("@touchstone/ingest");
  const { tasks, problems } = readTrace(file, readFileSync(file, "utf8"));
  for (const problem of problems) reporter.warning(problem);
  recorder.add(tasks);
}

function endingOf(end: NextflowEnd, followed: FollowedRun, { start }: PreparedRun, isAborted: boolean): RunEnd {
  const at = new Date();
  // A run that had ended well before the interruption reached it has its results.
  if (end.exitCode === 0) return { status: "succeeded", at };
  if (isAborted) return { status: "cancelled", at };
  const text = failureText(followed.failedTask, followed.failure, start.files);
  const killed = end.signal === null ? "" : `Nextflow was ended by ${end.signal}\n`;
  return { status: "failed", at, failure: `${killed}${text}` };
}

/** What to do later, where the records could not be reached. */
function howToRecord(error: Error, { name, start, pipeline }: PreparedRun, { status }: RunEnd): string {
  const { name: of, version, revision } = pipeline.version;
  const versioned = `${of}@${version}${revision === undefined ? "" : `@${revision}`}`;
  const trace = `touchstone ingest ${traceFile(start.outdir)} --run ${name} --pipeline ${versioned} --status ${status}`;
  return `the run is not recorded to its end: ${error.message}. Record its tasks later: ${trace}; and its results, which are in ${start.outdir}: docs/guides/run.md`;
}

/** Says that a run did not succeed, by the error that it ends the command with. */
export function refuseFailed({ run, status, failure }: PipelineRun): void {
  if (status === "cancelled") {
    const hint = `Go on with it: touchstone run PIPELINE --resume ${run}.`;
    throw new CliError("TS_RECORD_ABORTED", `run ${run} was cancelled`, hint);
  }
  if (status === "failed") throw new RunnerError("TS_PIPELINE_RUN_FAILED", `run ${run} failed: ${failure ?? ""}`);
}
