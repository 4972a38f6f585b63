import type { Database } from "@touchstone/store";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { openAnchors } from "../server/anchors.ts";
import { type DatabaseArguments, databaseOptions, printResult, withDatabase } from "./db-source.ts";
import { requireOptions } from "./shared-options.ts";

interface AnchorArguments extends DatabaseArguments {
  readonly anchor?: string;
  readonly key?: string;
}

/** Adds options and action of `touchstone audit anchor`. */
export function defineAnchor(command: Command, context: CommandContext): void {
  databaseOptions(command.description("check the audit trail since the last anchor, sign its end and keep that"))
    .usage("--anchor PLACE --key FILE [options]")
    .option(
      "--anchor <place>",
      "file, or s3://bucket/prefix, that the anchor is added to, away from the database (needed)",
    )
    .option("--key <file>", "private key, made on first use; its public key is written to FILE.pub (needed)")
    .action((values: AnchorArguments) => {
      const { anchor, key } = requireOptions(values, ["anchor", "key"]);
      return withDatabase(values, false, (database) => runAnchor(database, { ...values, anchor, key }, context));
    });
}

async function runAnchor(
  database: Database,
  { anchor: place, key: keyPath, json }: AnchorArguments & { anchor: string; key: string },
  context: CommandContext,
): Promise<void> {
  const store = await import("@touchstone/store");
  await store.requireMigrated(database.kysely);
  const { sink, key } = await openAnchors({ place, key: keyPath });
  const anchoring = new store.AuditAnchoring({ database: database.kysely, sink, key });
  const anchor = await anchoring.anchor();
  const text =
    anchor === null
      ? `${place}: there is nothing to anchor: the trail is empty, or no row was added since the last anchor`
      : `${place}: row ${anchor.sequence} of ${anchor.time} is anchored`;
  printResult(context, json, { anchorPlace: place, publicKeyFile: `${keyPath}.pub`, anchor }, text);
}
