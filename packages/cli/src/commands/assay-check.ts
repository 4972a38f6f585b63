import { obstaclesToApproval, readAssay } from "@touchstone/quality";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { readText } from "../read-text.ts";
import { assayText } from "./assay-text.ts";
import { logFormatOption } from "./shared-options.ts";

/** The options of `touchstone assay check` as commander hands them over. */
interface CheckArguments {
  readonly json?: boolean;
  readonly failOn?: "unapprovable";
}

/** Adds options and action of `touchstone assay check`. */
export function defineCheck(command: Command, context: CommandContext): void {
  command
    .description("check an assay definition, and show what it holds and what keeps it from being approved")
    .argument("<file>", "definition, YAML or JSON")
    .addOption(
      command.createOption("--fail-on <what>", "exit with 1 unless it can be approved").choices(["unapprovable"]),
    )
    .option("--json", "print the definition as JSON")
    .addOption(logFormatOption())
    .action((file: string, values: CheckArguments) => checkAssay(file, values, context));
}

function checkAssay(file: string, { json, failOn }: CheckArguments, { environment, failCheck }: CommandContext): void {
  const text = readText(file);
  const assay = readAssay(text, file);
  const obstacles = obstaclesToApproval(text, file);
  const printed =
    json === true
      ? JSON.stringify(
          { ...assay, obstacles: obstacles.map(({ message, details }) => ({ message, ...details })) },
          null,
          2,
        )
      : assayText(assay, obstacles);
  environment.stdout.write(`${printed}\n`);
  if (failOn === "unapprovable" && obstacles.length > 0) failCheck();
}
