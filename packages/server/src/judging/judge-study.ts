import type { ImportedReplicateStudy } from "@touchstone/ingest";
import type { AssayDocument } from "@touchstone/model";
import {
  contentHash,
  judgeReproducibility,
  type ReplicateVariation,
  type ReproducibilityVerdict,
  reproducibilityFinding,
} from "@touchstone/quality";
import { newId } from "@touchstone/store";
import { raiseFindings } from "../alerts/raise-findings.ts";
import type { Run } from "../runs/schema.ts";
import type { Writing } from "../writing/perform.ts";

/** A study as it is judged. */
export interface JudgedStudy {
  readonly id: string;
  readonly name: string;
  readonly run: Run;
  readonly imported: ImportedReplicateStudy;
}

interface StudyVerdict {
  readonly state: "in control" | "out of control" | "not evaluable";
  readonly reason: string | null;
  readonly sentence: string;
}

/** What an assay asks of a study. */
interface Demands {
  readonly cvLimit: number;
  readonly replicates: number;
}

const STATES: Readonly<Record<ReproducibilityVerdict["state"], StudyVerdict["state"]>> = {
  "within limit": "in control",
  "above limit": "out of control",
  "not evaluable": "not evaluable",
};

/**
 * Judges the coefficients of variation of a study, over all its variants, by the limit of the run's assay. Without a
 * limit that somebody approved, or with fewer replicates than the assay asks for, it is not evaluable. What is above the
 * limit raises an alert, except in runs of the time before Touchstone.
 */
export async function judgeStudy(
  writing: Writing,
  study: JudgedStudy,
  { touchstone, supersedes }: { readonly touchstone: string; readonly supersedes: string | null },
): Promise<void> {
  const { run, imported } = study;
  const demands = await demandsOf(writing, run);
  const variation = imported.document.strata[0]?.cv;
  const judged = verdictOf(study, demands, variation);
  const superseded = supersedes === null ? null : await supersedeVerdict(writing, supersedes);
  const verdictId = newId();
  await writing.transaction
    .insertInto("verdict")
    .values({
      id: verdictId,
      run_id: run.id,
      replicate_study_id: study.id,
      ...judged,
      inputs_sha256: contentHash({ study: imported.contentSha256, ...demands }),
      touchstone,
      judged_at: writing.at,
      supersedes: superseded,
    })
    .execute();
  if (judged.state !== "out of control" || variation === undefined || demands === null || run.isImported) return;
  const about = {
    assay: run.assay?.name ?? "",
    run: run.name,
    study: study.name,
    time: imported.performedAt,
    stratum: null,
  };
  const finding = reproducibilityFinding(variation, about, demands.cvLimit);
  if (finding !== null) await raiseFindings(writing, [finding], { runId: run.id, verdictId });
}

function verdictOf(
  { name, run, imported: { document } }: JudgedStudy,
  demands: Demands | null,
  variation: ReplicateVariation | undefined,
): StudyVerdict {
  const notEvaluable = (reason: string, what: string): StudyVerdict => {
    return { state: "not evaluable", reason, sentence: `Study ${name} is not evaluable: ${what}.` };
  };
  if (run.assay === null) return notEvaluable("no assay", `run ${run.name} names no assay`);
  if (demands === null) return notEvaluable("no limit", `${run.assay.name} v${run.assay.version} was never approved`);
  const { replicates, cvLimit } = demands;
  if (document.runs.length < replicates) {
    return notEvaluable(
      "too few replicates",
      `it has ${document.runs.length} replicates, and ${replicates} are needed`,
    );
  }
  if (variation === undefined) return notEvaluable("no observations", "it has no stratum");
  const verdict = judgeReproducibility(variation, cvLimit);
  const state = STATES[verdict.state];
  if (state !== "not evaluable") return { state, reason: null, sentence: verdict.sentence };
  const reason = variation.correctedMedian === null ? "no observations" : "counting noise above the limit";
  return { state, reason, sentence: verdict.sentence };
}

/** What the run's assay asks for, once somebody stood for it. */
async function demandsOf({ transaction }: Writing, run: Run): Promise<Demands | null> {
  if (run.assay === null) return null;
  const { document, approved_at: approvedAt } = await transaction
    .selectFrom("assay")
    .select(["document", "approved_at"])
    .where("id", "=", run.assay.id)
    .executeTakeFirstOrThrow();
  if (approvedAt === null) return null;
  const { cvLimit, replicates } = (document as AssayDocument).reproducibility;
  return { cvLimit: cvLimit.value, replicates: replicates.value };
}

async function supersedeVerdict({ transaction, at }: Writing, studyId: string): Promise<string | null> {
  const row = await transaction
    .updateTable("verdict")
    .set({ superseded_at: at })
    .where("replicate_study_id", "=", studyId)
    .where("superseded_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}
