import type { Tables, ThresholdTable } from "@touchstone/store";
import type { Kysely, Selectable } from "kysely";

/** A threshold that runs are judged by. */
export type RoutineThreshold = Selectable<ThresholdTable>;

/** The thresholds in force that runs of an assay are judged by, in a fixed order. */
export function routineThresholds(kysely: Kysely<Tables>, assayId: string): Promise<RoutineThreshold[]> {
  return thresholdsOf(kysely, assayId, "routine");
}

/** Those in force that a version of a pipeline is judged by once, before it is used. */
export function releaseThresholds(kysely: Kysely<Tables>, assayId: string): Promise<RoutineThreshold[]> {
  return thresholdsOf(kysely, assayId, "release");
}

function thresholdsOf(
  kysely: Kysely<Tables>,
  assayId: string,
  stage: RoutineThreshold["stage"],
): Promise<RoutineThreshold[]> {
  return kysely
    .selectFrom("threshold")
    .selectAll()
    .where("assay_id", "=", assayId)
    .where("stage", "=", stage)
    .where("status", "=", "approved")
    .orderBy("variant_type")
    .orderBy("stratum")
    .orderBy("score")
    .execute();
}
