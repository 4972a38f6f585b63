import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { IdSchema, MomentInSchema, MomentOutSchema, momentOut, orNull } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { judgedFilters } from "./judged-filter.ts";
import { ComparisonFormatSchema } from "./schema.ts";

const MeanSchema = Type.Object(
  {
    n: Type.Integer({ description: "Comparisons with a value." }),
    mean: orNull(Type.Number({ description: "Each comparison counts the same; null without any." })),
  },
  { description: "Mean of a score." },
);

/** What comparisons of one kind have in common, and their mean scores. */
export const ScoreSummarySchema = Type.Object({
  assay: orNull(Type.Object({ id: IdSchema, name: Type.String(), version: Type.Integer() })),
  truthSet: Type.Object({ id: IdSchema, name: Type.String(), version: Type.String() }),
  pipelineVersion: orNull(Type.Object({ id: IdSchema, pipeline: Type.String(), version: Type.String() })),
  format: ComparisonFormatSchema,
  variantType: Type.String(),
  comparisons: Type.Integer(),
  lastPerformedAt: MomentOutSchema,
  recall: MeanSchema,
  precision: MeanSchema,
  f1: MeanSchema,
  thresholds: Type.Array(
    Type.Object({
      id: IdSchema,
      score: Type.String(),
      stratum: Type.String(),
      minimum: Type.Number(),
      passing: Type.Integer({ description: "Comparisons in control by it; a run has one for each sample." }),
      failing: Type.Integer({ description: "Comparisons out of control by it." }),
      notEvaluable: Type.Integer(),
    }),
  ),
});

/** What the summary can be narrowed to. */
export const SummaryQuerySchema = Type.Object(
  {
    ...pageQuery,
    assayId: Type.Optional(IdSchema),
    truthSetId: Type.Optional(IdSchema),
    pipelineVersionId: Type.Optional(IdSchema),
    performedFrom: Type.Optional(MomentInSchema),
    performedBefore: Type.Optional(MomentInSchema),
  },
  { additionalProperties: false },
);

type SummaryQuery = Static<typeof SummaryQuerySchema>;
type ScoreSummary = Static<typeof ScoreSummarySchema>;

interface GroupRow {
  readonly key: string;
  readonly assay_id: string | null;
  readonly assay_name: string | null;
  readonly assay_version: number | null;
  readonly truth_set_id: string;
  readonly truth_set_name: string;
  readonly truth_set_version: string;
  readonly pipeline_version_id: string | null;
  readonly pipeline: string | null;
  readonly pipeline_version: string | null;
  readonly format: ScoreSummary["format"];
  readonly variant_type: string;
  readonly comparisons: number;
  readonly last: Date;
  readonly recall_n: number;
  readonly recall: number | null;
  readonly precision_n: number;
  readonly precision: number | null;
  readonly f1_n: number;
  readonly f1: number | null;
}

/** Comparisons that are alike in all but time; nulls are a value of their own. */
type Group = Pick<GroupRow, "assay_id" | "truth_set_id" | "pipeline_version_id" | "format">;

type Conditions = Partial<Record<Exclude<keyof SummaryQuery, "limit" | "cursor">, string | undefined>>;

function conditions(query: Conditions): RawBuilder<unknown> {
  const all = [sql`comparison.superseded_at is null`];
  if (query.assayId !== undefined) all.push(sql`comparison.assay_id = ${query.assayId}`);
  if (query.truthSetId !== undefined) all.push(sql`comparison.truth_set_id = ${query.truthSetId}`);
  if (query.pipelineVersionId !== undefined) {
    all.push(sql`comparison.pipeline_version_id = ${query.pipelineVersionId}`);
  }
  if (query.performedFrom !== undefined) all.push(sql`comparison.performed_at >= ${new Date(query.performedFrom)}`);
  if (query.performedBefore !== undefined) all.push(sql`comparison.performed_at < ${new Date(query.performedBefore)}`);
  return sql.join(all, sql` and `);
}

/** The query of a page of the summary, what was compared last first. */
export function summaryQuery(query: SummaryQuery): RawBuilder<GroupRow> {
  const after = readCursor(query.cursor, ["moment", "text"]);
  const pairs = Object.entries(judgedFilters).map(([format, filter]) => sql`when ${format} then ${filter}`);
  const filter = sql`case comparison.format ${sql.join(pairs, sql` `)} end`;
  return sql<GroupRow>`
    select groups.*, assay.name as assay_name, assay.version as assay_version, truth_set.name as truth_set_name,
      truth_set.version as truth_set_version, pipeline_version.pipeline, pipeline_version.version as pipeline_version
    from (
      select concat_ws(' ', coalesce(comparison.assay_id::text, '-'), comparison.truth_set_id,
          coalesce(comparison.pipeline_version_id::text, '-'), comparison.format, score.variant_type) as key,
        comparison.assay_id, comparison.truth_set_id, comparison.pipeline_version_id, comparison.format, score.variant_type, count(*) as comparisons,
        max(comparison.performed_at) as last, count(score.recall) as recall_n, avg(score.recall) as recall,
        count(score.precision) as precision_n, avg(score.precision) as precision, count(score.f1) as f1_n,
        avg(score.f1) as f1
      from comparison join comparison_stratum as score on score.comparison_id = comparison.id
      where ${conditions(query)} and score.stratum = '*' and score.subtype = '*' and score.filter = ${filter}
      group by comparison.assay_id, comparison.truth_set_id, comparison.pipeline_version_id, comparison.format,
        score.variant_type
    ) as groups
    join truth_set on truth_set.id = groups.truth_set_id
    left join assay on assay.id = groups.assay_id
    left join pipeline_version on pipeline_version.id = groups.pipeline_version_id
    where ${after === null ? sql`true` : sql`(groups.last, groups.key) < (${after[0]}::timestamptz, ${after[1]})`}
    order by groups.last desc, groups.key desc
    limit ${query.limit + 1}`;
}

interface ThresholdRow {
  /** Place of the group among those that were asked about, from 1. */
  readonly group: number;
  readonly id: string;
  readonly score: string;
  readonly variant_type: string;
  readonly stratum: string;
  readonly minimum: number;
  readonly state: string;
  readonly comparisons: number;
}

/** The query of how many comparisons of some groups pass and fail each threshold; times narrow it down, the groups do the rest. */
export function thresholdCountsQuery(
  { performedFrom, performedBefore }: Conditions,
  groups: readonly Group[],
): RawBuilder<ThresholdRow> {
  const of = <Field extends keyof Group>(field: Field) => groups.map((group) => group[field]);
  return sql<ThresholdRow>`
    select counted.*, threshold.score, threshold.variant_type, threshold.stratum, threshold.minimum
    from (
      select alike.number as group, verdict.threshold_id as id, verdict.state, count(distinct comparison.id) as comparisons
      from unnest(${of("assay_id")}::uuid[], ${of("truth_set_id")}::uuid[], ${of("pipeline_version_id")}::uuid[],
        ${of("format")}::text[]) with ordinality as alike (assay_id, truth_set_id, pipeline_version_id, format, number)
      join comparison on comparison.assay_id = alike.assay_id and comparison.truth_set_id = alike.truth_set_id
        and (comparison.pipeline_version_id = alike.pipeline_version_id
          or (comparison.pipeline_version_id is null and alike.pipeline_version_id is null))
        and comparison.format = alike.format
      join verdict on verdict.comparison_id = comparison.id
      where verdict.superseded_at is null and verdict.threshold_id is not null
        and ${conditions({ performedFrom, performedBefore })}
      group by 1, 2, 3
    ) as counted
    join threshold on threshold.id = counted.id
    order by threshold.stratum, threshold.score, threshold.version`;
}

/** Mean scores of comparisons by assay, truth set, pipeline version, program and variant type. */
export async function summariseScores(
  kysely: Kysely<Tables>,
  query: SummaryQuery,
): Promise<{ items: ScoreSummary[]; next: string | null }> {
  const { rows } = await summaryQuery(query).execute(kysely);
  const groups = new Map(rows.map((row) => [groupOf(row), row]));
  const { rows: counts } =
    groups.size === 0 ? { rows: [] } : await thresholdCountsQuery(query, [...groups.values()]).execute(kysely);
  const places = new Map([...groups.keys()].map((key, index) => [key, index + 1]));
  return toPage(
    rows,
    query.limit,
    (row) => [row.last.toISOString(), row.key],
    (row) => {
      const ofRow = (one: ThresholdRow) =>
        one.group === places.get(groupOf(row)) && one.variant_type === row.variant_type;
      return toSummary(row, counts.filter(ofRow));
    },
  );
}

/** A text that rows of one group have in common. */
function groupOf({ key, variant_type: variantType }: GroupRow): string {
  return key.slice(0, -variantType.length);
}

function toSummary(row: GroupRow, counts: readonly ThresholdRow[]): ScoreSummary {
  return {
    assay:
      row.assay_id === null ? null : { id: row.assay_id, name: row.assay_name ?? "", version: row.assay_version ?? 0 },
    truthSet: { id: row.truth_set_id, name: row.truth_set_name, version: row.truth_set_version },
    pipelineVersion:
      row.pipeline_version_id === null
        ? null
        : { id: row.pipeline_version_id, pipeline: row.pipeline ?? "", version: row.pipeline_version ?? "" },
    format: row.format,
    variantType: row.variant_type,
    comparisons: row.comparisons,
    lastPerformedAt: momentOut(row.last),
    recall: { n: row.recall_n, mean: row.recall },
    precision: { n: row.precision_n, mean: row.precision },
    f1: { n: row.f1_n, mean: row.f1 },
    thresholds: toThresholds(counts),
  };
}

function toThresholds(counts: readonly ThresholdRow[]): ScoreSummary["thresholds"] {
  const countIn = (id: string, state: string) =>
    counts.find((one) => one.id === id && one.state === state)?.comparisons ?? 0;
  const ids = [...new Set(counts.map(({ id }) => id))];
  return ids.map((id) => {
    const { score, stratum, minimum } = counts.find((one) => one.id === id) as ThresholdRow;
    return {
      id,
      score,
      stratum,
      minimum,
      passing: countIn(id, "in control"),
      failing: countIn(id, "out of control"),
      notEvaluable: countIn(id, "not evaluable"),
    };
  });
}
