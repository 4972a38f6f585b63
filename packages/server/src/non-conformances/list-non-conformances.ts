import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { IdSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { selectNonConformances, toNonConformance } from "./queries.ts";
import { type NonConformance, NonConformanceSchema } from "./schema.ts";

/** What the list of non-conformances can be narrowed to. */
export const NonConformanceListQuerySchema = Type.Object(
  {
    ...pageQuery,
    status: Type.Optional(NonConformanceSchema.properties.status),
    severity: Type.Optional(NonConformanceSchema.properties.severity),
    runId: Type.Optional(IdSchema),
    alertId: Type.Optional(IdSchema),
  },
  { additionalProperties: false },
);

type NonConformanceListQuery = Static<typeof NonConformanceListQuerySchema>;

/** The query of a page of non-conformances, those opened last first. */
export function nonConformanceListQuery(kysely: Kysely<Tables>, query: NonConformanceListQuery) {
  const { status, severity, runId, alertId } = query;
  const after = readCursor(query.cursor, ["moment", "id"]);
  let rows = selectNonConformances(kysely);
  if (status !== undefined) rows = rows.where("non_conformance.status", "=", status);
  if (severity !== undefined) rows = rows.where("non_conformance.severity", "=", severity);
  if (runId !== undefined) rows = rows.where("non_conformance.run_id", "=", runId);
  if (alertId !== undefined) {
    rows = rows.where("non_conformance.id", "in", (from) =>
      from.selectFrom("non_conformance_alert").select("non_conformance_id").where("alert_id", "=", alertId),
    );
  }
  if (after !== null) {
    rows = rows.where(
      sql<boolean>`(non_conformance.opened_at, non_conformance.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    );
  }
  return rows
    .orderBy("non_conformance.opened_at", "desc")
    .orderBy("non_conformance.id", "desc")
    .limit(query.limit + 1);
}

/** A page of non-conformances. */
export async function listNonConformances(
  kysely: Kysely<Tables>,
  query: NonConformanceListQuery,
): Promise<{ items: NonConformance[]; next: string | null }> {
  const rows = await nonConformanceListQuery(kysely, query).execute();
  return toPage(rows, query.limit, (row) => [row.opened_at.toISOString(), row.id], toNonConformance);
}
