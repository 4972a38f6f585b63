import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgresAvailable, startPostgres } from "@touchstone/test-support";
import { createTestFolder, databaseKinds, removeTestFolder } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { openDatabase } from "./open-database.ts";

const MODULE = join(import.meta.dirname, "open-database.ts");

/** A process that inserts rows into PGlite one by one and prints the number of each row once it is acknowledged. */
function insertElsewhere(dataFolder: string) {
  const code = `
    import { openDatabase } from ${JSON.stringify(MODULE)};
    import { sql } from ${JSON.stringify(import.meta.resolve("kysely"))};
    const { kysely } = await openDatabase({ dataFolder: ${JSON.stringify(dataFolder)}, checkpointInterval: 50 });
    await sql\`create table if not exists acknowledged (n integer primary key)\`.execute(kysely);
    for (let n = 0; ; n++) {
      await sql\`insert into acknowledged select coalesce(max(n), 0) + 1 from acknowledged\`.execute(kysely);
      console.log(n);
    }`;
  const argv = ["--conditions=@touchstone/source", "--input-type=module", "--eval", code];
  return spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
}

describe("a data folder", () => {
  test("is made where there is none, for its owner alone, and keeps rows from one opening to the next", async () => {
    const folder = mkdtempSync(join(tmpdir(), "touchstone-open-"));
    const dataFolder = join(folder, "new/data");
    const first = await openDatabase({ dataFolder });
    expect(first).toMatchObject({ kind: "pglite", place: dataFolder });
    expect(statSync(dataFolder).mode & 0o777).toBe(0o700);
    expect(readdirSync(dataFolder).sort()).toEqual(["database", "database.lock"]);
    await sql`create table kept as select 7 as n`.execute(first.kysely);
    await first.close();
    await first.close();
    expect(readdirSync(dataFolder)).toEqual(["database"]);
    const second = await openDatabase({ dataFolder });
    expect((await sql`select n from kept`.execute(second.kysely)).rows).toEqual([{ n: 7 }]);
    await second.close();
    rmSync(folder, { recursive: true });
  });

  test("half made by a process that was killed is made anew", async () => {
    const dataFolder = await createTestFolder();
    const unfinished = join(dataFolder, "database.unfinished");
    writeFileSync(unfinished, "half");
    const database = await openDatabase({ dataFolder });
    await database.close();
    removeTestFolder(dataFolder);
  });

  test("killed while it inserts has every acknowledged row, and one process at a time", async () => {
    const dataFolder = await createTestFolder();
    let acknowledged = 0;
    for (const enough of [40, 80, 120]) {
      const writer = insertElsewhere(dataFolder);
      for await (const chunk of writer.stdout) {
        acknowledged += String(chunk).split("\n").length - 1;
        if (acknowledged >= enough) break;
      }
      await expect(openDatabase({ dataFolder })).rejects.toMatchObject({
        code: "TS_DATA_FOLDER_LOCKED",
        details: { pid: writer.pid },
      });
      writer.kill("SIGKILL");
      await once(writer, "exit");
      const database = await openDatabase({ dataFolder });
      const { rows } = await sql<{ n: number; last: number }>`
        select count(*) as n, max(n) as last from acknowledged
      `.execute(database.kysely);
      await database.close();
      // Rows that were inserted, but of which no acknowledgement was read before the end, may be there too.
      expect(rows[0]?.n).toBeGreaterThanOrEqual(acknowledged);
      expect(rows[0]?.last).toBe(rows[0]?.n);
      acknowledged = rows[0]?.n ?? 0;
    }
    removeTestFolder(dataFolder);
  });

  test("whose database does not start is given back", async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), "touchstone-open-"));
    writeFileSync(join(dataFolder, "database"), "a file");
    await expect(openDatabase({ dataFolder })).rejects.toMatchObject({ code: "TS_DATABASE_UNAVAILABLE" });
    expect(existsSync(join(dataFolder, "database.lock"))).toBe(false);
    await expect(openDatabase({ dataFolder: join(dataFolder, "database/x") })).rejects.toMatchObject({
      code: "TS_DATABASE_UNAVAILABLE",
    });
    chmodSync(dataFolder, 0o700);
    rmSync(dataFolder, { recursive: true });
  });
});

describe("a server that cannot be used", () => {
  test.each([
    ["refuses connections", "postgresql://user:secret@127.0.0.1:1/database"],
    ["has no address", "postgresql://user:secret@touchstone.invalid/database"],
    ["is no address", "postgresql://user:secret@[/database"],
  ])("%s: an error without the password", async (_, url) => {
    const error = await openDatabase({ url }).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ code: "TS_DATABASE_UNAVAILABLE", message: expect.not.stringContaining("secret") });
  });
});

describe.runIf(databaseKinds.includes("postgresql") && postgresAvailable())("a server", () => {
  test("is told who asks, gives up statements in time, and is used again after it went away", async () => {
    const server = await startPostgres();
    const database = await openDatabase({ url: server.url, statementTimeout: 300, applicationName: "a test" });
    const { rows } = await sql`select current_setting('application_name') as name`.execute(database.kysely);
    expect(rows).toEqual([{ name: "a test" }]);
    await expect(sql`select pg_sleep(20)`.execute(database.kysely)).rejects.toMatchObject({ code: "57014" });
    const missing = openDatabase({ url: server.url.replace("/postgres?", "/missing?") });
    await expect(missing).rejects.toMatchObject({ code: "TS_DATABASE_UNAVAILABLE" });
    await server.restart();
    // The first statement may still meet the connection that broke.
    await sql`select 1`.execute(database.kysely).catch(() => {});
    expect((await sql`select 1 as one`.execute(database.kysely)).rows).toEqual([{ one: 1 }]);
    await database.close();
    await server.stop();
  });
});
