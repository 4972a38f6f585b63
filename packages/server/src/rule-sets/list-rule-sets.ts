import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { approverOf } from "../access/approval.ts";
import { DefinitionStatusSchema } from "../assays/schema.ts";
import { NameSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { toRuleSetSummary } from "./queries.ts";
import { approvedRuleSet, RULE_SET_RECORD } from "./rule-set-in-force.ts";
import type { RuleSetSummary } from "./schema.ts";

/** What the list of rule sets can be narrowed to. */
export const RuleSetListQuerySchema = Type.Object(
  { ...pageQuery, name: Type.Optional(NameSchema), status: Type.Optional(DefinitionStatusSchema) },
  { additionalProperties: false },
);

type RuleSetListQuery = Static<typeof RuleSetListQuerySchema>;

/** A page of rule sets, by name and version. */
export async function listRuleSets(
  kysely: Kysely<Tables>,
  { name, status, limit, cursor }: RuleSetListQuery,
): Promise<{ items: RuleSetSummary[]; next: string | null }> {
  const after = readCursor(cursor, ["text", "integer"]);
  const approved = await approvedRuleSet(kysely);
  let rows = kysely
    .selectFrom("rule_set")
    .selectAll()
    .select(approverOf(RULE_SET_RECORD, "rule_set.id").as("approved_by"));
  if (name !== undefined) rows = rows.where("name", "=", name);
  if (status !== undefined) rows = rows.where("status", "=", status);
  if (after !== null) rows = rows.where(sql<boolean>`(name, version) > (${after[0]}, ${after[1]}::integer)`);
  const found = await rows
    .orderBy("name")
    .orderBy("version")
    .limit(limit + 1)
    .execute();
  return toPage(
    found,
    limit,
    (row) => [row.name, row.version],
    (row) => toRuleSetSummary(row, approved?.id ?? null),
  );
}
