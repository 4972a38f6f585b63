import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { notFound } from "../error.ts";
import { toSourceFile } from "../files/source-file.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import type { Study, StudyRecord } from "./schema.ts";

/** A replicate of a study. */
export interface StudyRunRow {
  readonly position: number;
  readonly name: string;
  readonly runId: string | null;
}

/** Studies with what they are about, without their documents, as `toStudy` takes them. */
export function selectStudies(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom("replicate_study as study")
    .leftJoin("run", "run.id", "study.run_id")
    .leftJoin("assay", "assay.id", "study.assay_id")
    .leftJoin("sample", "sample.id", "study.sample_id")
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom("verdict")
          .select([
            "verdict.id as verdict_id",
            "verdict.state",
            "verdict.reason",
            "verdict.sentence",
            "verdict.judged_at",
            "verdict.superseded_at as verdict_superseded_at",
          ])
          .whereRef("verdict.replicate_study_id", "=", "study.id")
          .orderBy("verdict.judged_at", "desc")
          .orderBy("verdict.id", "desc")
          .limit(1)
          .as("judged"),
      (join) => join.onTrue(),
    )
    .select([
      "study.id",
      "study.name",
      "study.run_id",
      "study.assay_id",
      "study.sample_id",
      "study.kind",
      "study.variants",
      "study.median_cv",
      "study.corrected_median_cv",
      "study.floor_median_cv",
      "study.icc_agreement",
      "study.content_sha256",
      "study.performed_at",
      "study.created_at",
      "study.supersedes",
      "study.superseded_at",
      "run.name as run_name",
      "assay.name as assay_name",
      "assay.version as assay_version",
      "sample.name as sample_name",
      "verdict_id",
      "state",
      "reason",
      "sentence",
      "judged_at",
      "verdict_superseded_at",
      sql<StudyRunRow[]>`(
        select jsonb_agg(jsonb_build_object('position', position, 'name', name, 'runId', run_id) order by position)
        from replicate_study_run where replicate_study_id = study.id
      )`.as("runs"),
    ]);
}

type StudyRow = Awaited<ReturnType<ReturnType<typeof selectStudies>["executeTakeFirstOrThrow"]>>;

/** A study as lists show it. */
export function toStudy(row: StudyRow): Study {
  return {
    id: row.id,
    name: row.name,
    run: row.run_id === null ? null : { id: row.run_id, name: row.run_name ?? "" },
    assay:
      row.assay_id === null ? null : { id: row.assay_id, name: row.assay_name ?? "", version: row.assay_version ?? 0 },
    sample: row.sample_id === null ? null : { id: row.sample_id, name: row.sample_name ?? "" },
    kind: row.kind,
    runs: row.runs ?? [],
    variants: row.variants,
    medianCv: row.median_cv,
    correctedMedianCv: row.corrected_median_cv,
    floorMedianCv: row.floor_median_cv,
    iccAgreement: row.icc_agreement,
    contentSha256: row.content_sha256,
    performedAt: momentOut(row.performed_at),
    createdAt: momentOut(row.created_at),
    supersedes: row.supersedes,
    supersededAt: momentOutOrNull(row.superseded_at),
    verdict: toVerdict(row),
  };
}

function toVerdict(row: StudyRow): Study["verdict"] {
  const { verdict_id: id, state, reason, sentence, judged_at: judgedAt } = row;
  if (id === null || state === null || sentence === null || judgedAt === null) return null;
  return {
    id,
    state,
    reason,
    sentence,
    judgedAt: momentOut(judgedAt),
    supersededAt: momentOutOrNull(row.verdict_superseded_at),
  };
}

/** One study with its report. @throws ServerError TS_NOT_FOUND. */
export async function findStudy(kysely: Kysely<Tables>, id: string): Promise<StudyRecord> {
  const row = await selectStudies(kysely).select("study.document").where("study.id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("replicate study", id);
  const files = await kysely
    .selectFrom("replicate_study_artifact")
    .innerJoin("artifact", "artifact.id", "replicate_study_artifact.artifact_id")
    .selectAll("artifact")
    .where("replicate_study_artifact.replicate_study_id", "=", id)
    .orderBy("artifact.uri")
    .execute();
  return { ...toStudy(row), document: row.document, files: files.map(toSourceFile) };
}

/** @throws ServerError TS_NOT_FOUND: no rows of a study that is not there are not the same as none. */
export async function requireStudy(kysely: Kysely<Tables>, id: string): Promise<void> {
  const found = await kysely.selectFrom("replicate_study").select("id").where("id", "=", id).executeTakeFirst();
  if (found === undefined) throw notFound("replicate study", id);
}
