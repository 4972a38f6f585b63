import { compareWithFloor } from "@touchstone/statistics";
import { QualityError } from "../error.ts";
import { shown } from "../verdict/sentence.ts";
import type { AlertFinding } from "./alert.ts";

/** The coefficients of variation of a replicate study; fractions, not percentages. As the study's report names them. */
export interface ReplicateVariation {
  /** Variants with a coefficient. */
  readonly n: number;
  /** Plain median, for display: it depends on the number of replicates. */
  readonly median: number | null;
  /** Median of coefficients that are each corrected for their number of replicates. */
  readonly correctedMedian: number | null;
  /** Median of what counting reads alone contributes; null where there are no depths. */
  readonly floorMedian: number | null;
}

/** Whether replicates agree well enough. */
export interface ReproducibilityVerdict {
  readonly state: "within limit" | "above limit" | "not evaluable";
  readonly limit: number;
  /** Corrected median over the floor; 1 is counting noise and nothing else. Null where there is no floor. */
  readonly ratioToFloor: number | null;
  /** For the person who decides. */
  readonly sentence: string;
}

/** What a coefficient of variation must not exceed unless a laboratory decides otherwise. */
export const DEFAULT_CV_LIMIT = 0.15;

/**
 * Judges the corrected median coefficient of variation: the plain median of duplicates is two thirds of that of many
 * replicates, so that a limit for one would mean another thing for the other. Where counting alone exceeds the limit
 * (18% for a heterozygous site at 30x) no assay could keep it, and nothing is judged.
 *
 * @throws QualityError TS_DEFINITION_INVALID for a limit that is not above 0; StatisticsError for coefficients that are
 *   no numbers of 0 or more.
 */
export function judgeReproducibility(
  { n, correctedMedian, floorMedian }: ReplicateVariation,
  limit: number = DEFAULT_CV_LIMIT,
): ReproducibilityVerdict {
  if (!(limit > 0 && limit < Number.POSITIVE_INFINITY)) {
    throw new QualityError("TS_DEFINITION_INVALID", `the CV's limit is ${limit}, not above 0`, { field: "cvLimit" });
  }
  const { floor, ratio } = compareWithFloor(correctedMedian, [floorMedian]);
  const common = { limit, ratioToFloor: ratio };
  if (correctedMedian === null) {
    return { ...common, state: "not evaluable", sentence: "No variant has a coefficient of variation: not evaluable." };
  }
  const counting =
    floor === null
      ? "what counting contributes is not known"
      : `counting alone gives ${percent(floor)}${ratio === null ? "" : `, of which this is ${shown(ratio, 3)} times`}`;
  const found = `The median CV of ${n} variants, corrected for the number of replicates, is ${percent(correctedMedian)}; ${counting}`;
  if (floor !== null && floor > limit) {
    const sentence = `${found}, more than the limit of ${percent(limit)}: not evaluable at this depth.`;
    return { ...common, state: "not evaluable", sentence };
  }
  return correctedMedian > limit
    ? { ...common, state: "above limit", sentence: `${found}. It is above the limit of ${percent(limit)}.` }
    : { ...common, state: "within limit", sentence: `${found}. It is within the limit of ${percent(limit)}.` };
}

/** Which replicates were compared. */
export interface ReplicateStudy {
  readonly assay: string;
  /** Run that the study is recorded with; studies of several runs may have one name. */
  readonly run: string;
  readonly study: string;
  /** UTC. */
  readonly time: string;
  /** Null for all variants together. */
  readonly stratum: string | null;
}

/**
 * What a replicate study raises an alert for: a corrected median above the limit; null otherwise. Each study of each run is
 * an occurrence of its own.
 */
export function reproducibilityFinding(
  variation: ReplicateVariation,
  { assay, run, study, time, stratum }: ReplicateStudy,
  limit: number = DEFAULT_CV_LIMIT,
): AlertFinding | null {
  const { state, ratioToFloor, sentence } = judgeReproducibility(variation, limit);
  const { n, median, correctedMedian, floorMedian } = variation;
  if (state !== "above limit" || correctedMedian === null) return null;
  return {
    kind: "reproducibility",
    cause: JSON.stringify(["replicates", assay, stratum]),
    subject: `replicates${stratum === null ? "" : ` of ${stratum}`}, ${assay}`,
    occurrence: {
      key: JSON.stringify([run, study]),
      time,
      sentence: `${describeStudy(run, study)}: ${sentence}`,
      evidence: {
        type: "replicates vary",
        run,
        study,
        stratum,
        variants: n,
        medianCv: median,
        correctedMedianCv: correctedMedian,
        limit,
        floorCv: floorMedian,
        ratioToFloor,
      },
    },
  };
}

/** "Study monthly of run R7"; a study that has no name of its own has that of its run. */
function describeStudy(run: string, study: string): string {
  return study === run ? `Study of run ${run}` : `Study ${study} of run ${run}`;
}

function percent(share: number): string {
  return `${shown(100 * share, 3)}%`;
}
