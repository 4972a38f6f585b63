import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { defineFetch } from "./truth-fetch.ts";
import { defineList, defineShow } from "./truth-list.ts";
import { defineVerify } from "./truth-verify.ts";

/** Adds the commands `touchstone truth ...`. */
export function define(command: Command, context: CommandContext): void {
  defineList(command.command("list"), context);
  defineShow(command.command("show"), context);
  defineFetch(command.command("fetch"), context);
  defineVerify(command.command("verify"), context);
}
