import type { ImportedReplicateStudy } from "@touchstone/ingest";
import { newId, toJson } from "@touchstone/store";
import { proposeRunDisposition } from "../dispositions/propose-run-disposition.ts";
import { ServerError } from "../error.ts";
import { attachArtifacts } from "../files/attach-artifacts.ts";
import type { StoredFile } from "../files/store-files.ts";
import { judgeStudy } from "../judging/judge-study.ts";
import { ensureSample } from "../named/ensure-named.ts";
import { findOrCreateRun } from "../runs/find-or-create-run.ts";
import type { Run } from "../runs/schema.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { insertPairs, insertVariants } from "./insert-study-rows.ts";
import { findStudy } from "./queries.ts";
import type { NewStudy, StudyRecord } from "./schema.ts";

/** What was done with the files of a request before its transaction. */
export interface ReadStudy {
  readonly imported: ImportedReplicateStudy;
  readonly files: readonly StoredFile[];
  /** Version of Touchstone that judges. */
  readonly touchstone: string;
}

/**
 * Takes a study of replicates in and judges it. The same results sent again get the first answer; other results under the
 * run's and the study's name are refused, or take the place of the first ones when the request says why.
 *
 * @throws ServerError TS_CONFLICT for other results, or results that are recorded with another run.
 */
export async function ingestStudy(writing: Writing, request: NewStudy, read: ReadStudy): Promise<Answer<StudyRecord>> {
  const { transaction } = writing;
  const { contentSha256 } = read.imported;
  const run = await findOrCreateRun(writing, request.run, "/body/run");
  const name = request.name ?? run.name;
  const same = await transaction
    .selectFrom("replicate_study")
    .select(["id", "run_id", "name", "superseded_at"])
    .where("content_sha256", "=", contentSha256)
    .executeTakeFirst();
  if (same !== undefined) {
    if (same.run_id !== run.id || same.name !== name) throw conflict(`study ${same.id} has these results already`);
    if (same.superseded_at !== null && request.supersede !== undefined) {
      throw conflict(`these results were superseded before (${same.id}), and do not come into force again`);
    }
    return { status: 200, body: await findStudy(transaction, same.id) };
  }
  const inForce = await transaction
    .selectFrom("replicate_study")
    .select("id")
    .where("run_id", "=", run.id)
    .where("name", "=", name)
    .where("superseded_at", "is", null)
    .executeTakeFirst();
  if (inForce !== undefined && request.supersede === undefined) {
    const what = `study ${name} of run ${run.name} has other results (${inForce.id})`;
    throw conflict(`${what}; send \`supersede\` with a reason to put these in their place`);
  }
  const sampleId = request.sample === undefined ? null : await ensureSample(writing, request.sample);
  const id = await insertStudy(writing, { run, name, sampleId, supersedes: inForce?.id ?? null, read });
  const body = await findStudy(transaction, id);
  const { document: _, ...recorded } = body;
  writing.record({
    action: inForce === undefined ? "replicate study.create" : "replicate study.supersede",
    subject: { kind: "replicate study", id },
    ...(inForce === undefined ? {} : { old: inForce }),
    new: recorded,
    ...(request.supersede === undefined ? {} : { reason: request.supersede.reason }),
  });
  const payload = { id, name, run: body.run, state: body.verdict?.state ?? null, supersedes: body.supersedes };
  writing.publish({ topic: "replicate study.created", recordKind: "replicate study", recordId: id, payload });
  return { status: 201, body };
}

interface StudyToInsert {
  readonly run: Run;
  readonly name: string;
  readonly sampleId: string | null;
  readonly supersedes: string | null;
  readonly read: ReadStudy;
}

async function insertStudy(
  writing: Writing,
  { run, name, sampleId, supersedes, read: { imported, files, touchstone } }: StudyToInsert,
): Promise<string> {
  const { transaction, at } = writing;
  const { document, pairs, variants, contentSha256, performedAt } = imported;
  const id = newId();
  if (supersedes !== null) {
    await transaction.updateTable("replicate_study").set({ superseded_at: at }).where("id", "=", supersedes).execute();
  }
  const [all] = document.strata;
  await transaction
    .insertInto("replicate_study")
    .values({
      id,
      name,
      run_id: run.id,
      assay_id: run.assay?.id ?? null,
      sample_id: sampleId,
      kind: document.kind,
      content_sha256: contentSha256,
      document: toJson(document),
      variants: document.variants,
      median_cv: all?.cv.median ?? null,
      corrected_median_cv: all?.cv.correctedMedian ?? null,
      floor_median_cv: all?.cv.floorMedian ?? null,
      icc_agreement: all?.icc.agreement.value ?? null,
      performed_at: new Date(performedAt),
      created_at: at,
      supersedes,
    })
    .execute();
  await insertRuns(
    writing,
    id,
    document.runs.map((one) => one.name),
  );
  const artifactIds = await attachArtifacts(writing, run, files);
  const links = artifactIds.map((artifactId) => ({ replicate_study_id: id, artifact_id: artifactId }));
  await transaction.insertInto("replicate_study_artifact").values(links).execute();
  await insertPairs(transaction, id, pairs);
  if (variants !== null) await insertVariants(transaction, id, variants);
  await judgeStudy(writing, { id, name, run, imported }, { touchstone, supersedes });
  await proposeRunDisposition(writing, run.id);
  return id;
}

/** The replicates by their names in the study; a run of the same name is the replicate. */
async function insertRuns({ transaction }: Writing, studyId: string, names: readonly string[]): Promise<void> {
  const known = await transaction.selectFrom("run").select(["id", "name"]).where("name", "in", names).execute();
  const ids = new Map(known.map((run) => [run.name, run.id]));
  const rows = names.map((name, position) => {
    return { replicate_study_id: studyId, position, name, run_id: ids.get(name) ?? null };
  });
  await transaction.insertInto("replicate_study_run").values(rows).execute();
}

function conflict(message: string): ServerError {
  return new ServerError("TS_CONFLICT", message, { fields: [{ pointer: "/body/files", message }] });
}
