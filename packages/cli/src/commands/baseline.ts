import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { defineEstablish } from "./baseline-establish.ts";
import { defineShow } from "./baseline-show.ts";
import { defineApprove, defineRetire } from "./baseline-sign.ts";

/** Adds the commands `touchstone baseline ...`. */
export function define(command: Command, context: CommandContext): void {
  defineEstablish(command.command("establish"), context);
  defineShow(command.command("show"), context);
  defineApprove(command.command("approve"), context);
  defineRetire(command.command("retire"), context);
}
