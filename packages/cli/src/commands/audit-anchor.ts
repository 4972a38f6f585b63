import type { Database } from "@touchstone/store";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { type DatabaseArguments, databaseOptions, printResult, withDatabase } from "./db-source.ts";
import { requireOptions } from "./shared-options.ts";

interface AnchorArguments extends DatabaseArguments {
  readonly anchor?: string;
  readonly key?: string;
}

/** Adds options and action of `touchstone audit anchor`. */
export function defineAnchor(command: Command, context: CommandContext): void {
  databaseOptions(command.description("check the audit trail since the last anchor, sign its end and keep that"))
    .usage("--anchor FILE --key FILE [options]")
    .option("--anchor <file>", "file that the anchor is appended to, kept where the database is not (needed)")
    .option("--key <file>", "private key, made on first use; its public key is written to FILE.pub (needed)")
    .action((values: AnchorArguments) => {
      const { anchor, key } = requireOptions(values, ["anchor", "key"]);
      return withDatabase(values, false, (database) => runAnchor(database, { ...values, anchor, key }, context));
    });
}

async function runAnchor(
  database: Database,
  { anchor: path, key: keyPath, json }: AnchorArguments & { anchor: string; key: string },
  context: CommandContext,
): Promise<void> {
  const store = await import("@touchstone/store");
  await store.requireMigrated(database.kysely);
  const key = store.loadAnchorKey(keyPath);
  store.writePublicKey(`${keyPath}.pub`, key.publicKey);
  const anchoring = new store.AuditAnchoring({ database: database.kysely, sink: store.fileAnchorSink(path), key });
  const anchor = await anchoring.anchor();
  const text =
    anchor === null
      ? `${path}: there is nothing to anchor: the trail is empty, or no row was added since the last anchor`
      : `${path}: row ${anchor.sequence} of ${anchor.time} is anchored`;
  printResult(context, json, { anchorFile: path, publicKeyFile: `${keyPath}.pub`, anchor }, text);
}
