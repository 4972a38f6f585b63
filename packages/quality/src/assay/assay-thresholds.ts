import type { DeclineQuestion } from "../alerts/decline-finding.ts";
import type { Threshold } from "../thresholds/judge-threshold.ts";
import type { Assay } from "./assay.ts";

/** One score of an assay as it is judged in each run and watched over runs. */
export interface AssayThreshold {
  readonly variantType: "SNV" | "INDEL";
  /** For `judgeThreshold`. */
  readonly threshold: Threshold;
  /** For `declineFinding`, positions in days; null where the assay gives no horizon. */
  readonly decline: DeclineQuestion | null;
}

/** The thresholds of an assay, ready to judge by. */
export function assayThresholds({ document }: Pick<Assay, "document">): AssayThreshold[] {
  return document.thresholds.map(({ score, variantType, minimum, observations, trendHorizonDays }) => ({
    variantType,
    threshold: { score, minimum: minimum.value, ...(observations && { observations: observations.value }) },
    decline:
      trendHorizonDays === undefined
        ? null
        : { threshold: { value: minimum.value, badSide: "below" }, horizon: trendHorizonDays.value },
  }));
}
