import type { ImportedStratum } from "@touchstone/ingest";
import { judgeThreshold, type ScoreCounts, type ScoreName, type ThresholdVerdict } from "@touchstone/quality";
import { describeRecords } from "./judged-comparison.ts";
import type { RoutineThreshold } from "./routine-thresholds.ts";

/** What a verdict on a score can be. There is no warning: a score reaches its threshold or does not. */
export type ScoreState = "in control" | "out of control" | "not evaluable";

/** The verdict on one score of a run. */
export interface ScoreVerdict {
  readonly state: ScoreState;
  /** Null unless it is not evaluable. */
  readonly reason: string | null;
  readonly sentence: string;
  /** What it rests on; null where there was nothing to judge. */
  readonly verdict: ThresholdVerdict | null;
}

const STATES: Readonly<Record<ThresholdVerdict["state"], ScoreState>> = {
  pass: "in control",
  fail: "out of control",
  indeterminate: "not evaluable",
};

/**
 * Judges one score by its threshold, as routine does: by the estimate. What cannot be judged is not evaluable and says
 * why, never in control.
 *
 * @param row the records that the threshold is for; null where the comparison has no such row.
 * @param against the truth set in words.
 */
export function judgeScore(threshold: RoutineThreshold, row: ImportedStratum | null, against: string): ScoreVerdict {
  const { score, minimum, least_observations: observations, variant_type: variantType, stratum } = threshold;
  const records = describeRecords({ variantType, stratum });
  const notEvaluable = (reason: string, what: string): ScoreVerdict => {
    const sentence = `${score} of ${records} against ${against} is not evaluable: ${what}.`;
    return { state: "not evaluable", reason, sentence, verdict: null };
  };
  if (row === null) return notEvaluable("stratum missing", "the comparison has no such row");
  const counts = countsFor(score, row);
  if (counts === null) return notEvaluable("no counts", "the program gives no counts for it");
  const verdict = judgeThreshold({ score, minimum, ...(observations !== null && { observations }) }, counts, "routine");
  const state = STATES[verdict.state];
  const reason = state !== "not evaluable" ? null : verdict.value === null ? "no observations" : "too few observations";
  return { state, reason, sentence: `${records} against ${against}: ${verdict.sentence}`, verdict };
}

/** Counts that a score is made of; those of the other side do not matter to it and may be missing. */
function countsFor(score: ScoreName, { truthTp, truthFn, queryTp, queryFp }: ImportedStratum): ScoreCounts | null {
  const lacksTruth = truthTp === null || truthFn === null;
  const lacksQuery = queryTp === null || queryFp === null;
  if ((lacksTruth && score !== "precision") || (lacksQuery && score !== "recall")) return null;
  return { truthTp: truthTp ?? 0, truthFn: truthFn ?? 0, queryTp: queryTp ?? 0, queryFp: queryFp ?? 0 };
}
