import { approveBaseline, readBaseline, retireBaseline } from "@touchstone/quality";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { readText } from "../read-text.ts";
import { printBaseline } from "./baseline-text.ts";
import { logFormatOption, requireOptions } from "./shared-options.ts";
import { writeWhole } from "./write-whole.ts";

interface SignArguments {
  readonly by?: string;
  readonly meaning?: string;
  readonly json?: boolean;
}

/** Adds options and action of `touchstone baseline approve`. */
export function defineApprove(command: Command, context: CommandContext): void {
  defineSignature(command, context, approveBaseline)
    .description("sign a baseline, so that runs can be judged by it")
    .usage("FILE --by NAME --meaning TEXT");
}

/** Adds options and action of `touchstone baseline retire`. */
export function defineRetire(command: Command, context: CommandContext): void {
  defineSignature(command, context, retireBaseline)
    .description("take an approved baseline out of use for later runs")
    .usage("FILE --by NAME --meaning TEXT");
}

function defineSignature(command: Command, { environment }: CommandContext, sign: typeof approveBaseline): Command {
  return command
    .argument("<file>", "baseline; the signature is added to it")
    .option("--by <name>", "who signs (needed)")
    .option("--meaning <text>", "what the signature means (needed)")
    .option("--json", "print the file's contents instead of a summary")
    .addOption(logFormatOption())
    .action((file: string, values: SignArguments) => {
      const { by, meaning } = requireOptions(values, ["by", "meaning"]);
      const baseline = readBaseline(readText(file), file);
      const signed = sign(baseline, { name: by, at: new Date().toISOString(), meaning });
      writeWhole(file, `${JSON.stringify(signed, null, 2)}\n`);
      printBaseline(signed, values.json === true, environment);
    });
}
