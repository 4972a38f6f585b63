import type { ScoreName, ThresholdStage } from "@touchstone/quality";
import { newId } from "@touchstone/store";
import type { Writing } from "../writing/perform.ts";
import { findThreshold } from "./queries.ts";

/** Which score of which records a threshold judges: of each there is one in force at most. */
export interface ThresholdPlace {
  readonly assayId: string;
  readonly score: ScoreName;
  readonly variantType: string;
  readonly stratum: string;
  readonly stage: ThresholdStage;
}

/** A threshold with what it demands. */
export interface ThresholdContent extends ThresholdPlace {
  readonly minimum: number;
  readonly observations: number | null;
  readonly trendHorizonDays: number | null;
  readonly citation: string | null;
  readonly proposedBy: string | null;
}

/** Adds a threshold as the next version at its place. @returns its id. */
export async function insertThreshold({ transaction, at }: Writing, content: ThresholdContent): Promise<string> {
  const id = newId();
  const newest = await transaction
    .selectFrom("threshold")
    .select("version")
    .where("assay_id", "=", content.assayId)
    .where("score", "=", content.score)
    .where("variant_type", "=", content.variantType)
    .where("stratum", "=", content.stratum)
    .where("stage", "=", content.stage)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  await transaction
    .insertInto("threshold")
    .values({
      id,
      assay_id: content.assayId,
      version: (newest?.version ?? 0) + 1,
      score: content.score,
      variant_type: content.variantType,
      stratum: content.stratum,
      stage: content.stage,
      minimum: content.minimum,
      least_observations: content.observations,
      trend_horizon_days: content.trendHorizonDays,
      citation: content.citation,
      proposed_by: content.proposedBy,
      created_at: at,
    })
    .execute();
  return id;
}

/** Brings a draft into force; the one in force so far is retired in the same transaction. */
export async function approveDraft(writing: Writing, id: string, place: ThresholdPlace): Promise<void> {
  const { transaction, at } = writing;
  const retired = await transaction
    .updateTable("threshold")
    .set({ status: "retired", retired_at: at })
    .where("assay_id", "=", place.assayId)
    .where("score", "=", place.score)
    .where("variant_type", "=", place.variantType)
    .where("stratum", "=", place.stratum)
    .where("stage", "=", place.stage)
    .where("status", "=", "approved")
    .returning("id")
    .executeTakeFirst();
  if (retired !== undefined) {
    const subject = { kind: "threshold", id: retired.id };
    const reason = "another threshold for the same score took its place";
    writing.record({ action: "threshold.retire", subject, new: { status: "retired", takenBy: id }, reason });
  }
  await transaction
    .updateTable("threshold")
    .set({ status: "approved", approved_at: at })
    .where("id", "=", id)
    .execute();
}

/** Adds a threshold that is approved together with what it is part of. */
export async function putInForce(writing: Writing, content: ThresholdContent): Promise<void> {
  const id = await insertThreshold(writing, content);
  await approveDraft(writing, id, content);
  const body = await findThreshold(writing.transaction, id);
  writing.record({ action: "threshold.approve", subject: { kind: "threshold", id }, new: body });
}
