import { judgeAgainstMinimum } from "@touchstone/statistics";
import { QualityError } from "../error.ts";
import { shown } from "../verdict/sentence.ts";
import { type CountedScore, type ScoreCounts, type ScoreName, scoreOfCounts } from "./score.ts";

/** The least score that is acceptable. */
export interface Threshold {
  readonly score: ScoreName;
  /** 0 to 1. */
  readonly minimum: number;
  /** Two-sided confidence of the interval, 0.95 unless given. */
  readonly level?: number;
  /** Fewest records that the score may be a share of: of fewer it is indeterminate. 1 unless given. */
  readonly observations?: number;
}

/**
 * When a threshold is judged. At `release` the interval has to be above it, since the decision is made once and holds
 * for every sample to come; in `routine` the estimate, since the version was released with evidence before.
 */
export type ThresholdStage = "release" | "routine";

/** Whether a score reaches its threshold, with all that this rests on. */
export interface ThresholdVerdict extends CountedScore {
  readonly state: "pass" | "indeterminate" | "fail";
  readonly minimum: number;
  readonly stage: ThresholdStage;
  /** For the person who decides. */
  readonly sentence: string;
}

/**
 * Judges a score by its counts. Without any observation, with fewer than the threshold asks for, or where the interval of a
 * release holds the minimum, it is indeterminate.
 *
 * @param counts null when only the score is known, which is refused.
 * @throws QualityError TS_RULE_ON_SCORE without counts, TS_DEFINITION_INVALID for a minimum or level that is no share,
 *   or a number of observations that is no count;
 *   StatisticsError TS_STATISTICS_OUT_OF_RANGE for counts that are no whole numbers of 0 or more.
 */
export function judgeThreshold(
  threshold: Threshold,
  counts: ScoreCounts | null,
  stage: ThresholdStage,
): ThresholdVerdict {
  const { score, minimum, level = 0.95, observations = 1 } = threshold;
  requireShare(score, "minimum", minimum >= 0 && minimum <= 1, minimum);
  requireShare(score, "level", level > 0 && level < 1, level);
  if (!(Number.isSafeInteger(observations) && observations >= 1)) {
    const message = `the number of observations of ${score} is ${observations}, which is no count from 1 on`;
    throw new QualityError("TS_DEFINITION_INVALID", message, { field: "observations" });
  }
  if (counts === null) {
    throw new QualityError(
      "TS_RULE_ON_SCORE",
      `a threshold for ${score} needs the counts that it was computed from: 29 of 29 and 2900 of 2900 are both 1, and ` +
        "only one of them shows that 0.95 is reached",
      { field: score },
    );
  }
  const counted = scoreOfCounts(score, counts, level);
  const { value } = counted;
  if (value !== null && counted.observations < observations) {
    const sentence = `${score} is ${shown(value)} of ${counted.observations} records, fewer than the ${observations} that are needed: indeterminate.`;
    return { ...counted, state: "indeterminate", minimum, stage, sentence };
  }
  const state = stage === "release" ? judgeAgainstMinimum(counted.interval, minimum) : judgeEstimate(value, minimum);
  return { ...counted, state, minimum, stage, sentence: describe(counted, { state, minimum, stage, level }) };
}

function judgeEstimate(value: number | null, minimum: number): ThresholdVerdict["state"] {
  if (value === null) return "indeterminate";
  return value >= minimum ? "pass" : "fail";
}

function describe(
  { score, value, interval, observations }: CountedScore,
  { state, minimum, stage, level }: Pick<ThresholdVerdict, "state" | "minimum" | "stage"> & { level: number },
): string {
  if (value === null || interval === null) return `There is nothing to compute ${score} from: indeterminate.`;
  const [low, high] = interval.map((bound) => shown(bound));
  const judged = stage === "release" ? `the ${shown(level * 100)}% interval, ${low} to ${high},` : "the estimate";
  const verdict = {
    pass: `${judged} reaches ${minimum}: pass`,
    fail: `${judged} stays below ${minimum}: fail`,
    indeterminate: `${judged} holds ${minimum}: indeterminate, more observations would decide`,
  }[state];
  return `${score} is ${shown(value)}, from ${observations} records; ${verdict}.`;
}

function requireShare(score: ScoreName, field: string, holds: boolean, value: number): void {
  if (holds) return;
  throw new QualityError("TS_DEFINITION_INVALID", `the ${field} of ${score} is ${value}, which is no share`, { field });
}
