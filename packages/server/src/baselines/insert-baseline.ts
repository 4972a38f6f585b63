import type { Baseline } from "@touchstone/quality";
import { newId, toJson } from "@touchstone/store";
import { sql } from "kysely";
import type { Caller } from "../access/caller.ts";
import { ServerError } from "../error.ts";
import { ensureMaterial } from "../named/ensure-named.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { excludedOf, findBaseline, findBaselineSummary, usedOf } from "./queries.ts";
import type { BaselineRecord } from "./schema.ts";

/** Where a draft came from. */
export interface Proposal {
  readonly baseline: Baseline;
  readonly assayId: string | null;
  readonly proposedBy: Caller;
}

/**
 * Adds a baseline as a draft. The same content gets the first answer.
 *
 * @throws ServerError TS_CONFLICT when another baseline has its name and version.
 */
export async function insertBaseline(
  writing: Writing,
  { baseline, assayId, proposedBy }: Proposal,
): Promise<Answer<BaselineRecord>> {
  const { transaction, at } = writing;
  const { content, contentSha256 } = baseline;
  const known = await transaction
    .selectFrom("baseline")
    .select(["id", "name", "version", "content_sha256"])
    .where(({ or, and, eb }) =>
      or([
        eb("content_sha256", "=", contentSha256),
        and([eb("name", "=", content.name), eb("version", "=", content.version)]),
      ]),
    )
    .execute();
  const same = known.find((row) => row.content_sha256 === contentSha256);
  if (same !== undefined) return { status: 200, body: await findBaseline(transaction, same.id) };
  if (known.length > 0) {
    const message = `there is a version ${content.version} of baseline ${content.name} with other content`;
    throw new ServerError("TS_CONFLICT", message);
  }
  const id = newId();
  await transaction
    .insertInto("baseline")
    .values({
      id,
      name: content.name,
      version: content.version,
      assay_id: assayId,
      content_sha256: contentSha256,
      document: toJson({ ...baseline, status: "draft", approvals: [] }),
      established_at: content.establishedAt,
      effective_from: content.effectiveFrom,
      supersedes: await supersededId(writing, content.supersedes),
      proposed_by: proposedBy.principalId,
      created_at: at,
    })
    .execute();
  await insertSeries(writing, id, content.series);
  const summary = await findBaselineSummary(transaction, id);
  writing.record({ action: "baseline.create", subject: { kind: "baseline", id }, new: summary });
  const { name, version } = summary;
  writing.publish({ topic: "baseline.created", recordKind: "baseline", recordId: id, payload: { id, name, version } });
  return { status: 201, body: await findBaseline(transaction, id) };
}

async function supersededId({ transaction }: Writing, contentSha256: string | null): Promise<string | null> {
  if (contentSha256 === null) return null;
  const row = await transaction
    .selectFrom("baseline")
    .select("id")
    .where("content_sha256", "=", contentSha256)
    // A version may be followed by one alone; another draft in its place names it in its document.
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("baseline as next").select("next.id").whereRef("next.supersedes", "=", "baseline.id"))),
    )
    .executeTakeFirst();
  return row?.id ?? null;
}

async function insertSeries(
  writing: Writing,
  baselineId: string,
  series: Baseline["content"]["series"],
): Promise<void> {
  const materials = new Map<string, string>();
  for (const { material: name, materialLot: lot } of series) {
    const key = JSON.stringify([name, lot]);
    if (!materials.has(key)) materials.set(key, await ensureMaterial(writing, { name, lot }));
  }
  const materialIds = series.map(({ material, materialLot }) => materials.get(JSON.stringify([material, materialLot])));
  await sql`
    insert into baseline_series (id, baseline_id, material_id, analyte, level, kind, scale, n, mean, sd, reason, limits,
      excluded, used)
    select id, ${baselineId}::uuid, material_id, analyte, level, kind, scale, n, mean, sd, reason, limits::jsonb,
      excluded::jsonb, used::jsonb
    from unnest(
      ${series.map(() => newId())}::uuid[], ${materialIds}::uuid[], ${series.map(({ analyte }) => analyte)}::text[],
      ${series.map(({ level }) => level)}::text[], ${series.map(({ kind }) => kind)}::text[],
      ${series.map(({ scale }) => scale)}::text[], ${series.map(({ limits }) => limits.n)}::bigint[],
      ${series.map(({ limits }) => limits.mean)}::float8[], ${series.map(({ limits }) => limits.sd)}::float8[],
      ${series.map(({ limits }) => limits.reason)}::text[],
      ${series.map(({ limits }) => toJson(limits))}::text[], ${series.map((one) => toJson(excludedOf(one)))}::text[],
      ${series.map((one) => toJson(usedOf(one)))}::text[]
    ) as s (id, material_id, analyte, level, kind, scale, n, mean, sd, reason, limits, excluded, used)
  `.execute(writing.transaction);
}
