import { CommanderError } from "commander";
import type { CommandEntry } from "./command.ts";
import { commands } from "./commands/index.ts";
import { describeError } from "./describe-error.ts";
import type { Environment } from "./environment.ts";
import { createProgram } from "./program.ts";
import { createReporter } from "./reporter/create-reporter.ts";

const SHOWN_HELP = new Set(["commander.help", "commander.helpDisplayed", "commander.version"]);

/**
 * Carries out one command line, without the program's name.
 *
 * @returns the exit code; nothing is thrown, since every error has been reported.
 */
export async function run(
  argv: readonly string[],
  environment: Environment,
  entries: readonly CommandEntry[] = commands,
): Promise<number> {
  const reporter = await createReporter(argv, environment.stderr);
  let exitCode = 0;
  const failCheck = () => {
    exitCode = 1;
  };
  try {
    const program = await createProgram(argv, entries, { environment, reporter, failCheck });
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && SHOWN_HELP.has(error.code)) {
      // Help that was not asked for, because no command was named, is commander's exit code 1.
      return error.exitCode === 0 ? 0 : 2;
    }
    const described = describeError(error, environment.debug);
    reporter.error(described);
    return described.exitCode;
  }
}
