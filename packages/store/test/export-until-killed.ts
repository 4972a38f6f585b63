// Exports records again and again, changing every file in between, and prints each path once its file is in place.
import { sql } from "kysely";
import { openDatabase } from "../src/database/open-database.ts";
import { exportParquet } from "../src/export/export-parquet.ts";
import { openExportTarget } from "../src/export/export-target.ts";

const [dataFolder = "", folder = ""] = process.argv.slice(2);
const { kysely } = await openDatabase({ dataFolder });
const target = await openExportTarget(folder);
for (;;) {
  await sql`update run set is_imported = not is_imported`.execute(kysely);
  await exportParquet(kysely, target, { onPartition: (path) => process.stdout.write(`${path}\n`) });
}
