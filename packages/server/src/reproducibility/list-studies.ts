import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { notFound } from "../error.ts";
import { IdSchema, MomentInSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { findStudy, selectStudies, toStudy } from "./queries.ts";
import type { Study, StudyRecord } from "./schema.ts";

/** What the list of studies can be narrowed to, and sorted by. */
export const StudyListQuerySchema = Type.Object(
  {
    ...pageQuery,
    runId: Type.Optional(IdSchema),
    assayId: Type.Optional(IdSchema),
    sampleId: Type.Optional(IdSchema),
    performedFrom: Type.Optional(MomentInSchema),
    performedBefore: Type.Optional(MomentInSchema),
    superseded: Type.Boolean({ default: false, description: "Whether superseded studies are listed too." }),
    sort: Type.Union([Type.Literal("-performedAt"), Type.Literal("performedAt")], { default: "-performedAt" }),
  },
  { additionalProperties: false },
);

type StudyListQuery = Static<typeof StudyListQuerySchema>;

/** The query of a page of studies, by the time when they were finished. */
export function studyListQuery(kysely: Kysely<Tables>, query: StudyListQuery) {
  const direction = query.sort === "performedAt" ? "asc" : "desc";
  const after = readCursor(query.cursor, ["moment", "id"]);
  let rows = selectStudies(kysely);
  if (!query.superseded) rows = rows.where("study.superseded_at", "is", null);
  if (query.runId !== undefined) rows = rows.where("study.run_id", "=", query.runId);
  if (query.assayId !== undefined) rows = rows.where("study.assay_id", "=", query.assayId);
  if (query.sampleId !== undefined) rows = rows.where("study.sample_id", "=", query.sampleId);
  if (query.performedFrom !== undefined) rows = rows.where("study.performed_at", ">=", new Date(query.performedFrom));
  if (query.performedBefore !== undefined) {
    rows = rows.where("study.performed_at", "<", new Date(query.performedBefore));
  }
  if (after !== null) {
    const comparison = sql.raw(direction === "asc" ? ">" : "<");
    rows = rows.where(
      sql<boolean>`(study.performed_at, study.id) ${comparison} (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    );
  }
  return rows
    .orderBy("study.performed_at", direction)
    .orderBy("study.id", direction)
    .limit(query.limit + 1);
}

/** A page of studies. */
export async function listStudies(
  kysely: Kysely<Tables>,
  query: StudyListQuery,
): Promise<{ items: Study[]; next: string | null }> {
  const rows = await studyListQuery(kysely, query).execute();
  return toPage(rows, query.limit, (row) => [row.performed_at.toISOString(), row.id], toStudy);
}

/**
 * The last study of an assay, whichever version of it.
 *
 * @throws ServerError TS_NOT_FOUND when there is none.
 */
export async function latestStudy(kysely: Kysely<Tables>, assay: string): Promise<StudyRecord> {
  const versions = await kysely.selectFrom("assay").select("id").where("name", "=", assay).execute();
  const last: { readonly id: string; readonly performed_at: Date }[] = [];
  for (const { id } of versions) last.push(...(await latestStudyQuery(kysely, id).execute()));
  const [found] = last.sort((a, b) => b.performed_at.getTime() - a.performed_at.getTime() || (a.id < b.id ? 1 : -1));
  if (found === undefined) throw notFound("replicate study of assay", assay);
  return findStudy(kysely, found.id);
}

/** The query of the last study of one version of an assay. */
export function latestStudyQuery(kysely: Kysely<Tables>, assayId: string) {
  return kysely
    .selectFrom("replicate_study")
    .select(["id", "performed_at"])
    .where("assay_id", "=", assayId)
    .where("superseded_at", "is", null)
    .orderBy("performed_at", "desc")
    .orderBy("id", "desc")
    .limit(1);
}
