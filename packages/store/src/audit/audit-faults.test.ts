import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgresAvailable, startPostgres } from "@touchstone/test-support";
import { createTestFolder, removeTestFolder } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { appendExamples } from "../../test/audit-trail.ts";
import { createBackup } from "../backup/create-backup.ts";
import { restoreBackup } from "../backup/restore-backup.ts";
import { type Database, openDatabase } from "../database/open-database.ts";
import { migrate } from "../migrations/migrate.ts";
import { verifyAudit } from "./verify-audit.ts";

const WRITER = join(import.meta.dirname, "../../test/append-until-killed.ts");
const ENOUGH = 40;

type Source = { readonly url: string } | { readonly dataFolder: string };

async function prepare(source: Source): Promise<void> {
  const database = await openDatabase(source);
  await migrate(database);
  await sql`create table written (number bigint primary key)`.execute(database.kysely);
  await database.close();
}

/** Starts a writer; once it had some writes acknowledged, `interrupt` ends it. Returns the last acknowledged number. */
async function writeUntil(source: Source, interrupt: (kill: () => void) => unknown): Promise<number> {
  const argv = ["--conditions=@touchstone/source", WRITER, JSON.stringify(source)];
  const writer = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "ignore"] });
  const ended = once(writer, "exit");
  let output = "";
  let interrupted: Promise<unknown> | null = null;
  for await (const text of writer.stdout.setEncoding("utf8")) {
    output += text;
    if (interrupted === null && output.split("\n").length > ENOUGH) {
      interrupted = Promise.resolve(interrupt(() => writer.kill("SIGKILL")));
    }
  }
  await Promise.all([ended, interrupted]);
  return Number(output.trim().split("\n").at(-1));
}

async function expectNothingLost({ kysely }: Database, acknowledged: number): Promise<void> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from written`.execute(kysely);
  const written = Number(rows[0]?.n);
  expect(acknowledged).toBeGreaterThanOrEqual(ENOUGH);
  expect(written).toBeGreaterThanOrEqual(acknowledged);
  // As many events as records, neither half without the other, and a chain without a gap.
  expect(await verifyAudit(kysely)).toMatchObject({ holds: true, to: written, checked: written });
}

test("a writer on PGlite that is killed leaves every acknowledged event, and none without its record", async () => {
  const dataFolder = await createTestFolder();
  await prepare({ dataFolder });
  const acknowledged = await writeUntil({ dataFolder }, (kill) => kill());
  const database = await openDatabase({ dataFolder });
  await expectNothingLost(database, acknowledged);
  await database.close();
  removeTestFolder(dataFolder);
});

describe.skipIf(!postgresAvailable())("on PostgreSQL", () => {
  test("a trail that is restored from a backup is the same, and goes on", async () => {
    const server = await startPostgres();
    const folder = mkdtempSync(join(tmpdir(), "touchstone-trail-"));
    const from = await openDatabase({ url: server.url });
    const to = await openDatabase({ url: server.createDatabase("restored") });
    try {
      await migrate(from);
      await appendExamples(from, 30);
      await createBackup(from.kysely, join(folder, "backup"));
      await restoreBackup(to, join(folder, "backup"));
      const original = await verifyAudit(from.kysely);
      expect(original).toMatchObject({ holds: true, to: 30 });
      expect(await verifyAudit(to.kysely)).toEqual(original);
      await appendExamples(to, 2);
      expect(await verifyAudit(to.kysely)).toMatchObject({ holds: true, to: 32 });
    } finally {
      await from.close();
      await to.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });

  test("nor does a writer that is killed, or a server that ends while it writes", async () => {
    const server = await startPostgres();
    try {
      for (const end of ["writer", "server"] as const) {
        const source = { url: server.createDatabase(end) };
        await prepare(source);
        const acknowledged = await writeUntil(source, (kill) => (end === "writer" ? kill() : server.restart()));
        const database = await openDatabase(source);
        await expectNothingLost(database, acknowledged);
        await database.close();
      }
    } finally {
      await server.stop();
    }
  });
});
