import { newId } from "@touchstone/store";
import type { Caller } from "../access/caller.ts";
import { invalidField } from "../error.ts";
import type { Published, Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { linkAlerts } from "./link-alerts.ts";
import { findNonConformance } from "./queries.ts";
import type { NewNonConformance, NonConformanceDetail } from "./schema.ts";

/**
 * Opens a non-conformance under the next number. Publishes `non-conformance.opened`.
 *
 * @throws ServerError TS_REQUEST_INVALID for a run or an alert that is not there.
 */
export async function openNonConformance(
  writing: Writing,
  { principalId }: Pick<Caller, "principalId">,
  { title, description, severity, runId, alertIds = [] }: NewNonConformance,
): Promise<Answer<NonConformanceDetail>> {
  const { transaction, at } = writing;
  if (runId !== undefined) {
    const run = await transaction.selectFrom("run").select("id").where("id", "=", runId).executeTakeFirst();
    if (run === undefined) throw invalidField("/body/runId", "is no run; GET /api/v1/runs lists them");
  }
  const { last } = await transaction
    .selectFrom("non_conformance")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  const id = newId();
  const number = ((last as number | null) ?? 0) + 1;
  await transaction
    .insertInto("non_conformance")
    .values({
      id,
      number,
      title,
      description: description.trim(),
      severity,
      run_id: runId ?? null,
      opened_by: principalId,
      opened_at: at,
    })
    .execute();
  await linkAlerts(transaction, id, alertIds, "/body/alertIds");
  const body = await findNonConformance(transaction, id);
  writing.record({ action: "non-conformance.open", subject: { kind: "non-conformance", id }, new: body });
  writing.publish(publishedOf("opened", body));
  return { status: 201, body };
}

/** What those who watch are told about a non-conformance. */
export function publishedOf(what: string, { id, number, title, severity, status }: NonConformanceDetail): Published {
  const payload = { id, number, title, severity, status };
  return { topic: `non-conformance.${what}`, recordKind: "non-conformance", recordId: id, payload };
}
