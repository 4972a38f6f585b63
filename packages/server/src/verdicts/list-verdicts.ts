import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { IdSchema, MomentInSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { selectVerdicts, toVerdict } from "./queries.ts";
import { type Verdict, VerdictStateSchema } from "./schema.ts";

/** What the list of verdicts can be narrowed to. */
export const VerdictListQuerySchema = Type.Object(
  {
    ...pageQuery,
    runId: Type.Optional(IdSchema),
    state: Type.Optional(VerdictStateSchema),
    since: Type.Optional(MomentInSchema),
    includeSuperseded: Type.Boolean({ default: false, description: "Whether those are listed that others replaced." }),
  },
  { additionalProperties: false },
);

type VerdictListQuery = Static<typeof VerdictListQuerySchema>;

/** The query of a page of verdicts, the latest first. */
export function verdictListQuery(kysely: Kysely<Tables>, query: VerdictListQuery) {
  const after = readCursor(query.cursor, ["moment", "id"]);
  let rows = selectVerdicts(kysely);
  if (!query.includeSuperseded) rows = rows.where("verdict.superseded_at", "is", null);
  if (query.runId !== undefined) rows = rows.where("verdict.run_id", "=", query.runId);
  if (query.state !== undefined) rows = rows.where("verdict.state", "=", query.state);
  if (query.since !== undefined) rows = rows.where("verdict.judged_at", ">=", new Date(query.since));
  if (after !== null) {
    rows = rows.where(sql<boolean>`(verdict.judged_at, verdict.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  }
  return rows
    .orderBy("verdict.judged_at", "desc")
    .orderBy("verdict.id", "desc")
    .limit(query.limit + 1);
}

/** A page of verdicts. */
export async function listVerdicts(
  kysely: Kysely<Tables>,
  query: VerdictListQuery,
): Promise<{ items: Verdict[]; next: string | null }> {
  const rows = await verdictListQuery(kysely, query).execute();
  return toPage(rows, query.limit, (row) => [row.judged_at.toISOString(), row.id], toVerdict);
}
