import { type QueryExecutorProvider, sql } from "kysely";
import { appendAuditEvent } from "../src/audit/append-audit-event.ts";
import type { AuditEvent } from "../src/audit/audit-event.ts";
import type { Database } from "../src/database/open-database.ts";

/** An event like many others. */
export function exampleEvent(number: number): AuditEvent {
  return {
    actor: `person-${number % 3}`,
    action: "threshold.change",
    subject: { kind: "threshold", id: `threshold-${number}` },
    old: { limit: number },
    new: { limit: number + 1 },
    reason: `change ${number}`,
  };
}

/** Appends events, each in a transaction of its own. */
export async function appendExamples({ kysely }: Database, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await kysely.transaction().execute((transaction) => appendAuditEvent(transaction, exampleEvent(number)));
  }
}

/** Switches off, as a superuser can, all that keeps rows as they are. Undone by rolling the transaction back. */
export async function dropGuards(transaction: QueryExecutorProvider): Promise<void> {
  await sql`alter table audit_event disable trigger all`.execute(transaction);
  await sql`alter table audit_head disable trigger all`.execute(transaction);
  const { rows } = await sql<{ conname: string }>`
    select conname::text as conname from pg_constraint where conrelid = 'audit_event'::regclass
    and contype in ('p', 'c')`.execute(transaction);
  for (const { conname } of rows) {
    await sql`alter table audit_event drop constraint ${sql.id(conname)}`.execute(transaction);
  }
  for (const column of ["sequence", "time", "actor", "action", "subject_kind", "subject_id", "previous_hash", "hash"]) {
    await sql`alter table audit_event alter column ${sql.id(column)} drop not null`.execute(transaction);
  }
}
