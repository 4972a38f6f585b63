import { postgresAvailable, startPostgres } from "@touchstone/test-support";
import { createTestDatabase, databaseKinds, type TestDatabase } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openDatabase } from "./open-database.ts";

const PATIENCE = { timeout: 50_000 };

describe.each(databaseKinds)("listening on %s", (kind) => {
  let opened: TestDatabase;

  beforeAll(async () => {
    opened = await createTestDatabase(kind);
  });

  afterAll(() => opened.remove());

  const notify = (channel: string) => sql`select pg_notify(${channel}, '')`.execute(opened.database.kysely);

  test("each listener of a channel is called, until it ends", async () => {
    const { database } = opened;
    const calls: string[] = [];
    const first = await database.listen("heard", () => calls.push("first"));
    const second = await database.listen("heard", () => calls.push("second"));
    const other = await database.listen("unheard", () => calls.push("other"));
    await notify("heard");
    await vi.waitFor(() => expect(calls).toEqual(["first", "second"]), PATIENCE);
    await first();
    await first();
    await notify("heard");
    await vi.waitFor(() => expect(calls).toEqual(["first", "second", "second"]), PATIENCE);
    await Promise.all([second(), other()]);
    const again = await database.listen("heard", () => calls.push("again"));
    await notify("heard");
    await vi.waitFor(() => expect(calls).toEqual(["first", "second", "second", "again"]), PATIENCE);
    await again();
  });

  test("what a transaction notifies is heard once it is kept, and never when it is not", async () => {
    const { database } = opened;
    const seen: number[] = [];
    await sql`create table noticed (n integer)`.execute(database.kysely);
    const end = await database.listen("kept", () => {
      void sql<{ n: number }>`select count(*) as n from noticed`
        .execute(database.kysely)
        .then(({ rows }) => seen.push(rows[0]?.n ?? -1));
    });
    const undone = database.kysely.transaction().execute(async (transaction) => {
      await sql`insert into noticed values (1)`.execute(transaction);
      await sql`select pg_notify('kept', '')`.execute(transaction);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await database.kysely.transaction().execute(async (transaction) => {
      await sql`select pg_notify('kept', '')`.execute(transaction);
      await sql`insert into noticed values (1), (2), (3)`.execute(transaction);
    });
    await vi.waitFor(() => expect(seen).toEqual([3]), PATIENCE);
    await end();
  });
});

describe.runIf(postgresAvailable())("a listener of PostgreSQL", () => {
  test("is called when its connection was lost, and hears what comes after", async () => {
    const server = await startPostgres();
    const database = await openDatabase({ url: server.url });
    let calls = 0;
    await database.listen("event", () => calls++);
    await server.restart();
    await vi.waitFor(() => expect(calls).toBeGreaterThan(0), PATIENCE);
    const before = calls;
    await sql`select pg_notify('event', '')`.execute(database.kysely);
    await vi.waitFor(() => expect(calls).toBeGreaterThan(before), PATIENCE);
    await database.close();
    await server.stop();
  });

  test("uses one connection for all channels, and none when nobody listens", async () => {
    const server = await startPostgres();
    const database = await openDatabase({ url: server.url, applicationName: "listens" });
    const backends = async () => {
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from pg_stat_activity where application_name = 'listens' and pid <> pg_backend_pid()
      `.execute(database.kysely);
      return rows[0]?.n;
    };
    const ends = await Promise.all(["a", "b", "a", "c"].map((channel) => database.listen(channel, () => {})));
    expect(await backends()).toBe(1);
    await Promise.all(ends.map((end) => end()));
    await vi.waitFor(async () => expect(await backends()).toBe(0), PATIENCE);
    const end = await database.listen("a", () => {});
    expect(await backends()).toBe(1);
    await end();
    await server.restart();
    await database.close();
    await expect(database.listen("a", () => {})).rejects.toMatchObject({ code: "TS_DATABASE_UNAVAILABLE" });
    await server.stop();
  });
});
