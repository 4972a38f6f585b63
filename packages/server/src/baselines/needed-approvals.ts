import type { AssayDocument } from "@touchstone/model";
import { completePolicies, defaultPolicies } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { approvedRuleSet } from "../rule-sets/rule-set-in-force.ts";

/** People who have to approve a baseline by the rule set that judges by it now: its assay's, the approved one, the default. */
export async function neededApprovals(kysely: Kysely<Tables>, assayId: string | null): Promise<number> {
  const assay =
    assayId === null
      ? undefined
      : await kysely
          .selectFrom("assay")
          .select("document")
          .where("id", "=", assayId)
          .where("approved_at", "is not", null)
          .executeTakeFirst();
  if (assay !== undefined) return completePolicies((assay.document as AssayDocument).ruleSet.policies).approvals;
  return (await approvedRuleSet(kysely))?.ruleSet.policies.approvals ?? defaultPolicies.approvals;
}
