import { defaultRuleSet } from "@touchstone/quality";
import type { RuleSetTable, Tables } from "@touchstone/store";
import type { Kysely, Selectable } from "kysely";
import { approvalOf } from "../access/approval.ts";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import { approvedRuleSet, RULE_SET_RECORD } from "./rule-set-in-force.ts";
import type { RuleSetRecord, RuleSetSummary } from "./schema.ts";

/**
 * A rule set as lists show it.
 *
 * @param approvedId of the one that a person approved for all runs; null where the default holds.
 */
export function toRuleSetSummary(
  row: Omit<Selectable<RuleSetTable>, "document"> & { readonly approved_by: string | null },
  approvedId: string | null,
): RuleSetSummary {
  const isDefault = row.content_sha256 === defaultRuleSet.contentSha256;
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    status: row.status,
    isInForce: approvedId === null ? isDefault : row.id === approvedId,
    contentSha256: row.content_sha256,
    proposedBy: row.proposed_by,
    createdAt: momentOut(row.created_at),
    approvedBy: row.approved_by,
    approvedAt: momentOutOrNull(row.approved_at),
    retiredAt: momentOutOrNull(row.retired_at),
  };
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findRuleSet(kysely: Kysely<Tables>, id: string): Promise<RuleSetRecord> {
  const row = await kysely.selectFrom("rule_set").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("rule set", id);
  const approved = await approvedRuleSet(kysely);
  const approval = await approvalOf(kysely, RULE_SET_RECORD, id);
  return {
    ...toRuleSetSummary({ ...row, approved_by: approval?.printedName ?? null }, approved?.id ?? null),
    document: row.document,
    approval,
  };
}

/** "version 2 of rule set westgard". */
export function describeRuleSet({ name, version }: Pick<RuleSetSummary, "name" | "version">): string {
  return `version ${version} of rule set ${name}`;
}
