import { type Command, Option } from "commander";
import type { CommandContext } from "../command.ts";
import { CliError } from "../error.ts";
import type { RunValues } from "../pipeline-run/prepare-run.ts";
import type { PipelineRun } from "../pipeline-run/run-pipeline.ts";
import { apiOptions } from "./api-command.ts";
import { type DatabaseArguments, printResult } from "./db-source.ts";
import { lots } from "./lots.ts";

interface RunArguments extends RunValues, DatabaseArguments {
  readonly print?: boolean;
  readonly failOn?: "warning" | "rejection";
}

/** Adds options and action of `touchstone run`. */
export function define(command: Command, context: CommandContext): void {
  command
    .usage("PIPELINE --input SAMPLESHEET [--PARAMETER VALUE...] [options]")
    .argument("<pipeline>", "germline, or the folder of a pipeline with main.nf and nextflow_schema.json")
    .allowUnknownOption()
    .allowExcessArguments()
    .optionsGroup("Pipeline (its parameters are docs/reference/germline-parameters.md, given as --NAME VALUE):")
    .option("--input <file>", "samplesheet: CSV with sample, fastq_1, fastq_2, sex, replicate")
    .option("--params-file <file>", "parameters of the pipeline: YAML or JSON")
    .option("--outdir <folder>", "where results go (default: results/RUN)")
    .option("--profile <names>", "profiles of the pipeline, separated by commas (default: local)")
    .option("--work-dir <folder>", "where tasks run (default: work)")
    .option("--resume <run>", "go on with what a run that was started in this folder has done; recorded as a new run")
    .option("--nextflow <program>", "another Nextflow than the installed one; followed by its trace file")
    .option("--print", "write the files and print the command line, and start nothing")
    .optionsGroup("Run:")
    .option("--name <run>", "name of the run (default: pipeline and time)")
    .option("--assay <name>", "assay of the run, whose limits judge it")
    .option("--instrument <name>", "instrument of the run (default: what the samplesheet says)")
    .option("--lot <reagent=lot>", "lot of a reagent that the run used; repeatable", lots)
    .addOption(
      new Option(
        "--fail-on <state>",
        "exit with 1 on a warning, or on what is out of control or not evaluable",
      ).choices(["warning", "rejection"]),
    )
    .optionsGroup("Records and output:");
  apiOptions(command).action((pipeline: string, values: RunArguments) =>
    runNamed(pipeline, values, command.args.slice(1), context),
  );
}

async function runNamed(
  pipeline: string,
  values: RunArguments,
  words: readonly string[],
  context: CommandContext,
): Promise<void> {
  const { reporter } = context;
  const { prepareRun } = await import("../pipeline-run/prepare-run.ts");
  const prepared = await prepareRun(pipeline, values, words, (text) => reporter.note(text));
  if (values.print === true) {
    await print(prepared, values, context);
    return;
  }
  const { runPipeline, refuseFailed } = await import("../pipeline-run/run-pipeline.ts");
  const { name, start } = prepared;
  reporter.note(`run ${name}: results go to ${start.outdir}, Nextflow's log is ${start.files.log}`);
  if (!start.isObserved) {
    reporter.note(`${start.nextflow} is followed by its trace file: tasks are told of when they end`);
  }
  const run = await runPipeline(prepared, values, context);
  reporter.finish();
  await printRun(run, values, context);
  refuseFailed(run);
  if (run.problems.length > 0) {
    throw new CliError("TS_RECORD_ABORTED", `run ${run.run} succeeded, and not all of it is recorded`, run.problems[0]);
  }
}

async function printRun(run: PipelineRun, { json, failOn }: RunArguments, context: CommandContext): Promise<void> {
  const { failsOn } = await import("../record/recorded.ts");
  const { recordedText } = await import("../record/recorded-text.ts");
  for (const problem of [...run.problems, ...run.missing]) context.reporter.warning(problem);
  const judged = run.recorded.length === 0 ? [] : [recordedText(run.recorded)];
  const where = `See touchstone serve: /runs/${encodeURIComponent(run.run)}`;
  const text = [`run ${run.run} ${run.status}; results are in ${run.outdir}`, ...judged, where].join("\n");
  printResult(context, json, run, text);
  if (failsOn(run.recorded, failOn) || run.missing.length > 0) context.failCheck();
}

async function print(
  { start, name }: Awaited<ReturnType<typeof import("../pipeline-run/prepare-run.ts").prepareRun>>,
  { json }: RunArguments,
  context: CommandContext,
): Promise<void> {
  const { writeFileSync } = await import("node:fs");
  const { commandText, nextflowCommand } = await import("../pipeline-run/nextflow-command.ts");
  const command = nextflowCommand(start);
  const text = commandText(command);
  writeFileSync(start.files.command, text, { mode: 0o755 });
  context.reporter.note(`nothing was started; the files of run ${name} are in ${start.files.folder}`);
  printResult(context, json, { run: name, folder: start.files.folder, ...command }, text.trimEnd());
}
