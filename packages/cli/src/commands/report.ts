import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { logFormatOption, requireOptions } from "./shared-options.ts";
import { writeWhole } from "./write-whole.ts";

interface ReportArguments {
  readonly out?: string;
  readonly data?: string;
}

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
  reportCommand(
    command,
    "run",
    "a run of the records: disposition, verdicts, comparisons, files, place in the audit trail",
  )
    .argument("<run>", "name or id")
    .option("--data <folder>", "folder of the records, or of the server that holds them; otherwise as touchstone runs")
    .action((run: string, values: ReportArguments) => reportRun(run, values, context));
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

async function reportRun(run: string, values: ReportArguments, context: CommandContext): Promise<void> {
  const { out } = requireOptions(values, ["out"]);
  const { withConnection } = await import("../server/connect.ts");
  const { runPage } = await import("../report/recorded-page.ts");
  await withConnection(values, async ({ client }) => write(out, await runPage(client, run), context), { make: false });
}

function write(out: string, page: string, { environment }: CommandContext): void {
  writeWhole(out, page);
  environment.stdout.write(`${out}\n`);
}
