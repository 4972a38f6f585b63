import { type Command, InvalidArgumentError, Option } from "commander";
import type { CommandContext } from "../command.ts";
import type { Said } from "../record/record-group.ts";
import type { Recorded } from "../record/recorded.ts";
import { describedRun, type RunArguments, runOptions, truthSetOption } from "../record/run-options.ts";
import { apiOptions } from "./api-command.ts";
import { type DatabaseArguments, printResult } from "./db-source.ts";
import { logFormatOption, parseTime } from "./shared-options.ts";

interface IngestArguments extends DatabaseArguments, RunArguments {
  readonly run?: string;
  readonly sample?: readonly string[];
  readonly lot?: readonly { readonly reagent: string; readonly lot: string }[];
  readonly performedAt?: string;
  readonly supersede?: string;
  readonly failOn?: "warning" | "rejection";
}

/** Adds options and action of `touchstone ingest`. */
export function define(command: Command, context: CommandContext): void {
  command
    .usage("FILE... --run NAME [options]")
    .argument(
      "<file...>",
      "results of touchstone compare, hap.py, rtg vcfeval, aardvark or som.py, recognised by their content",
    )
    .optionsGroup("Run:")
    .option("--run <name>", "run that the results are of, added when there is none (needed)");
  runOptions(command)
    .option("--sample <name>", "sample of the run; repeatable", (text, before: readonly string[] = []) => [
      ...before,
      text,
    ])
    .option("--lot <reagent=lot>", "lot of a reagent that the run used; repeatable", lots)
    .option("--performed-at <time>", "when the run was performed (default: what the results say, or now)", parseTime)
    .optionsGroup("Results:");
  truthSetOption(command)
    .option("--supersede <reason>", "put other results in the place of those recorded for the run, and why")
    .addOption(
      new Option(
        "--fail-on <state>",
        "exit with 1 on a warning, or on what is out of control or not evaluable",
      ).choices(["warning", "rejection"]),
    )
    .optionsGroup("Records and output:");
  apiOptions(command)
    .addOption(logFormatOption())
    .action((paths: readonly string[], values: IngestArguments) => ingest(paths, values, context));
}

async function ingest(paths: readonly string[], values: IngestArguments, context: CommandContext): Promise<void> {
  const { reporter } = context;
  const { groupResults } = await import("../record/group-results.ts");
  const { prepareGroup } = await import("../record/record-group.ts");
  const { failsOn, recordedText } = await import("../record/recorded.ts");
  const { startRecording } = await import("../record/recording.ts");
  const { withConnection } = await import("../server/connect.ts");
  const said = whatIsSaid(values);
  // All files are read before the first is recorded.
  const ready = groupResults(paths).map((group) => prepareGroup(group, said));
  const recorded: Recorded[] = [];
  await withConnection(values, async ({ client }) => {
    const recording = startRecording(client, (warning) => reporter.warning(warning));
    for (const record of ready) recorded.push(await record(recording));
  });
  reporter.finish();
  printResult(context, values.json, recorded, recorded.map(recordedText).join("\n"));
  if (failsOn(recorded, values.failOn)) context.failCheck();
}

function whatIsSaid(values: IngestArguments): Said {
  const { run, sample, lot, performedAt, truthSet, supersede } = values;
  const description = {
    ...describedRun(values),
    ...(sample === undefined ? {} : { samples: sample }),
    ...(lot === undefined ? {} : { reagentLots: lot }),
    ...(performedAt === undefined ? {} : { performedAt }),
  };
  return { run, description, truthSet, supersede };
}

function lots(text: string, before: readonly { reagent: string; lot: string }[] = []) {
  const [reagent = "", ...rest] = text.split("=");
  const lot = rest.join("=");
  if (reagent === "" || lot === "") throw new InvalidArgumentError("Give REAGENT=LOT.");
  return [...before, { reagent, lot }];
}
