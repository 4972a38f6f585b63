import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { IdSchema, MomentInSchema, NameSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { selectAlertSummaries, toAlertSummary } from "./queries.ts";
import { AlertSchema, type AlertSummary } from "./schema.ts";

/** What the list of alerts can be narrowed to. */
export const AlertListQuerySchema = Type.Object(
  {
    ...pageQuery,
    status: Type.Optional(AlertSchema.properties.status),
    kind: Type.Optional(AlertSchema.properties.kind),
    level: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
    runId: Type.Optional(IdSchema),
    assay: Type.Optional(NameSchema),
    assignedTo: Type.Optional(IdSchema),
    since: Type.Optional(MomentInSchema),
  },
  { additionalProperties: false },
);

type AlertListQuery = Static<typeof AlertListQuerySchema>;

/** The query of a page of alerts, those opened last first. */
export function alertListQuery(kysely: Kysely<Tables>, query: AlertListQuery) {
  const after = readCursor(query.cursor, ["moment", "id"]);
  let rows = selectAlertSummaries(kysely);
  if (query.status !== undefined) rows = rows.where("alert.status", "=", query.status);
  if (query.kind !== undefined) rows = rows.where("alert.kind", "=", query.kind);
  if (query.level !== undefined) rows = rows.where("alert.level", "=", query.level);
  if (query.assay !== undefined) rows = rows.where("alert.assay", "=", query.assay);
  if (query.assignedTo !== undefined) rows = rows.where("alert.assigned_to", "=", query.assignedTo);
  if (query.since !== undefined) rows = rows.where("alert.opened_at", ">=", new Date(query.since));
  if (query.runId !== undefined) {
    // Any run in which the cause was found, not only the first.
    const { runId } = query;
    rows = rows.where("alert.id", "in", (from) =>
      from.selectFrom("alert_occurrence").select("alert_id").where("run_id", "=", runId),
    );
  }
  if (after !== null) {
    rows = rows.where(sql<boolean>`(alert.opened_at, alert.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  }
  return rows
    .orderBy("alert.opened_at", "desc")
    .orderBy("alert.id", "desc")
    .limit(query.limit + 1);
}

/** A page of alerts. */
export async function listAlerts(
  kysely: Kysely<Tables>,
  query: AlertListQuery,
): Promise<{ items: AlertSummary[]; next: string | null }> {
  const rows = await alertListQuery(kysely, query).execute();
  return toPage(rows, query.limit, (row) => [row.opened_at.toISOString(), row.id], toAlertSummary);
}
