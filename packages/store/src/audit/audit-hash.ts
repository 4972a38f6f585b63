import { hash } from "node:crypto";
import type { AuditRow } from "./audit-event.ts";

/** What the first row of a trail has in place of the hash of the row before. */
export const FIRST_PREVIOUS: string = "0".repeat(64);

/**
 * The text that a row's hash is taken of: the canonical JSON (RFC 8785) of all that the row holds but its hash. The
 * values before and after stand in it as strings, in which nothing can be moved from one column to another unseen.
 */
export function auditCanonicalText(row: Omit<AuditRow, "hash">): string {
  const { action, actor, old, previous, reason, sequence, subject, time } = row;
  // Keys in their canonical order, and strings and an integer as values: JSON.stringify writes the canonical form.
  return JSON.stringify({
    action,
    actor,
    new: row.new,
    old,
    previous,
    reason,
    schema: "touchstone/audit-event/1",
    sequence,
    subject: { id: subject.id, kind: subject.kind },
    time,
  });
}

/** The hash that a row has to have: SHA-256 of its canonical text in UTF-8, 64 lower-case hexadecimal digits. */
export function auditHash(row: Omit<AuditRow, "hash">): string {
  return hash("sha256", auditCanonicalText(row), "hex");
}
