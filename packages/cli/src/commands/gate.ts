import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { defineGateCompare } from "./gate-compare.ts";

/** Adds the commands of `touchstone gate`. */
export function define(command: Command, context: CommandContext): void {
  defineGateCompare(command.command("compare"), context);
}
