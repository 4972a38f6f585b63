/** What is recorded: who did what to which record, and why. */
export interface AuditEvent {
  /** Name of the principal; whoever asks, not the program that carries it out. */
  readonly actor: string;
  /** What was done, such as `baseline.approve`. */
  readonly action: string;
  readonly subject: AuditSubject;
  /** The record before; absent where there was none. Anything that JSON holds. */
  readonly old?: unknown;
  /** The record after; absent where none is left. */
  readonly new?: unknown;
  /** Absent where the action asks for none. */
  readonly reason?: string;
}

/** The record that an event is about. */
export interface AuditSubject {
  /** Kind of record, such as `baseline`. */
  readonly kind: string;
  readonly id: string;
}

/** A row of the audit trail as it is stored. */
export interface AuditRow {
  /** Place in the trail: 1, 2, 3 and so on without a gap. */
  readonly sequence: number;
  /** UTC by the clock of the database, to the millisecond: `2026-01-31T08:00:00.000Z`. */
  readonly time: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: AuditSubject;
  /** Canonical JSON (RFC 8785) of the record before, or null. */
  readonly old: string | null;
  /** Canonical JSON of the record after, or null. */
  readonly new: string | null;
  readonly reason: string | null;
  /** Hash of the row before; 64 zeros in the first row. */
  readonly previous: string;
  /** SHA-256 of the row's canonical text, 64 lower-case hexadecimal digits. */
  readonly hash: string;
}
