import type { ImportedStratum } from "@touchstone/ingest";
import { judgeThreshold, type ScoreCounts, type ScoreName, type ThresholdVerdict } from "@touchstone/quality";
import { describeRecords } from "./judged-comparison.ts";
import type { RoutineThreshold } from "./routine-thresholds.ts";

/** What a verdict on a score can be. There is no warning: a score reaches its threshold or does not. */
export type ScoreState = "in control" | "out of control" | "not evaluable";

/** Counts of a row of a comparison's table; null where its program gives none. */
type CountedRow = Pick<ImportedStratum, "truthTp" | "truthFn" | "queryTp" | "queryFp">;

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
 * Judges one score by its threshold at the threshold's stage: routine by the estimate, a release by the interval. What cannot be judged is not evaluable and says
 * why, never in control.
 *
 * @param row the records that the threshold is for; null where the comparison has no such row.
 * @param against the truth set in words.
 */
export function judgeScore(threshold: RoutineThreshold, row: CountedRow | null, against: string): ScoreVerdict {
  const { score, minimum, least_observations: observations, variant_type: variantType, stratum } = threshold;
  const records = describeRecords({ variantType, stratum });
  const notEvaluable = (reason: string, what: string): ScoreVerdict => {
    const sentence = `${score} of ${records} against ${against} is not evaluable: ${what}.`;
    return { state: "not evaluable", reason, sentence, verdict: null };
  };
  if (row === null) return notEvaluable("stratum missing", "the comparison has no such row");
  const counts = countsFor(score, row);
  if (counts === null) return notEvaluable("no counts", "the program gives no counts for it");
  const asked = { score, minimum, ...(observations !== null && { observations }) };
  const verdict = judgeThreshold(asked, counts, threshold.stage);
  const state = STATES[verdict.state];
  const reason = state === "not evaluable" ? whyIndeterminate(verdict, observations ?? 1) : null;
  return { state, reason, sentence: `${records} against ${against}: ${verdict.sentence}`, verdict };
}

function whyIndeterminate({ value, observations }: ThresholdVerdict, needed: number): string {
  if (value === null) return "no observations";
  return observations < needed ? "too few observations" : "the interval holds the minimum";
}

/** Counts that a score is made of; those of the other side do not matter to it and may be missing. */
function countsFor(score: ScoreName, { truthTp, truthFn, queryTp, queryFp }: CountedRow): ScoreCounts | null {
  const lacksTruth = truthTp === null || truthFn === null;
  const lacksQuery = queryTp === null || queryFp === null;
  if ((lacksTruth && score !== "precision") || (lacksQuery && score !== "recall")) return null;
  return { truthTp: truthTp ?? 0, truthFn: truthFn ?? 0, queryTp: queryTp ?? 0, queryFp: queryFp ?? 0 };
}
