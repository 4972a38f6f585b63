import { contentHash, thresholdFinding } from "@touchstone/quality";
import { newId } from "@touchstone/store";
import { raiseFindings } from "../alerts/raise-findings.ts";
import { judgedFilters } from "../concordance/judged-filter.ts";
import type { Writing } from "../writing/perform.ts";
import { judgeScore, type ScoreVerdict } from "./judge-score.ts";
import { describeRecords, describeTruth, type JudgedComparison } from "./judged-comparison.ts";
import { type RoutineThreshold, routineThresholds } from "./routine-thresholds.ts";

/** What a comparison is judged by, and whose place it takes. */
interface JudgingOptions {
  /** Version of Touchstone, kept with the verdicts. */
  readonly touchstone: string;
  /** Comparison whose verdicts the new ones supersede. */
  readonly supersedes: string | null;
}

/**
 * Judges the scores of a comparison by the thresholds in force of the run's assay: a verdict for each threshold, on the
 * row that it is for. Where the row is missing the verdict is on the comparison, and not evaluable; so is the one
 * verdict of a comparison that no threshold is for. What fails raises an alert, except in runs of the time before
 * Touchstone, about which nobody can do anything any more.
 */
export async function judgeComparison(
  writing: Writing,
  comparison: JudgedComparison,
  { touchstone, supersedes }: JudgingOptions,
): Promise<void> {
  const { run } = comparison;
  const thresholds = run.assay === null ? [] : await routineThresholds(writing.transaction, run.assay.id);
  const superseded = supersedes === null ? new Map() : await supersedeVerdicts(writing, supersedes);
  const against = describeTruth(await truthSetOf(writing, comparison), comparison.sample);
  const keep = (made: MadeVerdict) =>
    insertVerdict(writing, comparison, { ...made, touchstone, supersedes: superseded.get(made.threshold?.id ?? "") });
  if (thresholds.length === 0) {
    await keep({ threshold: null, stratumId: null, judged: withoutThresholds(comparison) });
    return;
  }
  for (const threshold of thresholds) {
    const row = rowFor(comparison, threshold);
    const judged = judgeScore(threshold, row, against);
    const verdictId = await keep({ threshold, stratumId: row?.id ?? null, judged });
    const finding = findingOf(comparison, threshold, judged, against);
    if (finding !== null && !run.isImported) await raiseFindings(writing, [finding], { runId: run.id, verdictId });
  }
}

interface MadeVerdict {
  readonly threshold: RoutineThreshold | null;
  readonly stratumId: string | null;
  readonly judged: ScoreVerdict;
}

function rowFor({ strata, format }: JudgedComparison, { variant_type: variantType, stratum }: RoutineThreshold) {
  const row = strata.find(
    (one) =>
      one.variantType === variantType &&
      one.stratum === stratum &&
      one.subtype === "*" &&
      one.filter === judgedFilters[format],
  );
  return row ?? null;
}

function withoutThresholds({ run: { name, assay } }: JudgedComparison): ScoreVerdict {
  const [reason, what] =
    assay === null
      ? ["no assay", `run ${name} names no assay`]
      : ["no thresholds", `no threshold for routine of ${assay.name} v${assay.version} is approved`];
  const sentence = `The scores of run ${name} are not evaluable: ${what}.`;
  return { state: "not evaluable", reason, sentence, verdict: null };
}

/** Runs of one assay are compared with several truth sets, and have several samples; each is an occurrence of its own. */
function findingOf(
  { run }: JudgedComparison,
  { variant_type: variantType, stratum }: RoutineThreshold,
  { verdict, sentence }: ScoreVerdict,
  against: string,
) {
  if (verdict === null || run.assay === null) return null;
  const records = describeRecords({ variantType, stratum });
  const about = { assay: run.assay.name, run: run.name, time: run.performedAt, stratum: records };
  const finding = thresholdFinding(verdict, about);
  if (finding === null) return null;
  const key = JSON.stringify([run.name, verdict.stage, against]);
  return { ...finding, occurrence: { ...finding.occurrence, key, sentence } };
}

function truthSetOf({ transaction }: Writing, { truthSetId }: JudgedComparison) {
  return transaction
    .selectFrom("truth_set")
    .select(["name", "version"])
    .where("id", "=", truthSetId)
    .executeTakeFirstOrThrow();
}

/** @returns the superseded verdicts by their threshold; the one without a threshold by the empty text. */
async function supersedeVerdicts({ transaction, at }: Writing, comparisonId: string): Promise<Map<string, string>> {
  const rows = await transaction
    .updateTable("verdict")
    .set({ superseded_at: at })
    .where("comparison_id", "=", comparisonId)
    .where("superseded_at", "is", null)
    .returning(["id", "threshold_id"])
    .execute();
  return new Map(rows.map((row) => [row.threshold_id ?? "", row.id]));
}

async function insertVerdict(
  { transaction, at }: Writing,
  { id: comparisonId, run, contentSha256 }: JudgedComparison,
  made: MadeVerdict & { readonly touchstone: string; readonly supersedes: string | undefined },
): Promise<string> {
  const { threshold, stratumId, judged, touchstone, supersedes = null } = made;
  const id = newId();
  await transaction
    .insertInto("verdict")
    .values({
      id,
      run_id: run.id,
      comparison_id: comparisonId,
      comparison_stratum_id: stratumId,
      threshold_id: threshold?.id ?? null,
      state: judged.state,
      reason: judged.reason,
      sentence: judged.sentence,
      inputs_sha256: contentHash(inputsOf(contentSha256, threshold)),
      touchstone,
      judged_at: at,
      supersedes,
    })
    .execute();
  return id;
}

/** All that a verdict depends on beside Touchstone's version. */
function inputsOf(contentSha256: string, threshold: RoutineThreshold | null): object {
  if (threshold === null) return { comparison: contentSha256, threshold: null };
  const { score, variant_type, stratum, stage, minimum, least_observations } = threshold;
  return { comparison: contentSha256, threshold: { score, variant_type, stratum, stage, minimum, least_observations } };
}
