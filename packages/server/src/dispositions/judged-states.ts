import type { RunVerdict } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";

/** Sentences that a proposal gives at most; the others are counted. */
const MOST_CONCERNS = 50;

/** What the verdicts in force of a run say together. */
export interface JudgedStates {
  /** Whether anything of the run was held against limits. */
  readonly isJudged: boolean;
  /** Every state that some verdict has. */
  readonly states: readonly RunVerdict["state"][];
  /** What is not in control, in sentences: out of control first, then not evaluable, then warnings. */
  readonly concerns: readonly string[];
  /** Of the verdicts on control measurements. */
  readonly ruleSetIds: readonly string[];
}

/**
 * Reads the verdicts in force on all of a run: measurements, scores, replicate studies, the run as a whole. Measurements
 * that made the baseline were judged before there were limits and count for nothing, unless there are no others: then no
 * control was judged.
 */
export async function judgedStatesOf(kysely: Kysely<Tables>, runId: string): Promise<JudgedStates> {
  const madeBaseline = sql<boolean>`(verdict.reason is not distinct from 'baseline period')`;
  const inForce = kysely.selectFrom("verdict").where("run_id", "=", runId).where("superseded_at", "is", null);
  const groups = await inForce
    .select(["state", "rule_set_id", sql<boolean>`measurement_id is not null`.as("is_control")])
    .select([madeBaseline.as("made_baseline"), sql<number>`count(*)::int`.as("n")])
    .groupBy(["state", "rule_set_id", sql`measurement_id is not null`, madeBaseline])
    .execute();
  const judged = groups.filter((group) => !group.made_baseline);
  const states: RunVerdict["state"][] = judged.map(({ state }) => state);
  const controls = groups.filter(({ is_control: isControl }) => isControl);
  const onlyMadeBaseline = controls.length > 0 && controls.every((group) => group.made_baseline);
  if (onlyMadeBaseline) states.push("not evaluable");
  const rows = await inForce
    .select("sentence")
    .where("state", "<>", "in control")
    .where(sql<boolean>`not ${madeBaseline}`)
    .orderBy(sql`array_position(array['out of control', 'not evaluable', 'warning'], state)`)
    .orderBy("judged_at")
    .orderBy("id")
    .limit(MOST_CONCERNS)
    .execute();
  const concerns = rows.map(({ sentence }) => sentence);
  const more = judged.reduce((sum, { state, n }) => sum + (state === "in control" ? 0 : n), 0) - concerns.length;
  if (more > 0) concerns.push(`${more} more verdicts are not in control.`);
  if (onlyMadeBaseline) concerns.push("No control of the run was judged: its measurements made the baseline.");
  const ruleSetIds = controls.flatMap(({ rule_set_id: id }) => id ?? []);
  return { isJudged: judged.length > 0, states: [...new Set(states)], concerns, ruleSetIds: [...new Set(ruleSetIds)] };
}
