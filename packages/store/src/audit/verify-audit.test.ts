import { createTestDatabase, databaseKinds, type TestDatabase } from "@touchstone/test-support/databases";
import fc from "fast-check";
import { type QueryExecutorProvider, sql, type Transaction } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appendExamples, dropGuards } from "../../test/audit-trail.ts";
import { migrate } from "../migrations/migrate.ts";
import type { Tables } from "../tables.ts";
import type { AuditAnchor } from "./audit-anchor.ts";
import type { AuditRow } from "./audit-event.ts";
import type { AuditFinding } from "./audit-finding.ts";
import { auditHash } from "./audit-hash.ts";
import { readAuditRow, readAuditRows } from "./read-audit-rows.ts";
import { type AuditVerifyOptions, verifyAudit } from "./verify-audit.ts";

const ROWS = 12;

/** What somebody with all rights does to the rows, and what has to be found. */
interface Tampering {
  readonly change: (transaction: Transaction<Tables>) => Promise<unknown>;
  readonly finding: Pick<AuditFinding, "sequence" | "kind">;
}

const execute = (statement: string) => (transaction: QueryExecutorProvider) => sql.raw(statement).execute(transaction);

/** Writes all rows from a number on anew, each with the hash that it has to have: the chain fits. */
async function recompute(transaction: QueryExecutorProvider, from: number, moveEnd = true): Promise<void> {
  let previous = (await readAuditRow(transaction, from - 1))?.hash ?? "0".repeat(64);
  for await (const { rows } of readAuditRows(transaction, from, ROWS + 1)) {
    for (const row of rows) {
      const hash = auditHash({ ...row, previous });
      await sql`update audit_event set previous_hash = ${previous}, hash = ${hash}
        where sequence = ${row.sequence}`.execute(transaction);
      previous = hash;
    }
  }
  if (moveEnd) {
    await sql`update audit_head set hash = ${previous}, sequence = (select max(sequence) from audit_event)`.execute(
      transaction,
    );
  }
}

async function rehash(transaction: QueryExecutorProvider, sequence: number): Promise<void> {
  const row = (await readAuditRow(transaction, sequence)) as AuditRow;
  await sql`update audit_event set hash = ${auditHash(row)} where sequence = ${sequence}`.execute(transaction);
}

const row = fc.integer({ min: 1, max: ROWS });
const alteredColumn = fc.constantFrom(
  "actor = actor || 'x'",
  "actor = ''",
  "actor = null",
  "action = 'threshold.approve'",
  "subject_kind = 'rule set'",
  "subject_id = subject_id || ' '",
  "old_value = new_value",
  "old_value = null",
  "old_value = 'null'",
  "new_value = replace(new_value, '{', '{ ')",
  "old_value = new_value, new_value = old_value",
  'new_value = new_value || \'","old":"\'',
  "reason = null",
  "reason = upper(reason)",
  "time = time + interval '1 millisecond'",
  "time = time - interval '1 year'",
  "time = (time::text || ' BC')::timestamptz",
  "time = 'infinity'",
  "time = null",
  "hash = translate(hash, '0123456789abcdef', '123456789abcdef0')",
  "hash = null",
  "previous_hash = translate(previous_hash, '0123456789abcdef', '123456789abcdef0')",
);

const altered = fc.tuple(row, alteredColumn).map(
  ([sequence, set]): Tampering => ({
    change: execute(`update audit_event set ${set} where sequence = ${sequence}`),
    finding: { sequence, kind: "altered" },
  }),
);

/** Of a row that has a successor; the last one is told from the note of the end. */
const alteredAndHashed = fc.tuple(row, fc.constantFrom("actor = 'x'", "reason = null")).map(
  ([sequence, set]): Tampering => ({
    change: async (transaction) => {
      await execute(`update audit_event set ${set} where sequence = ${sequence}`)(transaction);
      await rehash(transaction, sequence);
    },
    finding: { sequence, kind: "altered" },
  }),
);

const missing = row.map(
  (sequence): Tampering => ({
    change: execute(`delete from audit_event where sequence = ${sequence}`),
    finding: { sequence, kind: "missing" },
  }),
);

const cutOff = row.map(
  (sequence): Tampering => ({
    change: execute(`delete from audit_event where sequence >= ${sequence}`),
    finding: { sequence, kind: "missing" },
  }),
);

const movedAway = fc.tuple(row, fc.constantFrom("-1", "0", "99", "null")).map(
  ([sequence, place]): Tampering => ({
    change: execute(`update audit_event set sequence = ${place} where sequence = ${sequence}`),
    finding: { sequence, kind: "missing" },
  }),
);

const removedAndClosed = fc.integer({ min: 1, max: ROWS - 1 }).map(
  (sequence): Tampering => ({
    change: async (transaction) => {
      await execute(`delete from audit_event where sequence = ${sequence}`)(transaction);
      await execute(`update audit_event set sequence = sequence - 1 where sequence > ${sequence}`)(transaction);
    },
    finding: { sequence, kind: "reordered" },
  }),
);

const swapped = fc.uniqueArray(row, { minLength: 2, maxLength: 2 }).map(
  ([one = 1, other = 2]): Tampering => ({
    change: execute(
      `update audit_event set sequence = case sequence when ${one} then ${other} else ${one} end
     where sequence in (${one}, ${other})`,
    ),
    finding: { sequence: Math.min(one, other), kind: "reordered" },
  }),
);

const COPIED = "time, actor, action, subject_kind, subject_id, old_value, new_value, reason";

/** A row of one's own between two, which fits the one before it; all others are pushed back. */
const inserted = row.map(
  (sequence): Tampering => ({
    change: async (transaction) => {
      await execute(`update audit_event set sequence = sequence + 1 where sequence >= ${sequence}`)(transaction);
      await execute(
        `insert into audit_event (sequence, ${COPIED}, previous_hash, hash)
       select ${sequence}, ${COPIED}, previous_hash, hash from audit_event where sequence = ${sequence + 1}`,
      )(transaction);
      await execute(`update audit_event set actor = 'intruder' where sequence = ${sequence}`)(transaction);
      await rehash(transaction, sequence);
    },
    finding: { sequence, kind: "inserted" },
  }),
);

const repeated = row.map(
  (sequence): Tampering => ({
    change: execute(`insert into audit_event select * from audit_event where sequence = ${sequence}`),
    finding: { sequence, kind: "inserted" },
  }),
);

const beside = fc.constantFrom(0, -5).map(
  (sequence): Tampering => ({
    change: execute(
      `insert into audit_event (sequence, ${COPIED}, previous_hash, hash)
     select ${sequence}, ${COPIED}, previous_hash, hash from audit_event where sequence = 1`,
    ),
    finding: { sequence, kind: "inserted" },
  }),
);

const tampering = fc.oneof(
  { arbitrary: altered, weight: 4 },
  alteredAndHashed,
  missing,
  cutOff,
  movedAway,
  removedAndClosed,
  swapped,
  inserted,
  repeated,
  beside,
);

describe.each(databaseKinds)("verification on %s", (kind) => {
  let opened: TestDatabase;

  beforeAll(async () => {
    opened = await createTestDatabase(kind);
    await migrate(opened.database);
    await appendExamples(opened.database, ROWS);
  });

  afterAll(() => opened.remove());

  /** Verifies what the change leaves, and takes it back. */
  async function verifyAfter(change: Tampering["change"], options?: AuditVerifyOptions) {
    const transaction = await opened.database.kysely.startTransaction().execute();
    try {
      await dropGuards(transaction);
      await change(transaction);
      return await verifyAudit(transaction, options);
    } finally {
      await transaction.rollback().execute();
    }
  }

  /** As if the trail had been anchored when it ended with that row. */
  async function anchorOf(sequence: number): Promise<AuditAnchor> {
    const { hash, time } = (await readAuditRow(opened.database.kysely, sequence)) as AuditRow;
    return { schema: "touchstone/audit-anchor/1", sequence, hash, time, signedAt: time, key: "", signature: "" };
  }

  test("rows that nobody touched hold, from any row on", async () => {
    const { rows } = await sql<{ hash: string }>`
      select hash from audit_event order by sequence desc limit 1`.execute(opened.database.kysely);
    expect(await verifyAfter(async () => {})).toMatchObject({
      holds: true,
      from: 1,
      to: ROWS,
      checked: ROWS,
      finding: null,
      head: { sequence: ROWS, hash: rows[0]?.hash },
      provenTo: null,
    });
    expect(await verifyAfter(async () => {}, { from: 5 })).toMatchObject({ holds: true, from: 5, checked: ROWS - 4 });
  });

  test("whatever is done to the rows behind the triggers is found, and the row named", async () => {
    await fc.assert(
      fc.asyncProperty(tampering, async ({ change, finding }) => {
        const found = await verifyAfter(change);
        expect(found.holds).toBe(false);
        expect(found.finding).toMatchObject(finding);
        expect(found.finding?.message).toContain(String(finding.sequence));
        expect(found.checked).toBeGreaterThanOrEqual(Math.min(finding.sequence, ROWS) - 1);
      }),
      { numRuns: 120 },
    );
  });

  test("rows before the first one that is checked are left out, but it has to follow them", async () => {
    const alter = execute("update audit_event set actor = 'x' where sequence = 3");
    expect(await verifyAfter(alter, { from: 4 })).toMatchObject({ holds: true });
    const remove = execute("delete from audit_event where sequence = 3");
    expect(await verifyAfter(remove, { from: 4 })).toMatchObject({ finding: { sequence: 3, kind: "missing" } });
  });

  test("an end that was cut off with its note is found by an anchor, and by nothing else", async () => {
    const cut = async (transaction: Transaction<Tables>) => {
      await execute("delete from audit_event where sequence > 8")(transaction);
      await recompute(transaction, 8);
    };
    expect(await verifyAfter(cut)).toMatchObject({ holds: true, to: 8, provenTo: null });
    expect(await verifyAfter(cut, { anchors: [await anchorOf(5), await anchorOf(10)] })).toMatchObject({
      holds: false,
      finding: { sequence: 9, kind: "missing" },
      provenTo: 5,
    });
    expect(await verifyAfter(cut, { anchors: [await anchorOf(8)] })).toMatchObject({ holds: true, provenTo: 8 });
  });

  test("a trail computed anew is found by an anchor, and by nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(row, row, row, async (changed, early, late) => {
        const rewrite = async (transaction: Transaction<Tables>) => {
          await execute(`update audit_event set actor = 'x' where sequence = ${changed}`)(transaction);
          await recompute(transaction, changed);
        };
        expect(await verifyAfter(rewrite)).toMatchObject({ holds: true, provenTo: null });
        const places = [...new Set([early, late])].sort((a, b) => a - b);
        const anchors = await Promise.all(places.map(anchorOf));
        const proven = places.findLast((place) => place < changed) ?? null;
        const foundAt = places.find((place) => place >= changed);
        expect(await verifyAfter(rewrite, { anchors })).toMatchObject({
          holds: foundAt === undefined,
          finding: foundAt === undefined ? null : { sequence: (proven ?? 0) + 1, kind: "recomputed" },
          provenTo: proven,
        });
      }),
      { numRuns: 20 },
    );
  });

  test("the note of the end, altered alone, is told from altered rows by an anchor", async () => {
    const alter = execute("update audit_head set hash = repeat('a', 64)");
    expect(await verifyAfter(alter)).toMatchObject({ finding: { sequence: ROWS, kind: "altered" } });
    expect(await verifyAfter(alter, { anchors: [await anchorOf(ROWS)] })).toMatchObject({ finding: { kind: "end" } });
    const shorten = execute("update audit_head set sequence = 4");
    expect(await verifyAfter(shorten)).toMatchObject({ finding: { sequence: 5, kind: "inserted" } });
    expect(await verifyAfter(shorten, { anchors: [await anchorOf(ROWS)] })).toMatchObject({ finding: { kind: "end" } });
    const remove = execute("delete from audit_head");
    expect(await verifyAfter(remove)).toMatchObject({ finding: { kind: "end" } });
  });

  test("a row that an anchor vouches for is not the one that was altered", async () => {
    const reattach = async (transaction: Transaction<Tables>) => {
      await execute(`update audit_event set previous_hash = repeat('a', 64) where sequence = ${ROWS}`)(transaction);
      await rehash(transaction, ROWS);
    };
    const anchors = [await anchorOf(ROWS - 1)];
    expect(await verifyAfter(reattach, { anchors })).toMatchObject({ finding: { sequence: ROWS, kind: "altered" } });
  });

  test("an empty trail holds, unless its end is noted elsewhere", async () => {
    const clear = async (transaction: Transaction<Tables>) => {
      await execute("delete from audit_event")(transaction);
      await execute("update audit_head set sequence = 0, hash = repeat('0', 64)")(transaction);
    };
    expect(await verifyAfter(clear)).toMatchObject({ holds: true, to: 0, checked: 0, head: null });
    const anchors = [await anchorOf(2)];
    expect(await verifyAfter(clear, { anchors })).toMatchObject({ finding: { sequence: 1, kind: "missing" } });
  });
});
