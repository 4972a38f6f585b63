import type { ImportedComparison } from "@touchstone/ingest";
import { newId, toJson } from "@touchstone/store";
import { proposeRunDisposition } from "../dispositions/propose-run-disposition.ts";
import { ServerError } from "../error.ts";
import { attachArtifacts } from "../files/attach-artifacts.ts";
import type { StoredFile } from "../files/store-files.ts";
import { judgeComparison } from "../judging/judge-comparison.ts";
import { watchTrends } from "../judging/watch-trends.ts";
import { findOrCreateRun } from "../runs/find-or-create-run.ts";
import type { Run } from "../runs/schema.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { type ComparedSample, comparedSample } from "./compared-sample.ts";
import { findTruthSetOf } from "./find-truth-set.ts";
import { insertDiscordant } from "./insert-discordant.ts";
import { insertPoints, insertStrata } from "./insert-rows.ts";
import { findComparison } from "./queries.ts";
import type { NewComparison, TakenComparison } from "./schema.ts";

/** What was done with the files of a request before its transaction. */
export interface ReadComparison {
  readonly imported: ImportedComparison;
  readonly files: readonly StoredFile[];
  /** Version of Touchstone that judges. */
  readonly touchstone: string;
}

/**
 * Takes a comparison in and judges it. The same results sent again get the first answer, and add the variants on which truth
 * and query differ where these were not sent before; other results for the same run, truth set
 * and sample are refused, or take the place of the first ones when the request says why; where there are none of the sample,
 * of those that nobody named a sample for.
 *
 * @throws ServerError TS_CONFLICT for other results, and for a place that none has; TS_REQUEST_INVALID for a run or truth set that is not there or not of
 *   these files, and for a sample that the run does not name though it names its samples.
 */
export async function ingestComparison(
  writing: Writing,
  request: NewComparison,
  read: ReadComparison,
): Promise<Answer<TakenComparison>> {
  const { transaction } = writing;
  const { imported } = read;
  const run = await findOrCreateRun(writing, request.run, "/body/run");
  const performedAt = new Date(imported.performedAt ?? request.performedAt ?? run.performedAt);
  const truthSet = await findTruthSetOf(transaction, request.truthSet, imported, performedAt);
  const sample = request.sample === undefined ? null : await comparedSample(writing, run, request.sample);
  const recorded = await transaction
    .selectFrom("comparison")
    .select(["id", "content_sha256", "superseded_at", "discordant_total", "sample_id"])
    .where("run_id", "=", run.id)
    .where("truth_set_id", "=", truthSet.id)
    .execute();
  const before = recorded.filter((one) => one.sample_id === (sample?.id ?? null));
  const same = before.find((one) => one.content_sha256 === imported.contentSha256);
  const ofSample = before.find((one) => one.superseded_at === null) ?? null;
  if (same !== undefined) {
    if (same.id !== ofSample?.id && request.supersede !== undefined) throw wasSuperseded(same.id);
    if (same.discordant_total === null) await addDiscordant(writing, { id: same.id, run }, read);
    return { status: 200, body: await answer(writing, same.id, imported) };
  }
  const of = `${sample === null ? "" : ` of ${sample.name}`} with ${truthSet.name} ${truthSet.version}`;
  if (ofSample !== null && request.supersede === undefined) throw hasOtherResults(run, of, ofSample.id);
  const unnamed = recorded.find((one) => one.sample_id === null && one.superseded_at === null) ?? null;
  const inForce = request.supersede === undefined ? null : (ofSample ?? unnamed);
  if (inForce === null && request.supersede !== undefined) throw supersedesNothing(run, of);
  const id = await insertComparison(writing, {
    run,
    truthSetId: truthSet.id,
    sample,
    performedAt,
    inForceId: inForce?.id ?? null,
    read,
  });
  const body = await answer(writing, id, imported);
  const { provenance: _, ...kept } = body;
  writing.record({
    action: inForce === null ? "comparison.create" : "comparison.supersede",
    subject: { kind: "comparison", id },
    ...(inForce === null ? {} : { old: { id: inForce.id, contentSha256: inForce.content_sha256 } }),
    new: kept,
    ...(request.supersede === undefined ? {} : { reason: request.supersede.reason }),
  });
  const payload = {
    id,
    run: body.run,
    truthSet: body.truthSet,
    sample,
    state: body.state,
    supersedes: body.supersedes,
  };
  writing.publish({ topic: "comparison.created", recordKind: "comparison", recordId: id, payload });
  return { status: 201, body };
}

async function answer(writing: Writing, id: string, { warnings }: ImportedComparison): Promise<TakenComparison> {
  return { ...(await findComparison(writing.transaction, id)), warnings: [...warnings] };
}

async function insertComparison(
  writing: Writing,
  {
    run,
    truthSetId,
    sample,
    performedAt,
    inForceId,
    read: { imported, files, touchstone },
  }: {
    run: Run;
    truthSetId: string;
    sample: ComparedSample | null;
    performedAt: Date;
    inForceId: string | null;
    read: ReadComparison;
  },
): Promise<string> {
  const { transaction, at } = writing;
  const id = newId();
  if (inForceId !== null) {
    await transaction.updateTable("comparison").set({ superseded_at: at }).where("id", "=", inForceId).execute();
  }
  await transaction
    .insertInto("comparison")
    .values({
      id,
      run_id: run.id,
      truth_set_id: truthSetId,
      sample_id: sample?.id ?? null,
      assay_id: run.assay?.id ?? null,
      pipeline_version_id: run.pipelineVersion?.id ?? null,
      instrument_id: run.instrument?.id ?? null,
      run_performed_at: new Date(run.performedAt),
      format: imported.format,
      content_sha256: imported.contentSha256,
      metrics: toJson(imported.metrics),
      provenance: imported.provenance === null ? null : toJson(imported.provenance),
      performed_at: performedAt,
      created_at: at,
      supersedes: inForceId,
      ...discordantCounts(imported),
    })
    .execute();
  await linkFiles(writing, { id, run }, files);
  if (imported.discordant !== null) await insertDiscordant(transaction, id, imported.discordant);
  const strata = await insertStrata(transaction, id, imported.strata);
  await insertPoints(transaction, id, imported.points);
  const { format, contentSha256 } = imported;
  const judged = { id, run, truthSetId, sample, format, contentSha256, strata };
  await judgeComparison(writing, judged, { supersedes: inForceId, touchstone });
  await watchTrends(writing, judged);
  await proposeRunDisposition(writing, run.id);
  return id;
}

function discordantCounts({ discordant }: ImportedComparison) {
  return { discordant_total: discordant?.total ?? null, discordant_listed: discordant?.variants.length ?? null };
}

/** Results that were recorded before their variants could be, or without the file that lists them, get them later. */
async function addDiscordant(
  writing: Writing,
  comparison: { readonly id: string; readonly run: Run },
  { imported, files }: ReadComparison,
): Promise<void> {
  const { discordant } = imported;
  if (discordant === null) return;
  const { id } = comparison;
  const counts = discordantCounts(imported);
  await writing.transaction.updateTable("comparison").set(counts).where("id", "=", id).execute();
  await insertDiscordant(writing.transaction, id, discordant);
  await linkFiles(writing, comparison, files);
  writing.record({
    action: "comparison.variants",
    subject: { kind: "comparison", id },
    new: { total: discordant.total, listed: discordant.variants.length },
  });
}

async function linkFiles(
  writing: Writing,
  { id, run }: { readonly id: string; readonly run: Run },
  files: readonly StoredFile[],
): Promise<void> {
  const artifactIds = await attachArtifacts(writing, run, files);
  const links = artifactIds.map((artifactId) => ({ comparison_id: id, artifact_id: artifactId }));
  const added = writing.transaction.insertInto("comparison_artifact").values(links);
  await added.onConflict((conflict) => conflict.doNothing()).execute();
}

function hasOtherResults({ name }: Run, of: string, id: string): ServerError {
  const message =
    `run ${name} has another comparison${of} (${id}); send \`supersede\` with a reason to put this one in ` +
    "its place";
  return new ServerError("TS_CONFLICT", message, { fields: [{ pointer: "/body/files", message }] });
}

function supersedesNothing({ name }: Run, of: string): ServerError {
  const message = `run ${name} has no comparison${of} in whose place this one could be put; send it without \`supersede\``;
  return new ServerError("TS_CONFLICT", message, { fields: [{ pointer: "/body/supersede", message }] });
}

function wasSuperseded(id: string): ServerError {
  const message = `these results were superseded before (${id}), and what was superseded does not come into force again`;
  return new ServerError("TS_CONFLICT", message, { fields: [{ pointer: "/body/files", message }] });
}
