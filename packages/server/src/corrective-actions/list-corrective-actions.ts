import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { DaySchema } from "../http/day-schema.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { selectCorrectiveActions, toCorrectiveAction } from "./queries.ts";
import { type CorrectiveAction, CorrectiveActionSchema } from "./schema.ts";

/** What the list of corrective actions can be narrowed to. */
export const CorrectiveActionListQuerySchema = Type.Object(
  {
    ...pageQuery,
    status: Type.Optional(CorrectiveActionSchema.properties.status),
    assignedTo: Type.Optional(IdSchema),
    dueBefore: Type.Optional(DaySchema),
  },
  { additionalProperties: false },
);

type CorrectiveActionListQuery = Static<typeof CorrectiveActionListQuerySchema>;

/** The query of a page of corrective actions, those planned last first. */
export function correctiveActionListQuery(kysely: Kysely<Tables>, query: CorrectiveActionListQuery) {
  const after = readCursor(query.cursor, ["moment", "id"]);
  let rows = selectCorrectiveActions(kysely);
  if (query.status !== undefined) rows = rows.where("status", "=", query.status);
  if (query.assignedTo !== undefined) rows = rows.where("assigned_to", "=", query.assignedTo);
  if (query.dueBefore !== undefined) rows = rows.where("due_on", "<", query.dueBefore);
  if (after !== null) {
    rows = rows.where(sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  }
  return rows
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(query.limit + 1);
}

/** A page of corrective actions. */
export async function listCorrectiveActions(
  kysely: Kysely<Tables>,
  query: CorrectiveActionListQuery,
): Promise<{ items: CorrectiveAction[]; next: string | null }> {
  const rows = await correctiveActionListQuery(kysely, query).execute();
  return toPage(rows, query.limit, (row) => [row.created_at.toISOString(), row.id], toCorrectiveAction);
}
