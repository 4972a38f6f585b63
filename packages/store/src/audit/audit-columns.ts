import { type RawBuilder, sql } from "kysely";
import type { AuditRow } from "./audit-event.ts";

/** A row as `auditColumns` reads it. */
export interface AuditRecord {
  readonly sequence: string;
  readonly time: string;
  readonly actor: string;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly old_value: string | null;
  readonly new_value: string | null;
  readonly reason: string | null;
  readonly previous_hash: string;
  readonly hash: string;
}

/**
 * The columns of audit_event as text, which no driver turns into anything else. A time that the format cannot show
 * whole (before the year 1, finer than a millisecond, infinite) has PostgreSQL's own text behind it: two times never
 * read the same.
 */
export const auditColumns: RawBuilder<unknown> = sql`
  sequence::text as sequence,
  concat(
    to_char(time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    case when isfinite(time) and time >= '0001-01-01Z' and date_trunc('milliseconds', time) = time then ''
      else ' ' || time::text end
  ) as time,
  actor::text as actor, action::text as action, subject_kind::text as subject_kind, subject_id::text as subject_id,
  old_value, new_value, reason, previous_hash::text as previous_hash, hash::text as hash`;

/** A row as the rest of the program knows it. */
export function auditRow(record: AuditRecord): AuditRow {
  return {
    sequence: Number(record.sequence),
    time: record.time,
    actor: record.actor,
    action: record.action,
    subject: { kind: record.subject_kind, id: record.subject_id },
    old: record.old_value,
    new: record.new_value,
    reason: record.reason,
    previous: record.previous_hash,
    hash: record.hash,
  };
}
