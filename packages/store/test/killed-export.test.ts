import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createTestFolder, removeTestFolder } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../src/database/open-database.ts";
import { exportParquet } from "../src/export/export-parquet.ts";
import { openExportTarget } from "../src/export/export-target.ts";
import { migrate } from "../src/migrations/migrate.ts";
import { exportedRows } from "./exported-files.ts";

const EXPORTER = fileURLToPath(new URL("export-until-killed.ts", import.meta.url));
const DAYS = 12;
const TASKS = 400;

let dataFolder: string;
let folder: string;

beforeAll(async () => {
  dataFolder = await createTestFolder();
  folder = mkdtempSync(join(tmpdir(), "touchstone-export-"));
  await withRecords(async (database) => {
    await migrate(database);
    await sql`
      insert into run (id, name, performed_at)
      select gen_random_uuid(), 'run-' || n, timestamptz '2026-01-01 10:00+00' + n * interval '1 day'
      from generate_series(1, ${DAYS}) n`.execute(database.kysely);
    await sql`
      insert into run_task (id, run_id, number, process, status)
      select gen_random_uuid(), run.id, n, 'P' || n, 'completed' from run, generate_series(1, ${TASKS}) n
    `.execute(database.kysely);
  });
});

afterAll(() => {
  removeTestFolder(dataFolder);
  rmSync(folder, { recursive: true });
});

async function withRecords<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataFolder });
  return await work(database).finally(() => database.close());
}

async function exportOnce() {
  const target = await openExportTarget(folder);
  return await withRecords(({ kysely }) => exportParquet(kysely, target)).finally(() => target.close());
}

/** Paths that an exporter said were in place before it was killed after so many of them. */
async function killAfter(files: number): Promise<Set<string>> {
  const argv = ["--conditions=@touchstone/source", EXPORTER, dataFolder, folder];
  const exporter = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(exporter, "exit");
  const told: string[] = [];
  for await (const path of createInterface({ input: exporter.stdout })) {
    told.push(path);
    if (told.length === files) exporter.kill("SIGKILL");
  }
  await ended;
  return new Set(told);
}

test("an exporter killed at any time leaves whole files alone, each row once, and the next completes them", async () => {
  for (const files of [1, 5, DAYS, DAYS + 3, 2 * DAYS + 7]) {
    const told = await killAfter(files);
    const found = await exportedRows(folder);
    expect([...found.keys()]).toEqual(expect.arrayContaining([...told]));
    for (const rows of found.values()) {
      expect(rows).toHaveLength(TASKS);
      // The changes between exports touch all rows of a file: it is of one export.
      expect(new Set(rows.map((row) => row.run_is_imported)).size).toBe(1);
    }
    const ids = [...found.values()].flat().map((row) => row.run_task_id);
    expect(new Set(ids).size).toBe(found.size * TASKS);
  }
  const { run_task: completed } = await exportOnce();
  expect(completed).toMatchObject({ rows: DAYS * TASKS, partitions: DAYS, emptied: 0 });
  expect((await exportedRows(folder)).size).toBe(DAYS);
  expect((await exportOnce()).run_task).toMatchObject({ partitions: DAYS, written: 0, emptied: 0 });
});

test("what killed exporters left unfinished is removed a day later", async () => {
  const staging = join(folder, "_unfinished");
  const left = readdirSync(staging);
  expect(left.length).toBeGreaterThan(0);
  for (const name of left.slice(1)) {
    utimesSync(join(staging, name), new Date(0), new Date(0));
  }
  await (await openExportTarget(folder)).close();
  expect(readdirSync(staging)).toEqual(left.slice(0, 1));
});
