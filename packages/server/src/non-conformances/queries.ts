import type { Tables } from "@touchstone/store";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Approval } from "../access/approval.ts";
import { signatureOf } from "../access/signature-of.ts";
import { actionsOf } from "../corrective-actions/queries.ts";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import { type Person, personOf } from "../principals/person.ts";
import type { NonConformance, NonConformanceDetail } from "./schema.ts";

/** Non-conformances with what they name, as `toNonConformance` takes them. */
export function selectNonConformances(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom("non_conformance")
    .leftJoin("run", "run.id", "non_conformance.run_id")
    .selectAll("non_conformance")
    .select("run.name as run_name")
    .select([
      personOf("non_conformance.opened_by").as("opened_by_person"),
      signatureOf("non_conformance.closing_signature_id").as("closing_signature"),
      openActions.as("open_actions"),
    ]);
}

const openActions: RawBuilder<number> = sql<number>`(
  select count(*)::int from corrective_action
  where corrective_action.non_conformance_id = non_conformance.id and corrective_action.status in ('planned', 'done')
)`;

type Row = Awaited<ReturnType<ReturnType<typeof selectNonConformances>["executeTakeFirstOrThrow"]>>;

/** A non-conformance as lists show it. */
export function toNonConformance(row: Row): NonConformance {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    description: row.description,
    severity: row.severity,
    status: row.status,
    run: row.run_id === null ? null : { id: row.run_id, name: row.run_name ?? "" },
    openedBy: row.opened_by_person as Person,
    openedAt: momentOut(row.opened_at),
    rootCause: row.root_cause,
    closedAt: momentOutOrNull(row.closed_at),
    openActions: row.open_actions,
  };
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findNonConformance(kysely: Kysely<Tables>, id: string): Promise<NonConformanceDetail> {
  const row = await selectNonConformances(kysely).where("non_conformance.id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("non-conformance", id);
  const alerts = await kysely
    .selectFrom("non_conformance_alert")
    .innerJoin("alert", "alert.id", "non_conformance_alert.alert_id")
    .select(["alert.id", "kind", "subject", "status", "level"])
    .where("non_conformance_id", "=", id)
    .orderBy("alert.opened_at")
    .orderBy("alert.id")
    .execute();
  const closingSignature: Approval | null = row.closing_signature;
  return { ...toNonConformance(row), alerts, correctiveActions: await actionsOf(kysely, id), closingSignature };
}
