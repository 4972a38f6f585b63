import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { defineAdd } from "./assay-add.ts";
import { defineApprove } from "./assay-approve.ts";
import { defineCheck } from "./assay-check.ts";
import { defineExample } from "./assay-example.ts";

/** Adds the commands `touchstone assay ...`. */
export function define(command: Command, context: CommandContext): void {
  defineCheck(command.command("check"), context);
  defineExample(command.command("example"), context);
  defineAdd(command.command("add"), context);
  defineApprove(command.command("approve"), context);
}
