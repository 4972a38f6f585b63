import { createRequire } from "node:module";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { readText } from "../read-text.ts";
import { logFormatOption } from "./shared-options.ts";

/** Adds options and action of `touchstone assay example`. */
export function defineExample(command: Command, { environment }: CommandContext): void {
  command
    .description("print an example of an assay definition, to be edited")
    .addOption(logFormatOption())
    .action(() => {
      const path = createRequire(import.meta.url).resolve("@touchstone/quality/assays/germline-wgs.yaml");
      environment.stdout.write(readText(path));
    });
}
