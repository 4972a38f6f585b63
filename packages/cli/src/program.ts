import { Command } from "commander";
import type { CommandContext, CommandEntry } from "./command.ts";
import { readVersion } from "./version.ts";

const HELP_WIDTH = 100;

/**
 * The command-line parser for one call. Only the command that `argv` names is loaded; the others stand in it as name
 * and summary, which is all that the help shows of them.
 */
export async function createProgram(
  argv: readonly string[],
  entries: readonly CommandEntry[],
  context: CommandContext,
): Promise<Command> {
  const { stdout, stderr } = context.environment;
  const program = new Command("touchstone")
    .description("Tells whether the measurements of a sequencing laboratory can be relied on.")
    .version(readVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help of a command")
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
    })
    .exitOverride();

  const requested = requestedCommand(argv);
  for (const entry of entries) {
    const command = program.command(entry.name).description(entry.summary);
    if (entry.name === requested) {
      (await entry.load()).define(command, context);
    }
  }
  return program;
}

/** The first word that is no option, or the word after `help`. */
function requestedCommand(argv: readonly string[]): string | undefined {
  const words = argv.filter((argument) => !argument.startsWith("-"));
  return words[0] === "help" ? words[1] : words[0];
}
