import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { defineBackup, defineRestore, defineVerify } from "./db-backup.ts";
import { defineMigrate, defineStatus } from "./db-migrate.ts";

/** Adds the commands `touchstone db ...`. */
export function define(command: Command, context: CommandContext): void {
  defineMigrate(command.command("migrate"), context);
  defineStatus(command.command("status"), context);
  defineBackup(command.command("backup"), context);
  defineRestore(command.command("restore"), context);
  defineVerify(command.command("verify"), context);
}
