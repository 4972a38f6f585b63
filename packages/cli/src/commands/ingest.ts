import type { MeasurementKind } from "@touchstone/quality";
import { type Command, Option } from "commander";
import type { CommandContext } from "../command.ts";
import { CliError } from "../error.ts";
import { readText } from "../read-text.ts";
import type { RunDescription } from "../record/new-run.ts";
import type { Said } from "../record/record-group.ts";
import type { Ending } from "../record/record-tasks.ts";
import type { Recorded } from "../record/recorded.ts";
import {
  comparedSampleOption,
  describedRun,
  type PipelineOfRows,
  type RunArguments,
  rowOptions,
  truthSetOption,
  versionedPipeline,
} from "../record/run-options.ts";
import { apiOptions } from "./api-command.ts";
import { type DatabaseArguments, printResult } from "./db-source.ts";
import { integerBetween } from "./integer.ts";
import { lots, type NamedLot } from "./lots.ts";
import { parseTime } from "./shared-options.ts";

interface IngestArguments extends DatabaseArguments, Omit<RunArguments, "pipeline"> {
  readonly run?: string;
  readonly pipeline?: PipelineOfRows;
  readonly reagent?: string;
  readonly sample?: readonly string[];
  readonly comparedSample?: string;
  readonly lot?: readonly NamedLot[];
  readonly performedAt?: string;
  readonly study?: string;
  readonly columns?: string;
  readonly kind: MeasurementKind;
  readonly supersede?: string;
  readonly failOn?: "warning" | "rejection";
  readonly follow?: boolean;
  readonly pid?: number;
  readonly status?: Ending;
}

const KINDS: readonly MeasurementKind[] = ["vaf", "methylation level", "quantity"];
const ENDINGS: readonly Ending[] = ["succeeded", "failed", "cancelled"];
const LARGEST_PID = 2 ** 31 - 1;

/** Adds options and action of `touchstone ingest`. */
export function define(command: Command, context: CommandContext): void {
  command
    .usage("FILE... [--run NAME] [options]")
    .argument(
      "<file...>",
      "results of comparisons (touchstone, hap.py, rtg vcfeval, aardvark, som.py) or of touchstone reproducibility, " +
        "tables of control measurements, traces of Nextflow; recognised by their content",
    )
    .optionsGroup("Run:")
    .option("--run <name>", "run that the results are of, added when there is none (needed unless rows name theirs)");
  rowOptions(command)
    .option("--sample <name>", "sample that the run was of; repeatable", append)
    .option("--lot <reagent=lot>", "lot of a reagent that the run used; repeatable", lots)
    .option("--performed-at <time>", "when the run was performed (default: what the results say, or now)", parseTime);
  defineResults(command);
  command
    .optionsGroup("Traces of Nextflow:")
    .option("--follow", "go on while Nextflow writes the trace, until it ends or the command is interrupted")
    .option("--pid <n>", "with --follow: process of Nextflow, with which it ends", integerBetween(1, LARGEST_PID))
    .addOption(new Option("--status <status>", "how the run ended, which a trace does not tell").choices(ENDINGS))
    .optionsGroup("Records and output:");
  apiOptions(command).action((paths: readonly string[], values: IngestArguments) => ingest(paths, values, context));
}

function defineResults(command: Command): void {
  command.optionsGroup("Results:");
  truthSetOption(command);
  comparedSampleOption(command)
    .option("--study <name>", "name of a study of replicates, where a run has several (default: the run's)")
    .option("--columns <file>", "YAML or JSON: what the columns of a table of past measurements are; it is imported")
    .addOption(new Option("--kind <kind>", "of analytes without column kind").choices(KINDS).default("vaf"))
    .option("--supersede <reason>", "put other results in the place of those recorded for the run, and why")
    .addOption(
      new Option(
        "--fail-on <state>",
        "exit with 1 on a warning, or on what is out of control or not evaluable",
      ).choices(["warning", "rejection"]),
    );
}

async function ingest(paths: readonly string[], values: IngestArguments, context: CommandContext): Promise<void> {
  if (values.pid !== undefined && values.follow !== true) throw new CliError("TS_USAGE", "--pid goes with --follow");
  const { failsOn } = await import("../record/recorded.ts");
  const { recordedText } = await import("../record/recorded-text.ts");
  const recorded = values.follow === true ? await follow(paths, values, context) : await record(paths, values, context);
  context.reporter.finish();
  printResult(context, values.json, recorded, recordedText(recorded));
  if (failsOn(recorded, values.failOn)) context.failCheck();
}

async function record(paths: readonly string[], values: IngestArguments, context: CommandContext): Promise<Recorded[]> {
  const { groupResults } = await import("../record/group-results.ts");
  const { prepareGroup } = await import("../record/record-group.ts");
  const { startRecording } = await import("../record/recording.ts");
  const { withConnection } = await import("../server/connect.ts");
  const said = await whatIsSaid(values, (warning) => context.reporter.warning(warning));
  const groups = groupResults(paths, said.map !== undefined);
  if (values.status !== undefined && groups.every(({ kind }) => kind !== "nextflow trace")) {
    throw new CliError("TS_USAGE", "--status is about traces of Nextflow, and there is none");
  }
  // All files are read and checked before the first is recorded.
  const ready = groups.map((group) => prepareGroup(group, said));
  const recorded: Recorded[] = [];
  await withConnection(values, async ({ client }) => {
    const recording = startRecording(client, context);
    for (const record of ready) recorded.push(...(await record(recording)));
  });
  return recorded;
}

async function follow(
  [file = "", ...others]: readonly string[],
  values: IngestArguments,
  context: CommandContext,
): Promise<Recorded[]> {
  const { run, pid, pipeline } = values;
  if (others.length > 0) throw new CliError("TS_USAGE", "--follow takes one file: the trace of the run");
  if (run === undefined) throw new CliError("TS_USAGE", "--run missing: a trace does not say which run it is of");
  if (values.status !== undefined) {
    const hint = "Give it when the run has ended: touchstone ingest FILE --run NAME --status STATUS";
    throw new CliError("TS_USAGE", "--status cannot be known while the run goes on", hint);
  }
  const { followTrace } = await import("../record/follow-trace.ts");
  const whole = pipeline === undefined ? {} : { pipeline: versionedPipeline(pipeline) };
  const description = { ...descriptionOf(values), ...whole };
  return [await followTrace({ file, run, description, pid }, values, context)];
}

async function whatIsSaid(values: IngestArguments, warn: (warning: string) => void): Promise<Said> {
  const { run, pipeline, truthSet, comparedSample, supersede, kind, reagent, study, status, columns } = values;
  const map =
    columns === undefined ? undefined : (await import("@touchstone/ingest")).readHistoryMap(readText(columns), columns);
  const description = descriptionOf(values);
  return { run, description, pipeline, truthSet, comparedSample, supersede, kind, reagent, study, status, map, warn };
}

/** What is said of the run, but for its pipeline. */
function descriptionOf({ pipeline: _, ...values }: IngestArguments): RunDescription {
  const { sample, lot, performedAt } = values;
  return {
    ...describedRun(values),
    ...(sample === undefined ? {} : { samples: sample }),
    ...(lot === undefined ? {} : { reagentLots: lot }),
    ...(performedAt === undefined ? {} : { performedAt }),
  };
}

function append(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
