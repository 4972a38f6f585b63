import type { RunVerdict } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { type Kysely, type RawBuilder, sql } from "kysely";

type State = RunVerdict["state"];

/** Sentences about single results that a proposal gives at most; the others are counted. */
const MOST_CONCERNS = 50;

/** What is said of a run of which no control was judged. */
export const ONLY_MADE_BASELINE = "No control of the run was judged: its measurements made the baseline.";

/** What the verdicts in force of a run say together. */
export interface JudgedStates {
  /** Whether anything of the run was held against limits. */
  readonly isJudged: boolean;
  /** Every state that some verdict has. */
  readonly states: readonly State[];
  /** What is not in control, in sentences: out of control first, then not evaluable, then warnings. */
  readonly concerns: readonly string[];
  /** By which the run was judged. */
  readonly ruleSetIds: readonly string[];
}

/**
 * Reads the verdicts in force on all of a run: measurements, scores, replicate studies, the run as a whole. Measurements
 * that made the baseline were judged before there were limits and count for nothing, unless there are no others: then no
 * control was judged.
 */
export async function judgedStatesOf(kysely: Kysely<Tables>, runId: string): Promise<JudgedStates> {
  const groups = await groupsOf(kysely, runId);
  const judged = groups.filter((group) => !group.made_baseline);
  const controls = groups.filter((group) => group.is_control);
  const onlyMadeBaseline = controls.length > 0 && controls.every((group) => group.made_baseline);
  const states = new Set(judged.map(({ state }) => state));
  if (onlyMadeBaseline) states.add("not evaluable");
  const told = await concernsOf(kysely, runId);
  const concerns = told.map(({ sentence }) => sentence);
  const more = judged.reduce((sum, { state, n }) => sum + (state === "in control" ? 0 : n), 0) - told.length;
  if (more > 0) concerns.push(`${more} more verdicts are not in control.`);
  if (onlyMadeBaseline) concerns.push(ONLY_MADE_BASELINE);
  const ruleSetIds = groups.flatMap(({ rule_set_id: id }) => id ?? []);
  return { isJudged: judged.length > 0, states: [...states], concerns, ruleSetIds: [...new Set(ruleSetIds)].sort() };
}

/** Whether a verdict is on a measurement that made the baseline. */
export const madeBaseline: RawBuilder<boolean> = sql`(verdict.reason is not distinct from 'baseline period')`;
const isControl = sql<boolean>`(verdict.measurement_id is not null)`;
/** Whether a verdict is on the controls of a run as a whole. */
export const isOnWhole: RawBuilder<boolean> = sql`(
  num_nonnulls(measurement_id, comparison_id, comparison_stratum_id, replicate_study_id) = 0
)`;

function inForce(kysely: Kysely<Tables>, runId: string) {
  return kysely.selectFrom("verdict").where("run_id", "=", runId).where("superseded_at", "is", null);
}

function groupsOf(kysely: Kysely<Tables>, runId: string) {
  return inForce(kysely, runId)
    .select(["state", "rule_set_id", isControl.as("is_control"), madeBaseline.as("made_baseline")])
    .select(sql<number>`count(*)::int`.as("n"))
    .groupBy(["state", "rule_set_id", isControl, madeBaseline])
    .execute();
}

/** The verdict on the run as a whole sums up, so that it follows the others of its state, and is never left out. */
async function concernsOf(
  kysely: Kysely<Tables>,
  runId: string,
): Promise<{ readonly state: State; readonly sentence: string }[]> {
  const concerns = inForce(kysely, runId)
    .select(["state", "sentence"])
    .where("state", "<>", "in control")
    .where(sql<boolean>`not ${madeBaseline}`);
  const ofResults = await concerns
    .where(sql<boolean>`not ${isOnWhole}`)
    .orderBy(sql`array_position(array['out of control', 'not evaluable', 'warning'], state)`)
    .orderBy("judged_at")
    .orderBy("id")
    .limit(MOST_CONCERNS)
    .execute();
  const ofWhole = await concerns.where(isOnWhole).execute();
  const weight = ({ state }: { readonly state: State }) => BY_WEIGHT.indexOf(state);
  return [...ofResults, ...ofWhole].sort((first, second) => weight(first) - weight(second));
}

const BY_WEIGHT: readonly State[] = ["out of control", "not evaluable", "warning"];
