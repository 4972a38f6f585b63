import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { createTestDatabase, databaseKinds, type TestDatabase } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertExampleRows } from "../../test/example-rows.ts";
import type { Database } from "../database/open-database.ts";
import { migrate } from "../migrations/migrate.ts";
import { type BackupContent, verifyBackup } from "./backup-file.ts";
import { createBackup } from "./create-backup.ts";
import { restoreBackup } from "./restore-backup.ts";
import { verifyDatabase } from "./verify-database.ts";

const directions = databaseKinds.flatMap((from) => databaseKinds.map((to) => [from, to] as const));

let folder: string;
const opened = new Map<Database["kind"], TestDatabase>();
const backups = new Map<Database["kind"], { path: string; content: BackupContent }>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-backup-"));
  for (const kind of databaseKinds) {
    const created = await createTestDatabase(kind);
    opened.set(kind, created);
    await migrate(created.database);
    await insertExampleRows(created.database.kysely);
    await insertEvents(created.database, 4500);
    const path = join(folder, `${kind}.backup`);
    backups.set(kind, { path, content: await createBackup(created.database.kysely, path) });
  }
});

afterAll(async () => {
  for (const { remove } of opened.values()) await remove();
  rmSync(folder, { recursive: true });
});

/** More rows than are in memory at a time, with text of all sorts. */
async function insertEvents({ kysely }: Database, count: number): Promise<void> {
  await sql`
    insert into event (topic, record_kind, record_id, payload)
    select 'topic ' || n, 'run', '0190b6c2-7f10-7000-8000-000000000001', jsonb_build_object('n', n, 'text', E'\\\\ "é\n\u2028')
    from generate_series(1, ${sql.lit(count)}) as n
  `.execute(kysely);
}

function of<T>(map: ReadonlyMap<Database["kind"], T>, kind: Database["kind"]): T {
  return map.get(kind) as T;
}

async function empty({ kysely }: Database): Promise<void> {
  await sql`drop schema public cascade`.execute(kysely);
  await sql`create schema public`.execute(kysely);
}

/** Writes a backup's text with a change, compressed again. */
function altered(path: string, change: (text: string) => string): string {
  const text = change(gunzipSync(readFileSync(path)).toString());
  const changed = join(folder, "altered.backup");
  writeFileSync(changed, gzipSync(text));
  return changed;
}

describe.each(databaseKinds)("a backup of %s", (kind) => {
  test("counts the rows of every table, and is what verification finds", async () => {
    const { path, content } = of(backups, kind);
    expect(content.tables.run?.rows).toBe(1);
    expect(content.tables.measurement?.rows).toBe(2);
    expect(content.tables.event?.rows).toBe(4502);
    expect(content.tables.promotion?.rows).toBe(0);
    expect(await verifyBackup(path)).toEqual(content);
    expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  test("never replaces a file, and leaves none behind where it cannot be written", async () => {
    const { kysely } = of(opened, kind).database;
    const existing = join(folder, "existing");
    writeFileSync(existing, "kept");
    await expect(createBackup(kysely, existing)).rejects.toMatchObject({ code: "TS_BACKUP_UNWRITABLE" });
    expect(readFileSync(existing, "utf8")).toBe("kept");
    await expect(createBackup(kysely, join(folder, "none/x"))).rejects.toMatchObject({ code: "TS_BACKUP_UNWRITABLE" });
    expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
  });
});

describe("a file that is no whole backup is refused", () => {
  const refused = { code: "TS_BACKUP_INVALID" };
  const path = () => of(backups, "pglite").path;

  test.each<[string, (text: string) => string]>([
    ["a changed value", (text) => text.replace("topic 17", "topic 71")],
    ["a row less", (text) => text.replace(/^\["17"[^\n]*\n/m, "")],
    ["two rows exchanged", (text) => text.replace(/^(\["17"[^\n]*\n)(\["18"[^\n]*\n)/m, "$2$1")],
    ["a table less", (text) => text.replace(/^\{"table":"run",.*\n.*\n/m, "")],
    ["no end", (text) => text.replace(/^\{"end".*\n/m, "")],
    ["half a line", (text) => text.slice(0, -10)],
    ["another header", (text) => text.replace("touchstone/backup/1", "touchstone/backup/9")],
    ["no JSON", (text) => text.replace(/^\{"table":"run"/m, "{table:run")],
  ])("%s", async (_, change) => {
    expect(change(gunzipSync(readFileSync(path())).toString())).not.toBe(gunzipSync(readFileSync(path())).toString());
    await expect(verifyBackup(altered(path(), change))).rejects.toMatchObject(refused);
  });

  test("cut off, not compressed, and not there", async () => {
    const cut = join(folder, "cut.backup");
    writeFileSync(cut, readFileSync(path()).subarray(0, 9000));
    await expect(verifyBackup(cut)).rejects.toMatchObject(refused);
    writeFileSync(cut, "text");
    await expect(verifyBackup(cut)).rejects.toMatchObject(refused);
    await expect(verifyBackup(join(folder, "missing"))).rejects.toMatchObject(refused);
  });
});

describe.each(directions)("a backup of %s restored into %s", (from, to) => {
  test("holds the same rows, and its database goes on", async () => {
    const { path, content } = of(backups, from);
    const { database } = of(opened, to);
    await empty(database);
    expect(await restoreBackup(database, path)).toEqual(content);
    expect(await verifyDatabase(database.kysely)).toEqual(content.tables);
    await insertEvents(database, 1);
    const { rows } = await sql`select max(number) as last from event`.execute(database.kysely);
    expect(rows).toEqual([{ last: 4503 }]);
  });
});

describe.each(databaseKinds)("restoring into %s", (kind) => {
  test("is refused where tables are, and changes nothing", async () => {
    const { database } = of(opened, kind);
    const before = await verifyDatabase(database.kysely);
    await expect(restoreBackup(database, of(backups, kind).path)).rejects.toMatchObject({
      code: "TS_DATABASE_NOT_EMPTY",
    });
    expect(await verifyDatabase(database.kysely)).toEqual(before);
  });

  test("leaves the database empty when a row breaks a rule or the migrations differ", async () => {
    const { database } = of(opened, kind);
    await empty(database);
    const { path, content } = of(backups, kind);
    const unknown = altered(path, (text) => text.replace(content.migrations[0]?.sha256 ?? "", "0".repeat(64)));
    await expect(restoreBackup(database, unknown)).rejects.toMatchObject({ code: "TS_MIGRATION_CHANGED" });
    const impossible = altered(path, (text) => {
      const [row] = text.match(/^\[.*"BRAF V600E".*\n/m) ?? [""];
      const rows = text.match(/^\[.*"BRAF V600E".*\n/gm) ?? [];
      const changed = row.replace(/"vaf","[^"]+"/, '"vaf","1.5"');
      const digest = createHash("sha256").update(rows.join("").replace(row, changed)).digest("hex");
      return text.replace(row, changed).replace(content.tables.measurement?.sha256 ?? "", digest);
    });
    await verifyBackup(impossible);
    await expect(restoreBackup(database, impossible)).rejects.toMatchObject({ code: "23514" });
    const { rows } = await sql`select count(*) as tables from pg_tables where schemaname = 'public'`.execute(
      database.kysely,
    );
    expect(rows).toEqual([{ tables: 0 }]);
  });
});
