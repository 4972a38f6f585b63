import { type QueryExecutorProvider, sql } from "kysely";
import type { AuditRow } from "./audit-event.ts";
import type { AuditFinding } from "./audit-finding.ts";
import { auditHash } from "./audit-hash.ts";
import { readAuditRow } from "./read-audit-rows.ts";

/** What a row is known by to the row after it. */
export type RowIdentity = Pick<AuditRow, "sequence" | "hash">;

/** Says what became of a row whose hash is not that of its content, while all rows before it hold. */
export async function explainContent(
  database: QueryExecutorProvider,
  previous: RowIdentity,
  row: AuditRow,
): Promise<AuditFinding> {
  const { sequence } = row;
  const original = await originalSequence(database, row);
  if (original === null) {
    return { sequence, kind: "altered", message: `row ${sequence} does not have the content that it was hashed with` };
  }
  if (row.hash === previous.hash) {
    return {
      sequence,
      kind: "inserted",
      message: `row ${sequence} was inserted: it is row ${previous.sequence} again`,
    };
  }
  // Rows before it hold. One that pushed this row back by one was not there when this row was written.
  if (original === sequence - 1) {
    const message = `row ${original} was inserted: what follows it as row ${sequence} was written as row ${original}`;
    return { sequence: original, kind: "inserted", message };
  }
  return { sequence, kind: "reordered", message: `row ${sequence} was written as row ${original}` };
}

/**
 * Says what became of two neighbours, each with the right hash of its content, of which the second does not name the
 * hash of the first.
 *
 * @param anchored whether the first row is known from an anchor to be what was written.
 */
export async function explainLink(
  database: QueryExecutorProvider,
  previous: RowIdentity,
  row: AuditRow,
  anchored: boolean,
): Promise<AuditFinding> {
  const second = `row ${row.sequence}`;
  if (previous.sequence === 0) {
    return { sequence: row.sequence, kind: "altered", message: `${second} is first, but names a row before it` };
  }
  const next = await readAuditRow(database, row.sequence + 1);
  // A second row that its successor does not vouch for is the altered one.
  if (anchored || (next !== null && next.previous !== row.hash)) {
    const message = `${second} was altered and its hash computed anew: it does not follow row ${previous.sequence}`;
    return { sequence: row.sequence, kind: "altered", message };
  }
  const message = `row ${previous.sequence} was altered and its hash computed anew: ${second} was written after another`;
  return { sequence: previous.sequence, kind: "altered", message };
}

/** Under which other number the row was written: the one after the row whose hash it names. */
async function originalSequence(database: QueryExecutorProvider, row: AuditRow): Promise<number | null> {
  const { rows } = await sql<{ sequence: string }>`
    select sequence::text as sequence from audit_event where hash::text = ${row.previous}
    order by audit_event.sequence limit 10`.execute(database);
  const candidates = [...rows.map(({ sequence }) => Number(sequence) + 1), row.sequence - 1, row.sequence + 1, 1];
  const original = candidates.find((sequence) => auditHash({ ...row, sequence }) === row.hash);
  return original ?? null;
}
