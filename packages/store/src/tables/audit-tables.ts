import type { ColumnType } from "kysely";

/* Tables of 0002_audit.sql. `appendAuditEvent` writes them; all else reads. */

/** What the database alone writes, or `appendAuditEvent`. */
type ReadOnly<T> = ColumnType<T, never, never>;

export interface AuditEventTable {
  sequence: ReadOnly<number>;
  time: ReadOnly<Date>;
  actor: ReadOnly<string>;
  action: ReadOnly<string>;
  subject_kind: ReadOnly<string>;
  subject_id: ReadOnly<string>;
  /** Canonical JSON as text, of which the hash is taken. */
  old_value: ReadOnly<string | null>;
  new_value: ReadOnly<string | null>;
  reason: ReadOnly<string | null>;
  previous_hash: ReadOnly<string>;
  hash: ReadOnly<string>;
}

export interface AuditHeadTable {
  only_row: ReadOnly<boolean>;
  sequence: ReadOnly<number>;
  hash: ReadOnly<string>;
}
