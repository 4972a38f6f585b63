import type { AssayDocument, RuleSetDocument } from "@touchstone/model";
import { createRuleSet, defaultRuleSet, type RuleSet } from "@touchstone/quality";
import { newId, type Tables, toJson } from "@touchstone/store";
import type { Kysely } from "kysely";
import type { Writing } from "../writing/perform.ts";

/** Kind of record that a rule set's signature is under. */
export const RULE_SET_RECORD = "rule set";

/** A rule set with the row that verdicts name. */
export interface StoredRuleSet {
  readonly id: string;
  readonly ruleSet: RuleSet;
}

/**
 * The rule set that judges a run now: that of the run's assay, which was signed with it; else the one that was approved for
 * all; else the default.
 */
export async function ruleSetFor(writing: Writing, assayId: string | null): Promise<StoredRuleSet> {
  const ofAssay = assayId === null ? null : await ruleSetOfAssay(writing, assayId);
  return ofAssay ?? (await approvedRuleSet(writing.transaction)) ?? (await ensureDefaultRuleSet(writing));
}

/** The rule set of that id. */
export async function loadRuleSet(kysely: Kysely<Tables>, id: string): Promise<StoredRuleSet> {
  const { document } = await kysely
    .selectFrom("rule_set")
    .select("document")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return { id, ruleSet: createRuleSet(document as RuleSetDocument) };
}

/** The one rule set that a person approved for all runs; null where there is none. */
export async function approvedRuleSet(kysely: Kysely<Tables>): Promise<StoredRuleSet | null> {
  const row = await kysely
    .selectFrom("rule_set")
    .select(["id", "document"])
    .where("status", "=", "approved")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("signature")
          .select("signature.id")
          .where("record_kind", "=", RULE_SET_RECORD)
          .whereRef("record_id", "=", "rule_set.id"),
      ),
    )
    .orderBy("approved_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, ruleSet: createRuleSet(row.document as RuleSetDocument) };
}

/** The default rule set, stored when it is first needed: verdicts name the row of what they were made by. */
export function ensureDefaultRuleSet(writing: Writing): Promise<StoredRuleSet> {
  return ensureRuleSet(writing, defaultRuleSet, defaultRuleSet.name, "it holds where no rule set is approved");
}

async function ruleSetOfAssay(writing: Writing, assayId: string): Promise<StoredRuleSet | null> {
  const assay = await writing.transaction
    .selectFrom("assay")
    .select(["name", "version", "document"])
    .where("id", "=", assayId)
    .where("approved_at", "is not", null)
    .executeTakeFirst();
  if (assay === undefined) return null;
  const { name, version, rules, policies } = (assay.document as AssayDocument).ruleSet;
  const document = { schema: "touchstone/rule-set/1" as const, name, version, rules, ...(policies && { policies }) };
  const reason = `it was signed as part of version ${assay.version} of assay ${assay.name}`;
  return ensureRuleSet(writing, createRuleSet(document), `${name} (${assay.name} v${assay.version})`, reason);
}

/** @param otherName what its row is called where another rule set has its name and version. */
async function ensureRuleSet(
  writing: Writing,
  ruleSet: RuleSet,
  otherName: string,
  reason: string,
): Promise<StoredRuleSet> {
  const { transaction, at } = writing;
  const { name, version, rules, policies, contentSha256 } = ruleSet;
  const known = await transaction
    .selectFrom("rule_set")
    .select(["id", "name", "content_sha256"])
    .where("version", "=", version)
    .where("name", "in", [name, otherName])
    .execute();
  const same = known.find((row) => row.content_sha256 === contentSha256);
  if (same !== undefined) return { id: same.id, ruleSet };
  const id = newId();
  const content = { schema: "touchstone/rule-set/1", name, version, rules, policies };
  await transaction
    .insertInto("rule_set")
    .values({
      id,
      name: known.some((row) => row.name === name) ? otherName : name,
      version,
      content_sha256: contentSha256,
      document: toJson(content),
      status: "approved",
      approved_at: at,
      created_at: at,
    })
    .execute();
  writing.record({ action: "rule set.create", subject: { kind: "rule set", id }, new: content, reason });
  return { id, ruleSet };
}
