import type { BaselineIndex, RuleSet } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { loadBaselines, signaturesOf } from "../baselines/stored-baseline.ts";
import { loadRuleSet, ruleSetFor } from "../rule-sets/rule-set-in-force.ts";
import type { Writing } from "../writing/perform.ts";
import type { JudgedRun } from "./judged-run.ts";

/** What a run was judged by beside measurements: kept with the verdict on the run, so that it can be judged by it again. */
export interface BasisRecord {
  readonly ruleSetId: string;
  /** Sorted. */
  readonly baselineIds: readonly string[];
  /** Number of the last change event that was recorded. */
  readonly changeEventsUntil: number;
}

/** The same, ready to judge. */
export interface Basis extends BasisRecord {
  readonly ruleSet: RuleSet;
  readonly baselines: BaselineIndex;
  readonly baselineIdOf: ReadonlyMap<string, string>;
}

/**
 * What judges a run whose measurements come in now: the rule set in force, every change that was recorded, and all
 * baselines that enough people approved and that know one of its materials, in whatever lot.
 */
export async function presentBasis(writing: Writing, run: JudgedRun, materialIds: readonly string[]): Promise<Basis> {
  const { transaction } = writing;
  const { id: ruleSetId, ruleSet } = await ruleSetFor(writing, run.assayId);
  const candidates = await baselinesOfMaterials(transaction, materialIds);
  const approvers = new Map<string, Set<string>>();
  for (const { baselineId, isRetirement, name } of await signaturesOf(transaction, candidates)) {
    const people = approvers.get(baselineId) ?? new Set();
    if (!isRetirement) people.add(name);
    approvers.set(baselineId, people);
  }
  const isApproved = (id: string) => (approvers.get(id)?.size ?? 0) >= ruleSet.policies.approvals;
  const baselineIds = candidates.filter(isApproved).sort();
  const { rows } = await sql<{ number: number }>`
    select coalesce(max(number), 0) as number from change_event
  `.execute(transaction);
  const changeEventsUntil = rows[0]?.number ?? 0;
  return { ruleSetId, ruleSet, baselineIds, changeEventsUntil, ...(await prepared(transaction, baselineIds)) };
}

/** What a run was judged by before. */
export async function recordedBasis(kysely: Kysely<Tables>, record: BasisRecord): Promise<Basis> {
  const { ruleSet } = await loadRuleSet(kysely, record.ruleSetId);
  return { ...record, ruleSet, ...(await prepared(kysely, record.baselineIds)) };
}

/** A text that is the same for the same basis alone. */
export function basisKey({ ruleSetId, baselineIds, changeEventsUntil }: BasisRecord): string {
  return JSON.stringify([ruleSetId, baselineIds, changeEventsUntil]);
}

async function prepared(kysely: Kysely<Tables>, ids: readonly string[]) {
  const { index, idOf } = await loadBaselines(kysely, ids);
  return { baselines: index, baselineIdOf: idOf };
}

async function baselinesOfMaterials(kysely: Kysely<Tables>, materialIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select baseline.id from baseline
    where approved_at is not null and exists (
      select from baseline_series
      where baseline_series.baseline_id = baseline.id and baseline_series.material_id in (
        select lot.id from material join material lot on lot.name = material.name
        where material.id = any(${materialIds}::uuid[])
      )
    )
  `.execute(kysely);
  return rows.map(({ id }) => id);
}
