import { ruleDefinition } from "@touchstone/statistics";
import { controlKey, type Measurement } from "../measurements/measurement.ts";
import type { RuleSet } from "../rule-set/rule-set.ts";
import type { BaselineIndex } from "./baseline-index.ts";
import type { SeriesLimits } from "./series-limits.ts";

/** The last measurements of one control (one analyte, material, lot and level) before a run, oldest first. */
export interface ControlHistory {
  readonly measurements: readonly Measurement[];
  /** Whether there are none before these. */
  readonly isWhole: boolean;
}

/**
 * What the windows of a rule set reach over: nothing, the earlier measurements of the same control, or those of all controls
 * of the analyte.
 */
export type LookBack = "nothing" | "control" | "analyte";

/** How far the rules of a set look back. */
export function lookBackOf(ruleSet: RuleSet): LookBack {
  return questionsOf(ruleSet).lookBack;
}

/** What is asked of histories because of a rule set: the same for thousands of controls. */
interface Questions {
  readonly lookBack: LookBack;
  readonly ofControl: Needs;
  readonly ofAnalyte: Needs;
  /** Whether the rule 2of3-2s looks at the earlier measurements of a control. */
  readonly hasTwoOfThree: boolean;
}

const questions = new WeakMap<RuleSet, Questions>();

function questionsOf(ruleSet: RuleSet): Questions {
  const known = questions.get(ruleSet);
  if (known !== undefined) return known;
  const made = {
    lookBack: readLookBack(ruleSet),
    ofControl: needsOf(ruleSet, "across runs"),
    ofAnalyte: needsOf(ruleSet, "across materials"),
    hasTwoOfThree: ruleSet.rules.some(({ rule, scopes }) => rule === "2of3-2s" && scopes.includes("across runs")),
  };
  questions.set(ruleSet, made);
  return made;
}

function readLookBack(ruleSet: RuleSet): LookBack {
  const scopes = new Set(ruleSet.rules.flatMap((rule) => rule.scopes));
  if (scopes.has("across materials")) return "analyte";
  if (!scopes.has("across runs")) return "nothing";
  // Whether an earlier run was left out depends on all controls that it had.
  return ruleSet.policies.rejectedRuns === "left out" ? "analyte" : "control";
}

/** One measurement that the rules have seen: one that limits hold for. */
interface Seen {
  readonly time: string;
  readonly lot: string | null;
  readonly limits: SeriesLimits;
  /** Null where the deviation is not known; a window that needs it is not evaluable. */
  readonly score: number | null;
}

/** What the rules need to see before their state follows from it alone. */
interface Needs {
  /** Measurements of the longest window less one. */
  readonly count: number;
  /** SD: a measurement within them ends every sequence on one side. */
  readonly limit: number;
}

/**
 * The controls of one analyte whose history does not reach back far enough: what came before it may yet decide about the
 * verdicts on `judged`. Empty when the verdicts are those of the whole history. The argument is in ADR 22.
 *
 * @param histories of the controls of `judged`, and of all controls in baselines where `lookBackOf` is `analyte`.
 * @param judged measurements of the analyte in the runs that follow.
 */
export function insufficientHistories<History extends ControlHistory>(
  histories: readonly History[],
  judged: readonly Measurement[],
  baselines: BaselineIndex,
  ruleSet: RuleSet,
): History[] {
  const { lookBack, ofControl, ofAnalyte, hasTwoOfThree } = questionsOf(ruleSet);
  if (lookBack === "nothing") return [];
  if (ruleSet.policies.rejectedRuns === "left out") return histories.filter(({ isWhole }) => !isWhole);
  const known = histories.map((history) => ({ history, ...knownPart(history, judged, baselines, ruleSet) }));
  const keys = new Set(judged.map(controlKey));
  const lacking = known.filter(({ history, isWhole, seen }) => {
    if (isWhole) return false;
    if (seen.length === 0) return true;
    const isJudged = keys.has(controlKey(history.measurements[0]));
    if (!isJudged || seen.some(({ limits }, place) => place > 0 && limits !== seen[place - 1].limits)) return false;
    return !(isSettled(seen, ofControl) && (!hasTwoOfThree || isTwoOfThreeSettled(seen)));
  });
  if (lacking.length > 0 || lookBack === "control") return lacking.map(({ history }) => history);
  return isAnalyteSettled(known, ofAnalyte) ? [] : histories.filter(({ isWhole }) => !isWhole);
}

/** The part of a history after which the limits and the reagent lot that the rules remember are known. */
function knownPart(
  { measurements, isWhole }: ControlHistory,
  judged: readonly Measurement[],
  baselines: BaselineIndex,
  { policies }: RuleSet,
): { readonly seen: readonly Seen[]; readonly isWhole: boolean } {
  const seen = measurements.flatMap((measurement): Seen[] => {
    const choice = baselines.choose(measurement);
    if (!("limits" in choice)) return [];
    const { limits } = choice;
    const scored = limits.score(measurement, policies);
    const score = "score" in scored ? scored.score : null;
    return [{ time: measurement.time, lot: measurement.reagentLot, limits, score }];
  });
  if (isWhole || reachesFirstEffect(measurements, baselines)) return { seen, isWhole: true };
  if (!policies.countersResetBy.includes("reagent lot")) return { seen, isWhole };
  const first = seen.findIndex(({ lot }) => lot !== null);
  if (first !== -1) return { seen: seen.slice(first), isWhole };
  // Whether the first lot after these is a new one depends on what was before them.
  const comesToLot = judged.some(({ reagentLot }) => reagentLot !== null);
  return { seen: comesToLot ? [] : seen, isWhole };
}

/** What was measured before any limits took effect was never seen by a rule. */
function reachesFirstEffect([oldest]: readonly Measurement[], baselines: BaselineIndex): boolean {
  if (oldest === undefined) return false;
  const effect = baselines.firstEffect(oldest);
  return effect === null || oldest.time < effect;
}

function needsOf({ rules }: RuleSet, scope: "across runs" | "across materials"): Needs {
  const definitions = rules
    .filter(({ scopes }) => scopes.includes(scope))
    .map(({ rule }) => ruleDefinition(rule))
    .filter(({ shape }) => shape === "same side");
  return {
    count: Math.max(1, ...definitions.map(({ count }) => count)) - 1,
    limit: Math.min(Number.POSITIVE_INFINITY, ...definitions.map(({ limit }) => limit)),
  };
}

/**
 * Whether the counters of rules for measurements on one side are known: a measurement that surely does not lie beyond the
 * limit sets those of its side to 0. Where none does, the last ones fill every window by themselves; then only the count
 * since the last news needs an end, which a measurement without a score is too.
 */
function isSettled(seen: readonly Seen[], { count, limit }: Needs): boolean {
  const endsAbove = seen.some(({ score }) => score !== null && score <= limit);
  const endsBelow = seen.some(({ score }) => score !== null && score >= -limit);
  if (endsAbove && endsBelow) return true;
  const isUnknown = seen.some(({ score }) => score === null);
  return seen.length >= count && (endsAbove || isUnknown) && (endsBelow || isUnknown);
}

const TWO_OF_THREE_LIMIT = 2;

/** Whether two neighbours that bring no news are among them: the rule knows no more than the two before. */
function isTwoOfThreeSettled(seen: readonly Seen[]): boolean {
  const bringsNoNews = ({ score }: Seen) => score === null || Math.abs(score) <= TWO_OF_THREE_LIMIT;
  return seen.some((one, place) => place > 0 && bringsNoNews(one) && bringsNoNews(seen[place - 1]));
}

/** The same as `isSettled` for rules over all controls, from the first run on of which all controls are known. */
function isAnalyteSettled(
  known: readonly { readonly seen: readonly Seen[]; readonly isWhole: boolean }[],
  needs: Needs,
): boolean {
  const partial = known.filter(({ isWhole }) => !isWhole);
  if (partial.length === 0) return true;
  let from = "";
  for (const { seen } of partial) if (seen[0].time > from) from = seen[0].time;
  const pooled = known.flatMap(({ seen }) => seen.filter(({ time }) => time > from));
  return isSettled(pooled, needs);
}
