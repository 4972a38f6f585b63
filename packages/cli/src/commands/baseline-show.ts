import { readBaseline } from "@touchstone/quality";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { readText } from "../read-text.ts";
import { printBaseline } from "./baseline-text.ts";
import { logFormatOption } from "./shared-options.ts";

/** Adds options and action of `touchstone baseline show`. */
export function defineShow(command: Command, { environment }: CommandContext): void {
  command
    .description("check a baseline for alterations and show its limits")
    .argument("<file>", "baseline")
    .option("--json", "print the file's contents")
    .addOption(logFormatOption())
    .action((file: string, { json }: { json?: boolean }) => {
      printBaseline(readBaseline(readText(file), file), json === true, environment);
    });
}
