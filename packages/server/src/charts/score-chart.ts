import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { momentOut } from "../http/field-schemas.ts";
import { toPage } from "../http/page.ts";
import { changeEventsOf } from "./change-events.ts";
import type { ScoreChart, ScoreChartQuery, ScorePoint } from "./score-chart-schema.ts";
import { type ScorePointRow, scorePointsQuery, scoreVerdictsQuery } from "./score-points.ts";
import { scoreTrends } from "./score-trends.ts";

/** All that charts of scores by run show: the latest comparisons with their verdicts, thresholds, events and trends. */
export async function scoreChart(kysely: Kysely<Tables>, query: ScoreChartQuery): Promise<ScoreChart> {
  const rows = await scorePointsQuery(kysely, query).execute();
  const verdicts = await verdictsOf(kysely, rows, query);
  const { items, next } = toPage(
    rows,
    query.limit,
    (row) => [row.time.toISOString(), row.id],
    (row) => toPoint(row, verdicts.get(row.id) ?? new Map()),
  );
  const isLatest = query.cursor === undefined && query.before === undefined;
  return {
    points: items.reverse(),
    next,
    ...(await scoreTrends(kysely, query, isLatest ? (rows[0] ?? null) : null)),
    ...(await eventsOf(kysely, query, rows.slice(0, query.limit))),
  };
}

type Verdict = Pick<ScorePoint["recall"], "state" | "reason" | "sentence" | "minimum">;

const NO_VERDICT: Verdict = { state: null, reason: null, sentence: null, minimum: null };

/** By comparison and score. */
async function verdictsOf(
  kysely: Kysely<Tables>,
  rows: readonly ScorePointRow[],
  query: ScoreChartQuery,
): Promise<Map<string, Map<string, Verdict>>> {
  const found = await scoreVerdictsQuery(
    kysely,
    rows.map(({ id }) => id),
    query,
  ).execute();
  const verdicts = new Map<string, Map<string, Verdict>>();
  for (const { comparison_id: id, score, ...verdict } of found) {
    if (id === null) continue;
    verdicts.set(id, (verdicts.get(id) ?? new Map<string, Verdict>()).set(score, verdict));
  }
  return verdicts;
}

function toPoint(row: ScorePointRow, verdicts: ReadonlyMap<string, Verdict>): ScorePoint {
  const { pipeline_version_id: versionId, pipeline, version } = row;
  const verdict = (score: string) => verdicts.get(score) ?? NO_VERDICT;
  return {
    comparisonId: row.id,
    run: { id: row.run_id, name: row.run_name },
    time: momentOut(row.time),
    isImported: row.is_imported,
    sample: row.sample_id === null ? null : { id: row.sample_id, name: row.sample ?? "" },
    instrument: row.instrument,
    pipelineVersion: versionId === null ? null : { id: versionId, pipeline: pipeline ?? "", version: version ?? "" },
    recall: {
      ...{ value: row.recall, low: row.recall_low, high: row.recall_high },
      n: sum(row.truth_tp, row.truth_fn),
      ...verdict("recall"),
    },
    precision: {
      ...{ value: row.precision, low: row.precision_low, high: row.precision_high },
      n: sum(row.query_tp, row.query_fp),
      ...verdict("precision"),
    },
    f1: { value: row.f1, low: null, high: null, n: null, ...verdict("f1") },
  };
}

function sum(first: number | null, second: number | null): number | null {
  return first === null || second === null ? null : first + second;
}

async function eventsOf(
  kysely: Kysely<Tables>,
  { assayId, truthSetId }: ScoreChartQuery,
  shown: readonly ScorePointRow[],
): Promise<Pick<ScoreChart, "events" | "moreEvents">> {
  const [latest, earliest] = [shown[0], shown.at(-1)];
  if (latest === undefined || earliest === undefined) return { events: [], moreEvents: false };
  return changeEventsOf(kysely, {
    from: earliest.time,
    to: latest.time,
    assayIds: [assayId],
    instrumentIds: shown.flatMap((row) => row.instrument_id ?? []),
    pipelines: shown.flatMap((row) => row.pipeline ?? []),
    isOfMaterial: sql`material.name = (
      select truth.name from truth_set join material as truth on truth.id = truth_set.material_id
      where truth_set.id = ${truthSetId}
    )`,
  });
}
