import { createTestDatabase, databaseKinds, type TestDatabase } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { validate, version } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "./identifier.ts";
import { inTransaction } from "./in-transaction.ts";

describe.each(databaseKinds)("a transaction on %s", (kind) => {
  let opened: TestDatabase;

  beforeAll(async () => {
    opened = await createTestDatabase(kind);
    await sql`create table account (id integer primary key, balance integer not null)`.execute(opened.database.kysely);
    await sql`insert into account values (1, 0)`.execute(opened.database.kysely);
  });

  afterAll(() => opened.remove());

  test("that loses against others is tried again, so that none is lost", async () => {
    const { kysely } = opened.database;
    const attempts = { first: 0, second: 0 };
    // PGlite has one transaction at a time; on PostgreSQL both have read before either writes.
    let bothHaveRead = () => {};
    const bothRead = new Promise<void>((resolve) => {
      bothHaveRead = resolve;
    });
    if (kind === "pglite") bothHaveRead();
    const add = (name: keyof typeof attempts) =>
      inTransaction(kysely, async (transaction) => {
        attempts[name]++;
        const { rows } = await sql<{ balance: number }>`select balance from account`.execute(transaction);
        if (attempts.first > 0 && attempts.second > 0) bothHaveRead();
        await bothRead;
        await sql`update account set balance = ${(rows[0]?.balance ?? 0) + 1}`.execute(transaction);
      });
    await Promise.all([add("first"), add("second")]);
    expect((await sql`select balance from account`.execute(kysely)).rows).toEqual([{ balance: 2 }]);
    expect(attempts.first + attempts.second).toBe(kind === "pglite" ? 2 : 3);
  });

  test("that throws changes nothing and is not tried again", async () => {
    const { kysely } = opened.database;
    let attempts = 0;
    const failing = inTransaction(kysely, async (transaction) => {
      attempts++;
      await sql`update account set balance = -1`.execute(transaction);
      throw new RangeError("refused");
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(attempts).toBe(1);
    expect((await sql`select balance from account`.execute(kysely)).rows).toEqual([{ balance: 2 }]);
  });

  test("tells how many rows it changed", async () => {
    await sql`create table if not exists counted as select generate_series(1, 5) as n`.execute(opened.database.kysely);
    const result = await sql`update counted set n = n + 1 where n > 2`.execute(opened.database.kysely);
    expect(result.numAffectedRows).toBe(3n);
  });
});

test("ids are UUIDv7 and come in order", () => {
  const ids = Array.from({ length: 1000 }, newId);
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(1000);
});
