import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { invalidField } from "../error.ts";
import { readCursor, toPage } from "../http/page.ts";
import type { AuditEventAnswer, AuditListQuery } from "./schema.ts";

const columns = [
  "sequence",
  "time",
  "actor",
  "action",
  "subject_kind",
  "subject_id",
  "old_value",
  "new_value",
  "reason",
  "previous_hash",
  "hash",
] as const;

/**
 * The query of a page of the trail, latest first: by number, and where times are asked for by time, which the database's
 * clock may order otherwise.
 *
 * @throws ServerError TS_REQUEST_INVALID for a subject without its kind.
 */
export function auditListQuery(kysely: Kysely<Tables>, query: AuditListQuery) {
  const { subjectKind, subjectId, actor, action, from, before } = query;
  if (subjectId !== undefined && subjectKind === undefined) {
    throw invalidField("/query/subjectId", "needs subjectKind: ids are known by the kind of record");
  }
  const isByTime = from !== undefined || before !== undefined;
  const after = readCursor(query.cursor, ["moment", "sequence"]);
  let rows = kysely.selectFrom("audit_event").select(columns);
  if (subjectKind !== undefined) rows = rows.where("subject_kind", "=", subjectKind);
  if (subjectId !== undefined) rows = rows.where("subject_id", "=", subjectId);
  if (actor !== undefined) rows = rows.where("actor", "=", actor);
  if (action !== undefined) rows = rows.where("action", "=", action);
  if (from !== undefined) rows = rows.where("time", ">=", new Date(from));
  if (before !== undefined) rows = rows.where("time", "<", new Date(before));
  if (after !== null && isByTime) {
    rows = rows.where(sql<boolean>`(time, sequence) < (${after[0]}::timestamptz, ${after[1]}::bigint)`);
  } else if (after !== null) {
    rows = rows.where(sql<boolean>`sequence < ${after[1]}::bigint`);
  }
  return rows
    .$if(isByTime, (sorted) => sorted.orderBy("time", "desc"))
    .orderBy("sequence", "desc")
    .limit(query.limit + 1);
}

/** A page of the audit trail. */
export async function listAuditEvents(
  kysely: Kysely<Tables>,
  query: AuditListQuery,
): Promise<{ items: AuditEventAnswer[]; next: string | null }> {
  const rows = await auditListQuery(kysely, query).execute();
  return toPage(
    rows,
    query.limit,
    ({ time, sequence }) => [time.toISOString(), sequence],
    (row) => ({
      sequence: row.sequence,
      time: row.time.toISOString(),
      actor: row.actor,
      action: row.action,
      subject: { kind: row.subject_kind, id: row.subject_id },
      old: row.old_value,
      new: row.new_value,
      reason: row.reason,
      previous: row.previous_hash,
      hash: row.hash,
    }),
  );
}
