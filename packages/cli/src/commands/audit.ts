import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { defineAnchor } from "./audit-anchor.ts";
import { defineList } from "./audit-list.ts";
import { defineVerify } from "./audit-verify.ts";

/** Adds the commands `touchstone audit ...`. */
export function define(command: Command, context: CommandContext): void {
  defineList(command.command("list"), context);
  defineVerify(command.command("verify"), context);
  defineAnchor(command.command("anchor"), context);
}
