import { newId } from "@touchstone/store";
import { requireOpen } from "../non-conformances/change-non-conformance.ts";
import { findNonConformance } from "../non-conformances/queries.ts";
import { requirePerson } from "../principals/person.ts";
import type { Published, Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { findCorrectiveAction } from "./queries.ts";
import type { CorrectiveAction, NewCorrectiveAction } from "./schema.ts";

/**
 * Plans what is done about a non-conformance that is open. Publishes `corrective-action.planned`.
 *
 * @throws ServerError TS_NOT_FOUND; TS_CONFLICT when it is closed; TS_REQUEST_INVALID unless it is assigned to a person.
 */
export async function planCorrectiveAction(
  writing: Writing,
  nonConformanceId: string,
  { kind, description, assignedTo, dueOn }: NewCorrectiveAction,
): Promise<Answer<CorrectiveAction>> {
  const { transaction, at } = writing;
  requireOpen(await findNonConformance(transaction, nonConformanceId));
  if (assignedTo !== undefined) await requirePerson(transaction, assignedTo, "/body/assignedTo");
  const id = newId();
  await transaction
    .insertInto("corrective_action")
    .values({
      id,
      non_conformance_id: nonConformanceId,
      kind,
      description: description.trim(),
      assigned_to: assignedTo ?? null,
      due_on: dueOn ?? null,
      created_at: at,
    })
    .execute();
  const body = await findCorrectiveAction(transaction, id);
  writing.record({ action: "corrective action.plan", subject: { kind: "corrective action", id }, new: body });
  writing.publish(publishedOf("planned", body));
  return { status: 201, body };
}

/** What those who watch are told about a corrective action. */
export function publishedOf(what: string, body: CorrectiveAction): Published {
  const { id, nonConformanceId, kind, status, assignedTo, dueOn } = body;
  const payload = { id, nonConformanceId, kind, status, assignedTo: assignedTo?.name ?? null, dueOn };
  return { topic: `corrective-action.${what}`, recordKind: "corrective action", recordId: id, payload };
}
