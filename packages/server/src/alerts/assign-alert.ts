import { sql } from "kysely";
import type { Caller } from "../access/caller.ts";
import { ServerError } from "../error.ts";
import { requirePerson } from "../principals/person.ts";
import type { Writing } from "../writing/perform.ts";
import { findAlertSummary } from "./queries.ts";

/**
 * Gives an alert to somebody to look into, or takes it back. Publishes `alert.assigned`.
 *
 * @param assignedTo id of a person; null takes it back.
 * @throws ServerError TS_NOT_FOUND; TS_CONFLICT for an alert that is resolved; TS_REQUEST_INVALID unless it is a person.
 */
export async function assignAlert(
  writing: Writing,
  { principalId }: Pick<Caller, "principalId">,
  id: string,
  assignedTo: string | null,
): Promise<void> {
  const { transaction, at } = writing;
  const alert = await findAlertSummary(transaction, id);
  if (alert.status === "resolved") throw new ServerError("TS_CONFLICT", `the alert on ${alert.subject} is resolved`);
  if ((alert.assignedTo?.id ?? null) === assignedTo) return;
  if (assignedTo !== null) await requirePerson(transaction, assignedTo, "/body/assignedTo");
  const { last } = await transaction
    .selectFrom("alert_assignment")
    .select(({ fn }) => fn.coalesce(fn.max("number"), sql<number>`0`).as("last"))
    .where("alert_id", "=", id)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto("alert_assignment")
    .values({ alert_id: id, number: last + 1, assigned_to: assignedTo, assigned_by: principalId, at })
    .execute();
  await transaction.updateTable("alert").set({ assigned_to: assignedTo }).where("id", "=", id).execute();
  const old = alert.assignedTo?.id ?? null;
  writing.record({
    action: "alert.assign",
    subject: { kind: "alert", id },
    old: { assignedTo: old },
    new: { assignedTo },
  });
  const { kind, subject, status, level } = alert;
  const payload = { id, kind, subject, status, level, assignedTo };
  writing.publish({ topic: "alert.assigned", recordKind: "alert", recordId: id, payload });
}
