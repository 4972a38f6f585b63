import { StatisticsError } from "../error.ts";
import { requireFinite } from "../numbers.ts";

/**
 * Standardised deviation of one control measurement from its target.
 *
 * A number is (value - mean) / sd, unrounded. null: not measured in this run, or excluded with a documented reason;
 * windows pass over it. `not evaluable`: measured, but there are no limits to hold it against (sd = 0, depth outside of
 * the baseline's); a window that would need to know it is not evaluable either.
 */
export type ControlScore = number | null | "not evaluable";

/** The scores of one run, one for each material, always in the same order. */
export type RunScores = ArrayLike<ControlScore>;

/**
 * (value - mean) / sd, not rounded; `not evaluable` where sd is null or 0, since equal baseline values make no limits.
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE, TS_STATISTICS_OUT_OF_RANGE when sd is negative.
 */
export function controlScore(value: number, mean: number, sd: number | null): number | "not evaluable" {
  requireFinite([value], "value");
  requireFinite([mean], "mean");
  if (sd === null || sd === 0) return "not evaluable";
  requireFinite([sd], "sd");
  if (sd < 0) throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `sd is ${sd}, below 0`, { argument: "sd" });
  const score = (value - mean) / sd;
  if (!Number.isFinite(score)) {
    throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `sd is ${sd}, too small for a score`, { argument: "sd" });
  }
  return score;
}

/** @throws StatisticsError TS_STATISTICS_LENGTH, TS_STATISTICS_NOT_FINITE naming run and material. */
export function requireRunScores(scores: RunScores, materials: number, run: number): void {
  if (scores.length !== materials) {
    throw new StatisticsError(
      "TS_STATISTICS_LENGTH",
      `run ${run} has ${scores.length} scores for ${materials} materials`,
      { argument: "scores", row: run },
    );
  }
  for (let material = 0; material < materials; material++) {
    const score = scores[material];
    if (score === null || score === "not evaluable" || Number.isFinite(score)) continue;
    throw new StatisticsError(
      "TS_STATISTICS_NOT_FINITE",
      `run ${run}, material ${material}: ${String(score)} is no score`,
      { argument: "scores", row: run, column: material },
    );
  }
}
