import { QualityError } from "@touchstone/quality";
import type { Caller } from "../access/caller.ts";
import { findAssayId } from "../named/find-assay.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { insertThreshold, type ThresholdContent } from "./put-in-force.ts";
import { findThreshold, selectThresholds } from "./queries.ts";
import type { NewThreshold, ThresholdRecord } from "./schema.ts";
import { storedVariantType } from "./variant-type.ts";

/**
 * Adds a threshold as a draft. The same one sent again, while it is the newest at its place, gets the first answer.
 *
 * @throws QualityError TS_RULE_ON_SCORE without a number of observations; ServerError TS_REQUEST_INVALID for an assay
 *   that is not there.
 */
export async function createThreshold(
  writing: Writing,
  caller: Caller,
  request: NewThreshold,
): Promise<Answer<ThresholdRecord>> {
  const { transaction } = writing;
  requireObservations(request);
  const content: ThresholdContent = {
    assayId: await findAssayId(transaction, request.assay, "/body/assay"),
    score: request.score,
    variantType: storedVariantType(request.variantType),
    stratum: request.stratum ?? "*",
    stage: request.stage ?? "routine",
    minimum: request.minimum,
    observations: request.observations ?? null,
    trendHorizonDays: request.trendHorizonDays ?? null,
    citation: request.citation.trim(),
    proposedBy: caller.principalId,
  };
  const first = await sameThreshold(writing, content);
  if (first !== null) return { status: 200, body: await findThreshold(transaction, first) };
  const id = await insertThreshold(writing, content);
  const body = await findThreshold(transaction, id);
  writing.record({ action: "threshold.create", subject: { kind: "threshold", id }, new: body });
  const { assay, score, variantType, stratum, stage, version, status } = body;
  const payload = { id, assay, score, variantType, stratum, stage, version, status };
  writing.publish({ topic: "threshold.created", recordKind: "threshold", recordId: id, payload });
  return { status: 201, body };
}

/** Refused in the words that the assay's definition is refused with. */
function requireObservations({ score, variantType, observations }: NewThreshold): void {
  if (observations !== undefined) return;
  throw new QualityError(
    "TS_RULE_ON_SCORE",
    `the threshold for ${score} of ${variantType} names no number of observations: 29 of 29 and 2900 of 2900 are both 1, ` +
      "and only one of them shows that 0.95 is reached; add observations, the fewest that may be judged",
    { field: "body.observations" },
  );
}

async function sameThreshold({ transaction }: Writing, content: ThresholdContent): Promise<string | null> {
  const newest = await selectThresholds(transaction)
    .where("threshold.assay_id", "=", content.assayId)
    .where("threshold.score", "=", content.score)
    .where("threshold.variant_type", "=", content.variantType)
    .where("threshold.stratum", "=", content.stratum)
    .where("threshold.stage", "=", content.stage)
    .orderBy("threshold.version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (newest === undefined || newest.status === "retired") return null;
  const isSame =
    newest.minimum === content.minimum &&
    newest.least_observations === content.observations &&
    newest.trend_horizon_days === content.trendHorizonDays &&
    newest.citation === content.citation;
  return isSame ? newest.id : null;
}
