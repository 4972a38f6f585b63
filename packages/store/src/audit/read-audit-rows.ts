import { setImmediate } from "node:timers/promises";
import { type QueryExecutorProvider, sql } from "kysely";
import { type AuditRecord, auditColumns, auditRow } from "./audit-columns.ts";
import type { AuditRow } from "./audit-event.ts";

/** Numbers of the rows that are read, and held, at a time. */
const WINDOW = 5000;

/** All rows whose numbers lie in one range. */
export interface AuditWindow {
  readonly first: number;
  readonly last: number;
  /** In the order of their numbers; without the ones that are missing, and with all that share a number. */
  readonly rows: readonly AuditRow[];
}

/** Reads the rows from number `from` up to and with number `to`, a window at a time. */
export async function* readAuditRows(
  database: QueryExecutorProvider,
  from: number,
  to: number,
): AsyncGenerator<AuditWindow> {
  for (let first = from; first <= to; first += WINDOW) {
    const last = Math.min(first + WINDOW - 1, to);
    // One more than there can be, so that numbers given twice are seen and any amount of them fits in memory.
    const { rows } = await sql<AuditRecord>`
      select ${auditColumns} from audit_event where audit_event.sequence between ${first} and ${last}
      order by audit_event.sequence, previous_hash limit ${WINDOW + 1}`.execute(database);
    yield { first, last, rows: rows.map(auditRow) };
    // PGlite answers without a pause in which this process could do anything else.
    await setImmediate();
  }
}

/** The rows from number `first` up to and with number `last`, all at once. */
export async function readAuditRange(
  database: QueryExecutorProvider,
  first: number,
  last: number,
): Promise<AuditRow[]> {
  const rows: AuditRow[] = [];
  for await (const window of readAuditRows(database, first, last)) rows.push(...window.rows);
  return rows;
}

/** The rows of one number: one, unless the trail was tampered with. */
export async function readAuditRow(database: QueryExecutorProvider, sequence: number): Promise<AuditRow | null> {
  const { rows } = await sql<AuditRecord>`
    select ${auditColumns} from audit_event where audit_event.sequence = ${sequence} limit 1`.execute(database);
  return rows[0] === undefined ? null : auditRow(rows[0]);
}

/** The last row's number, and what the note of the end says; all of one moment. */
export interface AuditEnd {
  /** 0 when there is no row. */
  readonly last: number;
  /** Null when the note itself is missing. */
  readonly noted: { readonly sequence: number; readonly hash: string } | null;
}

/** Reads where the trail ends. */
export async function readAuditEnd(database: QueryExecutorProvider): Promise<AuditEnd> {
  const { rows } = await sql<{ last: string | null; sequence: string | null; hash: string | null }>`
    select (select max(audit_event.sequence)::text from audit_event) as last,
      (select audit_head.sequence::text from audit_head) as sequence,
      (select audit_head.hash::text from audit_head) as hash`.execute(database);
  const { last = null, sequence = null, hash = null } = rows[0] ?? {};
  return {
    last: Math.max(0, Number(last)),
    noted: sequence === null || hash === null ? null : { sequence: Number(sequence), hash },
  };
}
