import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { judgedFilters } from "../concordance/judged-filter.ts";
import { readCursor } from "../http/page.ts";
import type { ScoreChartQuery } from "./score-chart-schema.ts";

/** Comparisons of a chart with their scores, the last run first, one more than is shown; what is joined is of these alone. */
export function scorePointsQuery(kysely: Kysely<Tables>, query: ScoreChartQuery) {
  return kysely
    .selectFrom(comparisonsQuery(kysely, query).as("comparison"))
    .innerJoin("run", "run.id", "comparison.run_id")
    .leftJoin("instrument", "instrument.id", "comparison.instrument_id")
    .leftJoin("sample", "sample.id", "comparison.sample_id")
    .leftJoin("pipeline_version", "pipeline_version.id", "comparison.pipeline_version_id")
    .leftJoin("comparison_stratum as score", (join) =>
      join
        .onRef("score.comparison_id", "=", "comparison.id")
        .on("score.variant_type", "=", query.variantType)
        .on("score.stratum", "=", query.stratum)
        .on("score.subtype", "=", "*")
        .on("score.filter", "=", judgedFilters[query.format]),
    )
    .select([
      ...(["comparison.id", "comparison.run_id", "comparison.run_performed_at as time"] as const),
      ...(["comparison.pipeline_version_id", "comparison.instrument_id", "run.name as run_name"] as const),
      ...(["comparison.sample_id", "sample.name as sample"] as const),
      ...(["run.is_imported", "instrument.name as instrument", "pipeline", "pipeline_version.version"] as const),
      ...(["recall", "recall_low", "recall_high", "precision", "precision_low", "precision_high", "f1"] as const),
      ...(["truth_tp", "truth_fn", "query_tp", "query_fp"] as const),
    ])
    .orderBy("comparison.run_performed_at", "desc")
    .orderBy("comparison.id", "desc");
}

function comparisonsQuery(kysely: Kysely<Tables>, query: ScoreChartQuery) {
  const after = readCursor(query.cursor, ["moment", "id"]);
  let rows = kysely
    .selectFrom("comparison")
    .select(["id", "run_id", "run_performed_at", "pipeline_version_id", "instrument_id", "sample_id"])
    .where("assay_id", "=", query.assayId)
    .where("truth_set_id", "=", query.truthSetId)
    .where("format", "=", query.format)
    .where("superseded_at", "is", null);
  const { pipelineVersionId, instrumentId, sampleId, from, before } = query;
  if (pipelineVersionId !== undefined) rows = rows.where("pipeline_version_id", "=", pipelineVersionId);
  if (instrumentId !== undefined) rows = rows.where("instrument_id", "=", instrumentId);
  if (sampleId !== undefined) rows = rows.where("sample_id", "=", sampleId);
  if (from !== undefined) rows = rows.where("run_performed_at", ">=", new Date(from));
  if (before !== undefined) rows = rows.where("run_performed_at", "<", new Date(before));
  if (after !== null) {
    rows = rows.where(sql<boolean>`(run_performed_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  }
  return rows
    .orderBy("run_performed_at", "desc")
    .orderBy("id", "desc")
    .limit(query.limit + 1);
}

/** A row of that query. */
export type ScorePointRow = Awaited<ReturnType<ReturnType<typeof scorePointsQuery>["execute"]>>[number];

/** The verdicts in force on scores of some comparisons, for one kind of records. */
export function scoreVerdictsQuery(
  kysely: Kysely<Tables>,
  comparisonIds: readonly string[],
  { variantType, stratum }: Pick<ScoreChartQuery, "variantType" | "stratum">,
) {
  return kysely
    .selectFrom("verdict")
    .innerJoin("threshold", "threshold.id", "verdict.threshold_id")
    .select(["comparison_id", "threshold.score", "state", "reason", "sentence", "minimum"])
    .where("verdict.comparison_id", "=", sql<string>`any(${[...comparisonIds]}::uuid[])`)
    .where("verdict.superseded_at", "is", null)
    .where("threshold.variant_type", "=", variantType)
    .where("threshold.stratum", "=", stratum);
}
