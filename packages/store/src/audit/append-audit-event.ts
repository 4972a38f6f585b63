import { canonicalJson } from "@touchstone/model";
import { sql, type Transaction } from "kysely";
import { StoreError } from "../error.ts";
import { type AuditRecord, auditColumns, auditRow } from "./audit-columns.ts";
import type { AuditEvent, AuditRow } from "./audit-event.ts";
import { auditHash } from "./audit-hash.ts";

/**
 * Adds an event to the audit trail in the transaction that does what the event tells of: both are kept, or neither.
 *
 * The end of the trail stays locked until the transaction ends, and other writers wait for it. Append last. In a
 * serialisable transaction a writer that had to wait loses with a serialisation failure, unless `takeAuditTurn` was
 * the transaction's first statement.
 *
 * @returns the row as stored.
 * @throws StoreError TS_AUDIT_EVENT_INVALID when the event cannot be kept as given, TS_AUDIT_BROKEN when the database
 *   stored anything else or gave it another hash than it has to have.
 */
export async function appendAuditEvent<T>(transaction: Transaction<T>, event: AuditEvent): Promise<AuditRow> {
  const [row] = await appendAuditEvents(transaction, [event]);
  return row;
}

/**
 * Adds events in their order as `appendAuditEvent` adds one, many with one statement.
 *
 * @returns the rows as stored.
 * @throws StoreError as `appendAuditEvent`.
 */
export async function appendAuditEvents<T>(
  transaction: Transaction<T>,
  events: readonly AuditEvent[],
): Promise<AuditRow[]> {
  const given = events.map(toGiven);
  const stored: AuditRow[] = [];
  for (let start = 0; start < given.length; start += MOST_ROWS) {
    stored.push(...(await insert(transaction, given.slice(start, start + MOST_ROWS))));
  }
  return stored;
}

/** Rows of one statement. */
const MOST_ROWS = 1000;

type GivenEvent = Pick<AuditRow, "actor" | "action" | "subject" | "old" | "new" | "reason">;

function toGiven({ actor, action, subject, old, new: after, reason }: AuditEvent): GivenEvent {
  return {
    actor: requireText("actor", actor),
    action: requireText("action", action),
    subject: { kind: requireText("subject.kind", subject.kind), id: requireText("subject.id", subject.id) },
    old: toCanonicalJson("old", old),
    new: toCanonicalJson("new", after),
    reason: reason === undefined ? null : requireText("reason", reason),
  };
}

async function insert<T>(transaction: Transaction<T>, given: readonly GivenEvent[]): Promise<AuditRow[]> {
  const of = (take: (event: GivenEvent) => string | null) => given.map(take);
  const { rows } = await sql<AuditRecord>`
    insert into audit_event (actor, action, subject_kind, subject_id, old_value, new_value, reason)
    select actor, action, subject_kind, subject_id, old_value, new_value, reason
    from unnest(${of(({ actor }) => actor)}::text[], ${of(({ action }) => action)}::text[],
      ${of(({ subject }) => subject.kind)}::text[], ${of(({ subject }) => subject.id)}::text[],
      ${of(({ old }) => old)}::text[], ${of(({ new: after }) => after)}::text[], ${of(({ reason }) => reason)}::text[])
      with ordinality as event (actor, action, subject_kind, subject_id, old_value, new_value, reason, place)
    order by place
    returning ${auditColumns}`.execute(transaction);
  const stored = rows.map(auditRow).sort((a, b) => a.sequence - b.sequence);
  for (const [place, row] of stored.entries()) {
    // Hashed over what was given, not over what came back: a text that the database changed is found too.
    if (auditHash({ ...row, ...given[place] }) === row.hash) continue;
    const message = `row ${row.sequence} of the audit trail was stored with another content or hash than it has to have`;
    throw new StoreError("TS_AUDIT_BROKEN", message, { sequence: row.sequence });
  }
  return stored;
}

/**
 * Waits until no other transaction that took its turn is under way. For serialisable transactions that append to the
 * audit trail: as the first statement of one, it makes them follow each other instead of failing and trying again.
 */
export async function takeAuditTurn<T>(transaction: Transaction<T>): Promise<void> {
  // LOCK TABLE takes no snapshot, so that the transaction sees what the one before it did.
  await sql`lock table audit_turn in share row exclusive mode`.execute(transaction);
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** PostgreSQL keeps no NUL, and UTF-8 no half of a surrogate pair. */
function requireText(field: string, text: string): string {
  if (text === "" || text !== text.trim()) throw isInvalid(field, "is empty, or has space around it");
  if (text.includes("\0") || LONE_SURROGATE.test(text))
    throw isInvalid(field, "holds what is no text (NUL, half a pair)");
  return text;
}

function toCanonicalJson(field: string, value: unknown): string | null {
  try {
    return value === undefined ? null : canonicalJson(value);
  } catch (cause) {
    throw isInvalid(field, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function isInvalid(field: string, reason: string, cause?: unknown): StoreError {
  return new StoreError("TS_AUDIT_EVENT_INVALID", `${field} of an audit event: ${reason}`, {}, cause);
}
