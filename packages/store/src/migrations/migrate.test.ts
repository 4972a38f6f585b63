import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createTestDatabase, databaseKinds, type TestDatabase } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { insertExampleRows } from "../../test/example-rows.ts";
import { migrate } from "./migrate.ts";
import { migrationStatus, requireMigrated } from "./migration-status.ts";
import { type Migration, readMigrations } from "./read-migrations.ts";

const shipped = readMigrations();
const numbersOf = (migrations: readonly { number: number }[]) => migrations.map(({ number }) => number);

describe.each(databaseKinds)("migrations on %s", (kind) => {
  let opened: TestDatabase;

  beforeAll(async () => {
    opened = await createTestDatabase(kind);
  });

  beforeEach(async () => {
    await sql`drop schema public cascade`.execute(opened.database.kysely);
    await sql`create schema public`.execute(opened.database.kysely);
  });

  afterAll(() => opened.remove());

  test("a new database gets all, in order, and a second call changes nothing", async () => {
    const { database } = opened;
    expect((await migrationStatus(database.kysely)).pending).toEqual(shipped);
    await expect(requireMigrated(database.kysely)).rejects.toMatchObject({
      code: "TS_MIGRATION_PENDING",
      details: { migration: "0001_core" },
    });
    expect(await migrate(database)).toEqual(shipped);
    expect(await migrate(database)).toEqual([]);
    await requireMigrated(database.kysely);
    const { applied, pending } = await migrationStatus(database.kysely);
    expect(applied.map(({ name, sha256 }) => ({ name, sha256 }))).toEqual(
      shipped.map(({ name, sha256 }) => ({ name, sha256 })),
    );
    expect(pending).toEqual([]);
  });

  test.each(shipped.slice(0, -1).map((migration, index) => [migration.name, index + 1] as const))(
    "a database at %s with records goes on to the newest",
    async (_, count) => {
      const { database } = opened;
      await migrate(database, shipped.slice(0, count));
      await insertExampleRows(database.kysely);
      expect(await migrate(database)).toEqual(shipped.slice(count));
      const runs = await database.kysely.selectFrom("run").select("name").execute();
      expect(runs).toEqual([{ name: "run-1" }]);
      const occurrences = database.kysely.selectFrom("alert_occurrence").select(["key", "number"]).orderBy("number");
      const withAlerts = [
        { key: "first", number: 1 },
        { key: "second", number: 2 },
      ];
      expect(await occurrences.execute()).toEqual(count < 4 ? [] : withAlerts);
    },
  );

  test("a migration that was changed after it was applied is refused", async () => {
    const { database } = opened;
    await migrate(database, shipped.slice(0, 1));
    const changed = shipped.map((each, index) => (index === 0 ? { ...each, sha256: "0".repeat(64) } : each));
    await expect(migrate(database, changed)).rejects.toMatchObject({
      code: "TS_MIGRATION_CHANGED",
      details: { migration: "0001_core" },
      message: expect.stringContaining("changed after it was applied"),
    });
    expect(numbersOf((await migrationStatus(database.kysely)).applied)).toEqual([1]);
  });

  test("a database from a newer version, and one that lacks a migration in between, are refused", async () => {
    const { database } = opened;
    await migrate(database);
    await expect(migrationStatus(database.kysely, shipped.slice(0, -1))).rejects.toMatchObject({
      code: "TS_MIGRATION_CHANGED",
      message: expect.stringContaining("does not know"),
    });
    await sql`delete from migration where number = 1`.execute(database.kysely);
    await expect(migrate(database)).rejects.toMatchObject({
      code: "TS_MIGRATION_CHANGED",
      message: expect.stringContaining("not 0001_core, which comes before it"),
    });
  });

  test("of a migration that fails nothing stays, and those before it do", async () => {
    const { database } = opened;
    const broken: Migration[] = [
      { number: 1, name: "0001_good", sql: "create table good (id integer)", sha256: "1".repeat(64) },
      { number: 2, name: "0002_broken", sql: "create table half (id integer); select 1/0", sha256: "2".repeat(64) },
    ];
    await expect(migrate(database, broken)).rejects.toMatchObject({
      code: "TS_MIGRATION_FAILED",
      message: expect.stringContaining("division by zero"),
    });
    const { rows } = await sql`select to_regclass('good') is not null as good, to_regclass('half') as half`.execute(
      database.kysely,
    );
    expect(rows).toEqual([{ good: true, half: null }]);
  });

  test.runIf(kind === "postgresql")("of processes that migrate at once one does each migration", async () => {
    const code = `
      import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, "../database/open-database.ts"))};
      import { migrate } from ${JSON.stringify(join(import.meta.dirname, "migrate.ts"))};
      const database = await openDatabase(${JSON.stringify(opened.source)});
      console.log(JSON.stringify((await migrate(database)).map(({ number }) => number)));
      await database.close();`;
    const argv = ["--conditions=@touchstone/source", "--input-type=module", "--eval", code];
    const run = promisify(execFile);
    const outputs = await Promise.all([1, 2].map(() => run(process.execPath, argv)));
    const done = outputs.flatMap(({ stdout }) => JSON.parse(stdout) as number[]);
    expect(done.sort((a, b) => a - b)).toEqual(numbersOf(shipped));
  });
});

test("two files with one number are refused, other files are not looked at", () => {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-migrations-"));
  for (const file of ["0002_b.sql", "0001_a.sql", "notes.md"]) writeFileSync(join(folder, file), "select 1;\n");
  expect(readMigrations(folder).map(({ name }) => name)).toEqual(["0001_a", "0002_b"]);
  writeFileSync(join(folder, "0002_c.sql"), "select 1;\n");
  expect(() => readMigrations(folder)).toThrow(expect.objectContaining({ code: "TS_MIGRATION_CHANGED" }));
  rmSync(folder, { recursive: true });
  expect(() => readMigrations(folder)).toThrow(expect.objectContaining({ code: "TS_MIGRATION_CHANGED" }));
});
