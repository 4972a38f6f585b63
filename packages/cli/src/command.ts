import type { Command } from "commander";
import type { Environment } from "./environment.ts";
import type { Reporter } from "./reporter/reporter.ts";

/** What a command is given beside its arguments. */
export interface CommandContext {
  readonly environment: Environment;
  readonly reporter: Reporter;
  /** Makes 1 the exit code of a command that was carried out: a check that it was to make did not pass. */
  failCheck(): void;
}

/** A module of `commands/`: adds its options and action to an empty command. */
export interface CommandModule {
  define(command: Command, context: CommandContext): void;
}

/** A command as the general help lists it; its code is loaded only when it is asked for. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<CommandModule>;
}
