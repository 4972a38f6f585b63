import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import { personOf } from "../principals/person.ts";
import type { CorrectiveAction } from "./schema.ts";

/** Corrective actions with who they name, as `toCorrectiveAction` takes them. */
export function selectCorrectiveActions(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom("corrective_action")
    .selectAll()
    .select([
      personOf("corrective_action.assigned_to").as("assigned_to_person"),
      personOf("corrective_action.done_by").as("done_by_person"),
      personOf("corrective_action.verified_by").as("verified_by_person"),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectCorrectiveActions>["executeTakeFirstOrThrow"]>>;

/** A corrective action as answers show it. */
export function toCorrectiveAction(row: Row): CorrectiveAction {
  return {
    id: row.id,
    nonConformanceId: row.non_conformance_id,
    kind: row.kind,
    description: row.description,
    status: row.status,
    assignedTo: row.assigned_to_person,
    dueOn: row.due_on,
    doneAt: momentOutOrNull(row.done_at),
    doneBy: row.done_by_person,
    verifiedAt: momentOutOrNull(row.verified_at),
    verifiedBy: row.verified_by_person,
    outcome: row.outcome,
    changeEventId: row.change_event_id,
    createdAt: momentOut(row.created_at),
  };
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findCorrectiveAction(kysely: Kysely<Tables>, id: string): Promise<CorrectiveAction> {
  const row = await selectCorrectiveActions(kysely).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("corrective action", id);
  return toCorrectiveAction(row);
}

/** What is done about a non-conformance, in the order in which it was planned. */
export async function actionsOf(kysely: Kysely<Tables>, nonConformanceId: string): Promise<CorrectiveAction[]> {
  const rows = await selectCorrectiveActions(kysely)
    .where("non_conformance_id", "=", nonConformanceId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(toCorrectiveAction);
}
