import { worstVerdict } from "@touchstone/quality";
import type { AcceptanceCriterion, CriterionOutcome } from "@touchstone/report";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { judgeScore } from "../../judging/judge-score.ts";
import { describeRecords, describeTruth } from "../../judging/judged-comparison.ts";
import { type RoutineThreshold, releaseThresholds, routineThresholds } from "../../judging/routine-thresholds.ts";
import type { JudgedValidationComparison } from "./validation-comparisons.ts";

/** The thresholds in force with what became of each in each comparison, those for a release first. */
export async function judgedCriteria(
  kysely: Kysely<Tables>,
  assayId: string,
  comparisons: readonly JudgedValidationComparison[],
): Promise<AcceptanceCriterion[]> {
  const release = await releaseThresholds(kysely, assayId);
  const routine = await routineThresholds(kysely, assayId);
  return [
    ...release.map((threshold) =>
      criterionOf(
        threshold,
        comparisons.map((one) => releaseOutcome(threshold, one)),
      ),
    ),
    ...routine.map((threshold) =>
      criterionOf(
        threshold,
        comparisons.map((one) => recordedOutcome(threshold, one)),
      ),
    ),
  ];
}

function criterionOf(threshold: RoutineThreshold, outcomes: readonly Outcome[]): AcceptanceCriterion {
  const { stage, score, variant_type: variantType, stratum, minimum, least_observations: observations } = threshold;
  return {
    stage,
    score,
    records: describeRecords({ variantType, stratum }),
    minimum,
    observations,
    citation: threshold.citation,
    state: worstVerdict(outcomes.map(({ state }) => state)) ?? "not evaluable",
    outcomes,
  };
}

type Outcome = CriterionOutcome & { readonly state: JudgedValidationComparison["verdicts"][number]["state"] };

/** As it was judged when the comparison came in; what came before the threshold was not judged by it. */
function recordedOutcome(threshold: RoutineThreshold, comparison: JudgedValidationComparison): Outcome {
  const verdict = comparison.verdicts.find((one) => one.supersededAt === null && one.threshold?.id === threshold.id);
  const names = namesOf(comparison);
  if (verdict === undefined) {
    const sentence = `${names.run} was not judged by this threshold when it came in.`;
    return { ...names, state: "not evaluable", reason: "not judged", sentence };
  }
  const { state, reason, sentence } = verdict;
  return { ...names, state, reason, sentence };
}

/** By the function that judges in routine, at the stage of a release. */
function releaseOutcome(threshold: RoutineThreshold, comparison: JudgedValidationComparison): Outcome {
  const { truthSet, sample } = comparison;
  const row = comparison.scores.find(
    ({ variantType, stratum, subtype }) =>
      variantType === threshold.variant_type && stratum === threshold.stratum && subtype === "*",
  );
  const { state, reason, sentence } = judgeScore(threshold, row ?? null, describeTruth(truthSet, sample));
  return { ...namesOf(comparison), state, reason, sentence };
}

function namesOf({
  run,
  truthSet,
  sample,
}: JudgedValidationComparison): Pick<CriterionOutcome, "run" | "truthSet" | "sample"> {
  return { run: run.name, truthSet: `${truthSet.name} ${truthSet.version}`, sample: sample?.name ?? null };
}
