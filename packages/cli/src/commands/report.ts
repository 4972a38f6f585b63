import type { TouchstoneClient } from "@touchstone/client";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { integerBetween } from "./integer.ts";
import { logFormatOption, parseTime, requireOptions } from "./shared-options.ts";
import { writeWhole } from "./write-whole.ts";

interface ReportArguments {
  readonly out?: string;
  readonly data?: string;
}

interface MultiqcArguments {
  readonly out?: string;
  readonly sample?: string;
}

interface MonthlyArguments extends ReportArguments {
  readonly assay?: string;
  readonly month?: string;
}

interface ValidationArguments extends ReportArguments {
  readonly assay?: string;
  readonly assayVersion?: number;
  readonly pipeline?: string;
  readonly pipelineVersion?: string;
  readonly performedFrom?: string;
  readonly performedBefore?: string;
}

const DATA_OPTION = [
  "--data <folder>",
  "folder of the records, or of the server that holds them; otherwise as touchstone runs",
] as const;

/** Adds the commands `touchstone report ...`. */
export function define(command: Command, context: CommandContext): void {
  reportCommand(command, "comparison", "a comparison with a truth set: scores, strata, curves, inputs, methods")
    .argument("<comparison>", "PREFIX or PREFIX.metrics.json of touchstone compare --out PREFIX")
    .action((target: string, values: ReportArguments) => reportComparison(target, values, context));
  reportCommand(
    command,
    "reproducibility",
    "a study of replicate runs: ICC, differences, CV by stratum, worst variants",
  )
    .argument("<study>", "PREFIX or PREFIX.reproducibility.json of touchstone reproducibility --out PREFIX")
    .action((target: string, values: ReportArguments) => reportReproducibility(target, values, context));
  command
    .command("benchmark")
    .description("comparisons of several samples, callers and truth sets as one table and one page")
    .argument("<list>", "CSV with columns sample,caller,truth_set,comparison[,truth_set_version,stratification]")
    .option("--out <prefix>", "writes PREFIX.csv, PREFIX.json, PREFIX.html and a section for MultiQC (needed)")
    .addOption(logFormatOption())
    .action((list: string, values: ReportArguments) => reportBenchmark(list, values, context));
  command
    .command("multiqc")
    .description("sections of a comparison or a study for MultiQC (custom content, *_mqc.json)")
    .argument("<result>", "PREFIX of touchstone compare --out or touchstone reproducibility --out")
    .option("--out <prefix>", "writes PREFIX.touchstone_comparison_mqc.json, ... (needed)")
    .option("--sample <name>", "by which MultiQC is to know it; that of the query, or the end of PREFIX, unless given")
    .addOption(logFormatOption())
    .action((target: string, values: MultiqcArguments) => reportMultiqc(target, values, context));
  reportCommand(
    command,
    "run",
    "a run of the records: disposition, verdicts, comparisons, files, place in the audit trail",
  )
    .argument("<run>", "name or id")
    .option(...DATA_OPTION)
    .action((run: string, values: ReportArguments) => reportRun(run, values, context));
  reportCommand(
    command,
    "monthly",
    "the review of an assay's month: runs, verdicts, alerts, actions, trends, changes, lots",
  )
    .option("--assay <name>", "whose month (needed)")
    .option("--month <month>", "in UTC, as 2026-03 (needed)")
    .option(...DATA_OPTION)
    .action((values: MonthlyArguments) => reportMonth(values, context));
  reportCommand(
    command,
    "validation",
    "the validation of a pipeline version: criteria and outcome, accuracy, reproducibility, limitations",
  )
    .option("--assay <name>", "for which it is validated (needed)")
    .option("--assay-version <n>", "the version in force unless given", integerBetween(1, 2 ** 31 - 1))
    .option("--pipeline <name>", "as runs name it (needed)")
    .option("--pipeline-version <version>", "as runs name it (needed)")
    .option("--performed-from <time>", "runs from then on; all unless given", parseTime)
    .option("--performed-before <time>", "runs before then; all unless given", parseTime)
    .option(...DATA_OPTION)
    .action((values: ValidationArguments) => reportValidation(values, context));
}

function reportCommand(command: Command, name: string, description: string): Command {
  return command
    .command(name)
    .description(description)
    .option("--out <file>", "HTML file to write (needed)")
    .addOption(logFormatOption());
}

async function reportComparison(target: string, values: ReportArguments, context: CommandContext): Promise<void> {
  const { out } = requireOptions(values, ["out"]);
  const { reportedComparison } = await import("../report/comparison-files.ts");
  const { comparisonPage } = await import("../report/comparison-page.ts");
  write(out, comparisonPage(reportedComparison(target), null), context);
}

async function reportReproducibility(target: string, values: ReportArguments, context: CommandContext): Promise<void> {
  const { out } = requireOptions(values, ["out"]);
  const { reproducibilityPage } = await import("../report/reproducibility-page.ts");
  write(out, reproducibilityPage(target), context);
}

async function reportBenchmark(list: string, values: ReportArguments, context: CommandContext): Promise<void> {
  const { out } = requireOptions(values, ["out"]);
  const { writeBenchmark } = await import("../report/benchmark-files.ts");
  for (const path of writeBenchmark(list, out)) context.environment.stdout.write(`${path}\n`);
}

async function reportMultiqc(target: string, values: MultiqcArguments, context: CommandContext): Promise<void> {
  const { out } = requireOptions(values, ["out"]);
  const { writeMultiqc } = await import("../report/multiqc-files.ts");
  for (const path of writeMultiqc(target, out, values.sample)) context.environment.stdout.write(`${path}\n`);
}

async function reportRun(run: string, values: ReportArguments, context: CommandContext): Promise<void> {
  const { out } = requireOptions(values, ["out"]);
  const { runPage } = await import("../report/recorded-page.ts");
  await writeRecorded(out, values, context, (client) => runPage(client, run));
}

async function reportMonth(values: MonthlyArguments, context: CommandContext): Promise<void> {
  const { out, assay, month } = requireOptions(values, ["out", "assay", "month"]);
  const { monthlyPage } = await import("../report/recorded-page.ts");
  await writeRecorded(out, values, context, (client) => monthlyPage(client, { assay, month }));
}

async function reportValidation(values: ValidationArguments, context: CommandContext): Promise<void> {
  const given = requireOptions(values, ["out", "assay", "pipeline", "pipelineVersion"]);
  const { validationPage } = await import("../report/recorded-page.ts");
  const { assay, pipeline, pipelineVersion } = given;
  const { assayVersion, performedFrom, performedBefore } = values;
  const query = {
    assay,
    ...(assayVersion === undefined ? {} : { version: assayVersion }),
    ...(performedFrom === undefined ? {} : { performedFrom }),
    ...(performedBefore === undefined ? {} : { performedBefore }),
  };
  await writeRecorded(given.out, values, context, (client) =>
    validationPage(client, query, { pipeline, version: pipelineVersion }),
  );
}

async function writeRecorded(
  out: string,
  values: ReportArguments,
  context: CommandContext,
  page: (client: TouchstoneClient) => Promise<string>,
): Promise<void> {
  const { withConnection } = await import("../server/connect.ts");
  await withConnection(values, async ({ client }) => write(out, await page(client), context), { make: false });
}

function write(out: string, page: string, { environment }: CommandContext): void {
  writeWhole(out, page);
  environment.stdout.write(`${out}\n`);
}
