import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { canonicalJson } from "@touchstone/model";
import { createTestDatabase, databaseKinds, type TestDatabase } from "@touchstone/test-support/databases";
import fc from "fast-check";
import { sql } from "kysely";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleEvent } from "../../test/audit-trail.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { migrate } from "../migrations/migrate.ts";
import { appendAuditEvent, appendAuditEvents, takeAuditTurn } from "./append-audit-event.ts";
import type { AuditEvent, AuditRow } from "./audit-event.ts";
import { auditCanonicalText } from "./audit-hash.ts";
import { verifyAudit } from "./verify-audit.ts";

const METHODS = new URL("../../../../docs/methods/audit.md", import.meta.url);

test("the canonical text is the documented one", () => {
  const row: AuditRow = {
    sequence: 7,
    time: "2026-01-31T08:00:00.000Z",
    actor: "a",
    action: "b",
    subject: { kind: "c", id: "d" },
    old: null,
    new: '{"é":1}',
    reason: 'because\n"so"',
    previous: "00",
    hash: "",
  };
  const expected =
    '{"action":"b","actor":"a","new":"{\\"é\\":1}","old":null,"previous":"00","reason":"because\\n\\"so\\"",' +
    '"schema":"touchstone/audit-event/1","sequence":7,"subject":{"id":"d","kind":"c"},"time":"2026-01-31T08:00:00.000Z"}';
  expect(auditCanonicalText(row)).toBe(expected);
  expect(canonicalJson(JSON.parse(expected))).toBe(expected);
});

describe.each(databaseKinds)("audit trail on %s", (kind) => {
  let opened: TestDatabase;

  const append = (event: AuditEvent) =>
    opened.database.kysely.transaction().execute((transaction) => appendAuditEvent(transaction, event));
  const appendNone = () =>
    opened.database.kysely.transaction().execute((transaction) => appendAuditEvents(transaction, []));
  const run = (statement: string) => sql.raw(statement).execute(opened.database.kysely);
  const countRows = async () => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from audit_event`.execute(opened.database.kysely);
    return rows[0]?.n;
  };

  beforeAll(async () => {
    opened = await createTestDatabase(kind);
    await migrate(opened.database);
  });

  afterAll(() => opened.remove());

  test("rows are numbered from 1, each with the hash of the one before", async () => {
    const first = await append(exampleEvent(1));
    const second = await append({ actor: "a", action: "b", subject: { kind: "c", id: "d" } });
    expect(first).toMatchObject({ sequence: 1, previous: "0".repeat(64), old: '{"limit":1}', new: '{"limit":2}' });
    expect(second).toMatchObject({ sequence: 2, previous: first.hash, old: null, new: null, reason: null });
    const { hash, ...content } = second;
    const { kind: subjectKind, id } = content.subject;
    const text = canonicalJson({
      ...content,
      subject: { kind: subjectKind, id },
      schema: "touchstone/audit-event/1",
    });
    expect(hash).toBe(createHash("sha256").update(text).digest("hex"));
    expect(Math.abs(Date.parse(second.time) - Date.now())).toBeLessThan(60_000);
  });

  test("many with one statement are the rows that they are one after the other, in their order", async () => {
    const events = Array.from({ length: 2500 }, (_, n) => exampleEvent(n + 1));
    const rows = await opened.database.kysely
      .transaction()
      .execute((transaction) => appendAuditEvents(transaction, events));
    const [first] = rows;
    expect(rows.map(({ sequence }) => sequence - first.sequence)).toEqual([...events.keys()]);
    const expected = events.map(({ actor, action, subject, old, new: after, reason }) => {
      return { actor, action, subject, old: canonicalJson(old), new: canonicalJson(after), reason: reason ?? null };
    });
    expect(rows.map(({ sequence: _, time: __, previous: ___, hash: ____, ...content }) => content)).toEqual(expected);
    expect(rows.slice(1).map(({ previous }) => previous)).toEqual(rows.slice(0, -1).map(({ hash }) => hash));
    expect(await appendNone()).toEqual([]);
    expect((await verifyAudit(opened.database.kysely)).finding).toBeNull();
  });

  test("the database and the program hash any text and any value alike", async () => {
    const text = fc
      .string({ unit: "binary", minLength: 1 })
      .map((value) => value.replaceAll("\0", "").trim())
      .filter((value) => value !== "");
    const value = fc.option(fc.jsonValue({ noUnicodeString: false }), { nil: undefined });
    const event = fc.record({
      actor: text,
      action: text,
      subject: fc.record({ kind: text, id: text }),
      old: value,
      new: value,
      reason: text,
    });
    await fc.assert(
      fc.asyncProperty(event, async (given) => {
        const row = await append(given);
        expect(row.actor).toBe(given.actor);
        expect(row.new).toBe(given.new === undefined ? null : canonicalJson(given.new));
      }),
      { numRuns: 60 },
    );
    expect(await verifyAudit(opened.database.kysely)).toMatchObject({ holds: true, finding: null });
  });

  test("long names are kept whole", async () => {
    const long = "é".repeat(500);
    const row = await append({ actor: long, action: long, subject: { kind: long, id: long } });
    expect(row).toMatchObject({ actor: long, action: long, subject: { kind: long, id: long } });
  });

  test.each([
    ["actor", { ...exampleEvent(1), actor: "" }],
    ["action", { ...exampleEvent(1), action: "a\0" }],
    ["subject.id", { ...exampleEvent(1), subject: { kind: "a", id: "\ud800" } }],
    ["reason", { ...exampleEvent(1), reason: " because" }],
    ["new", { ...exampleEvent(1), new: { limit: Number.NaN } }],
  ])("an event whose %s cannot be kept as given is refused, by name", async (field, event) => {
    const before = await countRows();
    await expect(append(event)).rejects.toMatchObject({
      code: "TS_AUDIT_EVENT_INVALID",
      message: expect.stringContaining(field),
    });
    expect(await countRows()).toBe(before);
  });

  test("a transaction that is rolled back leaves no row and no gap", async () => {
    const before = (await append(exampleEvent(1))).sequence;
    const failing = opened.database.kysely.transaction().execute(async (transaction) => {
      await appendAuditEvent(transaction, exampleEvent(2));
      throw new RangeError("undone");
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect((await append(exampleEvent(3))).sequence).toBe(before + 1);
  });

  test.each([
    "update audit_event set actor = 'x'",
    "update audit_event set actor = 'x' where false",
    "delete from audit_event",
    "truncate audit_event",
    "truncate audit_event, audit_head",
    "merge into audit_event using (select 1) as one on true when matched then delete",
    "insert into audit_event values (1, now(), 'a', 'b', 'c', 'd') on conflict (sequence) do update set actor = 'x'",
    "update audit_head set sequence = 0",
    "delete from audit_head",
    "insert into audit_head values (false, 0, repeat('0', 64))",
    "set session_replication_role = replica; delete from audit_event",
  ])("the database refuses: %s", async (statement) => {
    const before = await countRows();
    const change = opened.database.kysely.transaction().execute(async (transaction) => {
      for (const part of statement.split(";")) await sql.raw(part).execute(transaction);
    });
    await expect(change).rejects.toMatchObject({ code: "23000" });
    expect(await countRows()).toBe(before);
  });

  test("rows that bring their place and hashes, as from a copy, have to bring the right ones", async () => {
    const columns = "actor, action, subject_kind, subject_id, sequence, time, previous_hash, hash";
    const head = await append(exampleEvent(1));
    const content = { ...head, sequence: head.sequence + 1, previous: head.hash, old: null, new: null, reason: null };
    const hash = createHash("sha256").update(auditCanonicalText(content)).digest("hex");
    const insert = (sequence: number, previous: string, ownHash: string) =>
      run(
        `insert into audit_event (${columns}) values ('${content.actor}', '${content.action}', ` +
          `'${content.subject.kind}', '${content.subject.id}', ${sequence}, '${content.time}', '${previous}', '${ownHash}')`,
      );
    await expect(insert(content.sequence + 1, content.previous, hash)).rejects.toMatchObject({ code: "23000" });
    await expect(insert(content.sequence, "f".repeat(64), hash)).rejects.toMatchObject({ code: "23000" });
    await expect(insert(content.sequence, content.previous, "f".repeat(64))).rejects.toMatchObject({ code: "23000" });
    await insert(content.sequence, content.previous, hash);
    expect(await verifyAudit(opened.database.kysely)).toMatchObject({ holds: true, to: content.sequence });
  });

  test.skipIf(kind !== "postgresql")("the documented roles can add rows and read them, and nothing else", async () => {
    const [grants = ""] = /```sql\n([^`]*)```/.exec(readFileSync(METHODS, "utf8"))?.slice(1) ?? [];
    expect(grants).toContain("touchstone_app");
    for (const statement of grants.split(";").filter((part) => part.trim() !== "")) await run(statement);
    const url = new URL((opened.source as { url: string }).url);
    url.username = "touchstone_app";
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      const columns = "actor, action, subject_kind, subject_id";
      await client.query(`insert into audit_event (${columns}) values ('a', 'b', 'c', 'd')`);
      await client.query("select * from audit_event");
      await client.query("begin; lock table audit_turn in share row exclusive mode; commit");
      for (const refused of [
        `insert into audit_event (${columns}, time) values ('a', 'b', 'c', 'd', now())`,
        "update audit_event set actor = 'x'",
        "delete from audit_event",
        "truncate audit_event",
        "update audit_head set sequence = 0",
        "alter table audit_event disable trigger all",
        "drop table audit_event",
        "create table more ()",
      ]) {
        await expect(client.query(refused), refused).rejects.toMatchObject({ code: "42501" });
      }
      // A table of the same name that is found first must not become the end of the trail.
      await client.query(
        "create temporary table audit_head as select true as only_row, 0 as sequence, repeat('a', 64) as hash",
      );
      await client.query(`insert into audit_event (${columns}) values ('a', 'b', 'c', 'd')`);
    } finally {
      await client.end();
    }
    expect(await verifyAudit(opened.database.kysely)).toMatchObject({ holds: true });
  });

  test("writers at the same time leave one chain without gap or fork", async () => {
    const before = Number(await countRows());
    const writer = async (number: number) => {
      for (let count = 0; count < 100; count++) await append({ ...exampleEvent(count), actor: `writer-${number}` });
    };
    await Promise.all(Array.from({ length: 8 }, (_, number) => writer(number)));
    expect(await verifyAudit(opened.database.kysely)).toMatchObject({
      holds: true,
      to: before + 800,
      checked: before + 800,
    });
  });

  test("serialisable writers that take their turn follow each other, and hardly any tries again", async () => {
    const before = Number(await countRows());
    let attempts = 0;
    const writer = async () => {
      for (let count = 0; count < 25; count++) {
        await inTransaction(opened.database.kysely, async (transaction) => {
          attempts++;
          await takeAuditTurn(transaction);
          await appendAuditEvent(transaction, exampleEvent(count));
        });
      }
    };
    await Promise.all(Array.from({ length: 8 }, writer));
    // A lock is given back a moment before the transaction counts as ended, so that a few may meet; without turns most do.
    expect(attempts).toBeLessThan(300);
    expect(await verifyAudit(opened.database.kysely)).toMatchObject({ holds: true, to: before + 200 });
  });
});
