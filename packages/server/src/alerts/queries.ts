import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import { personOf } from "../principals/person.ts";
import type { AlertDetail, AlertHistoryEntry, AlertSummary } from "./schema.ts";
import { loadAlerts } from "./stored-alert.ts";

/** Alerts with what they name, as `toAlertSummary` takes them. */
export function selectAlertSummaries(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom("alert")
    .leftJoin("run", "run.id", "alert.run_id")
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom("alert_occurrence")
          .select(["number as occurrences", "happened_at as last_time", "sentence as last_sentence"])
          .whereRef("alert_occurrence.alert_id", "=", "alert.id")
          .orderBy("number", "desc")
          .limit(1)
          .as("last"),
      (join) => join.onTrue(),
    )
    .selectAll("alert")
    .select(["run.name as run_name", "last.occurrences", "last.last_time", "last.last_sentence"])
    .select([
      personOf("alert.acknowledged_by").as("acknowledged_by_person"),
      personOf("alert.resolved_by").as("resolved_by_person"),
      personOf("alert.assigned_to").as("assigned_to_person"),
    ]);
}

type AlertRow = Awaited<ReturnType<ReturnType<typeof selectAlertSummaries>["executeTakeFirstOrThrow"]>>;

/** An alert as lists show it. */
export function toAlertSummary(row: AlertRow): AlertSummary {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    status: row.status,
    level: row.level,
    assay: row.assay,
    run: row.run_id === null ? null : { id: row.run_id, name: row.run_name ?? "" },
    verdictId: row.verdict_id,
    follows: row.follows,
    openedAt: momentOut(row.opened_at),
    acknowledgedAt: momentOutOrNull(row.acknowledged_at),
    acknowledgedBy: row.acknowledged_by_person,
    resolvedAt: momentOutOrNull(row.resolved_at),
    resolvedBy: row.resolved_by_person,
    resolution: row.resolution,
    assignedTo: row.assigned_to_person,
    occurrenceCount: row.occurrences,
    lastOccurrence: { time: momentOut(row.last_time), sentence: row.last_sentence },
  };
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findAlertSummary(kysely: Kysely<Tables>, id: string): Promise<AlertSummary> {
  const row = await selectAlertSummaries(kysely).where("alert.id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("alert", id);
  return toAlertSummary(row);
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findAlertDetail(kysely: Kysely<Tables>, id: string): Promise<AlertDetail> {
  const summary = await findAlertSummary(kysely, id);
  const [stored] = await loadAlerts(kysely, (alert) => alert("alert.id", "=", id));
  if (stored === undefined) throw notFound("alert", id);
  const runs = await runsOfOccurrences(kysely, id);
  const { cause, id: contentId, occurrences, history } = stored.alert;
  return {
    ...summary,
    cause,
    contentId,
    occurrences: occurrences.map((occurrence) => ({ ...occurrence, run: runs.get(occurrence.key) ?? null })),
    history,
  };
}

async function runsOfOccurrences(
  kysely: Kysely<Tables>,
  alertId: string,
): Promise<ReadonlyMap<string, { id: string; name: string }>> {
  const rows = await kysely
    .selectFrom("alert_occurrence")
    .innerJoin("run", "run.id", "alert_occurrence.run_id")
    .select(["alert_occurrence.key", "run.id", "run.name"])
    .where("alert_id", "=", alertId)
    .execute();
  return new Map(rows.map(({ key, id, name }) => [key, { id, name }]));
}

/**
 * What was done about an alert and who was to look into it, oldest first.
 *
 * @throws ServerError TS_NOT_FOUND.
 */
export async function alertHistory(kysely: Kysely<Tables>, id: string): Promise<AlertHistoryEntry[]> {
  await findAlertSummary(kysely, id);
  const done = kysely
    .selectFrom("alert_history")
    .leftJoin("principal", "principal.id", "alert_history.principal_id")
    .select(["action", "at", "principal.name as by", "reason", "level"])
    .select([sql<AlertHistoryEntry["assignedTo"]>`null::jsonb`.as("assigned_to"), sql<number>`1`.as("part"), "number"])
    .where("alert_id", "=", id);
  const assigned = kysely
    .selectFrom("alert_assignment")
    .innerJoin("principal", "principal.id", "alert_assignment.assigned_by")
    .select([sql<AlertHistoryEntry["action"]>`'assigned'`.as("action"), "at", "principal.name as by"])
    .select([sql<string | null>`null::text`.as("reason"), sql<number | null>`null::integer`.as("level")])
    .select([personOf("alert_assignment.assigned_to").as("assigned_to"), sql<number>`2`.as("part"), "number"])
    .where("alert_id", "=", id);
  const rows = await done
    .unionAll(assigned as never)
    .orderBy("at")
    .orderBy("part")
    .orderBy("number")
    .execute();
  return rows.map(({ action, at, by, reason, level, assigned_to: assignedTo }) => {
    return { action, at: momentOut(at), by, reason, level, assignedTo };
  });
}
