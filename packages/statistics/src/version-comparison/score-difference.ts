/** Scores in which two versions are compared. */
export const comparedScores = ["recall", "precision", "f1"] as const;

/** One of {@link comparedScores}. */
export type ComparedScore = (typeof comparedScores)[number];

/** Numbers of one block, or their sum: both versions' truth TP, truth FN, query TP, query FP. */
export const FIELDS = 8;
const SECOND = 4;

/** Score of one version of a row of {@link FIELDS} numbers; null where its denominator is 0. */
function scoreOf(score: ComparedScore, counts: ArrayLike<number>, at: number): number | null {
  const recall = share(counts[at], counts[at + 1]);
  if (score === "recall") return recall;
  const precision = share(counts[at + 2], counts[at + 3]);
  if (score === "precision" || recall === null || precision === null) return score === "precision" ? precision : null;
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
}

function share(part: number, rest: number): number | null {
  return part + rest === 0 ? null : part / (part + rest);
}

/** Score of the first version. */
export function firstScore(score: ComparedScore, counts: ArrayLike<number>): number | null {
  return scoreOf(score, counts, 0);
}

/** Score of the second version. */
export function secondScore(score: ComparedScore, counts: ArrayLike<number>): number | null {
  return scoreOf(score, counts, SECOND);
}

/** Score of the second version less that of the first; null where either is. */
export function scoreDifference(score: ComparedScore, counts: ArrayLike<number>): number | null {
  const first = firstScore(score, counts);
  const second = secondScore(score, counts);
  return first === null || second === null ? null : second - first;
}

/**
 * First-order change of the score difference per unit of weight of one block (the influence of a ratio, Cochran 1977,
 * Sampling Techniques, section 6.4; for F1 by the chain rule). Null where a score is, or an F1 is at its corner 0.
 */
export function blockInfluence(
  score: ComparedScore,
  block: ArrayLike<number>,
  totals: ArrayLike<number>,
): number | null {
  const first = versionInfluence(score, block, totals, 0);
  const second = versionInfluence(score, block, totals, SECOND);
  return first === null || second === null ? null : second - first;
}

function versionInfluence(
  score: ComparedScore,
  block: ArrayLike<number>,
  totals: ArrayLike<number>,
  at: number,
): number | null {
  const recall = scoreOf("recall", totals, at);
  const precision = scoreOf("precision", totals, at);
  const ofRecall = recall === null ? null : ratioInfluence(recall, block, totals, at);
  if (score === "recall") return ofRecall;
  const ofPrecision = precision === null ? null : ratioInfluence(precision, block, totals, at + 2);
  if (score === "precision") return ofPrecision;
  if (recall === null || precision === null || ofRecall === null || ofPrecision === null) return null;
  const sum = recall + precision;
  return sum === 0 ? null : (2 * precision ** 2 * ofRecall + 2 * recall ** 2 * ofPrecision) / sum ** 2;
}

function ratioInfluence(ratio: number, block: ArrayLike<number>, totals: ArrayLike<number>, at: number): number {
  return (block[at] - ratio * (block[at] + block[at + 1])) / (totals[at] + totals[at + 1]);
}
