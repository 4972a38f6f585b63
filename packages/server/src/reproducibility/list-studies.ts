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
  const after = readCursor(query.cursor, 2);
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
  const found = await kysely
    .selectFrom("replicate_study")
    .innerJoin("assay", "assay.id", "replicate_study.assay_id")
    .select("replicate_study.id")
    .where("assay.name", "=", assay)
    .where("replicate_study.superseded_at", "is", null)
    .orderBy("replicate_study.performed_at", "desc")
    .orderBy("replicate_study.id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (found === undefined) throw notFound("replicate study of assay", assay);
  return findStudy(kysely, found.id);
}
