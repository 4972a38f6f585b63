import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { judgedFilters } from "../concordance/judged-filter.ts";
import type { RoutineThreshold } from "./routine-thresholds.ts";

/** Runs of a segment that are tested at most: slopes are taken between all pairs of them. */
const MOST_RUNS = 1000;

/** A run with a comparison. */
export interface SegmentRun {
  readonly id: string;
  readonly name: string;
  readonly performedAt: Date;
  readonly isImported: boolean;
  readonly comparisonId: string;
}

/** The runs of an assay that were compared with one truth set since something last changed, oldest first. */
export interface ScoreSegment {
  readonly truthSet: string;
  /** What changed, in a word that does not depend on the runs: a record's id, two versions; "start" where nothing did. */
  readonly begin: string;
  readonly runs: readonly SegmentRun[];
  /** Older runs of the segment that are too many to be tested, and were looked at when they came in. */
  readonly runsBefore: number;
}

interface SeriesRow extends SegmentRun {
  readonly format: keyof typeof judgedFilters;
  readonly pipelineVersionId: string | null;
  readonly instrumentId: string | null;
}

/**
 * The last segment of a series of scores. It begins with the first run after a recorded change (lot, service, corrective
 * action, version), or of another pipeline version or comparing program than the run before: a step there would look like
 * a trend.
 */
export async function segmentOfScores(
  kysely: Kysely<Tables>,
  assayId: string,
  truthSetId: string,
): Promise<ScoreSegment> {
  const truthSet = await kysely
    .selectFrom("truth_set")
    .select(["name", "version", "material_id"])
    .where("id", "=", truthSetId)
    .executeTakeFirstOrThrow();
  const rows = await seriesQuery(kysely, assayId, truthSetId).execute();
  const [begin, start] = await lastChange(kysely, rows, assayId, truthSet.material_id);
  const segment = rows.slice(start);
  const runs = segment.slice(-MOST_RUNS);
  return { truthSet: `${truthSet.name} ${truthSet.version}`, begin, runs, runsBefore: segment.length - runs.length };
}

/** The query of the runs of a series, oldest first. */
export function seriesQuery(kysely: Kysely<Tables>, assayId: string, truthSetId: string) {
  return kysely
    .selectFrom("comparison")
    .innerJoin("run", "run.id", "comparison.run_id")
    .select([
      "run.id",
      "run.name",
      "run.performed_at as performedAt",
      "run.is_imported as isImported",
      "run.pipeline_version_id as pipelineVersionId",
      "run.instrument_id as instrumentId",
      "comparison.id as comparisonId",
      "comparison.format",
    ])
    .where("comparison.assay_id", "=", assayId)
    .where("comparison.truth_set_id", "=", truthSetId)
    .where("comparison.superseded_at", "is", null)
    .orderBy("run.performed_at")
    .orderBy("run.id");
}

/** @returns what began the last segment, and the place of its first run. */
async function lastChange(
  kysely: Kysely<Tables>,
  rows: readonly SeriesRow[],
  assayId: string,
  materialId: string | null,
): Promise<[begin: string, start: number]> {
  let [begin, start] = ["start", 0];
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (before === undefined) continue;
    if (row.format !== before.format) [begin, start] = [`${before.format} to ${row.format}`, index];
    const [from, to] = [before.pipelineVersionId, row.pipelineVersionId];
    if (from !== to) [begin, start] = [`${from ?? "no version"} to ${to ?? "no version"}`, index];
  }
  const last = rows.at(-1);
  if (last === undefined) return [begin, start];
  const changes = await changeEvents(kysely, assayId, last.performedAt);
  for (const change of changes) {
    if (change.kind === "control lot" && change.material_id !== materialId) continue;
    const place = rows.findIndex((row) => {
      return row.performedAt >= change.happened_at && (change.instrument_id ?? row.instrumentId) === row.instrumentId;
    });
    if (place >= start && place > 0) [begin, start] = [change.id, place];
  }
  return [begin, start];
}

/** What was recorded for an assay, or for all of them, until a moment; in order of time. */
function changeEvents(kysely: Kysely<Tables>, assayId: string, until: Date) {
  return kysely
    .selectFrom("change_event")
    .select(["id", "kind", "happened_at", "instrument_id", "material_id"])
    .where((where) => where.or([where("assay_id", "=", assayId), where("assay_id", "is", null)]))
    .where("happened_at", "<=", until)
    .orderBy("happened_at")
    .orderBy("id")
    .execute();
}

/** The values of a score over the runs of a segment; null where a run has none. */
export async function valuesOfSegment(
  kysely: Kysely<Tables>,
  { runs }: ScoreSegment,
  { score, variant_type: variantType, stratum }: RoutineThreshold,
): Promise<(number | null)[]> {
  const ids = runs.map(({ comparisonId }) => comparisonId);
  const rows = await kysely
    .selectFrom("comparison_stratum")
    .innerJoin("comparison", "comparison.id", "comparison_stratum.comparison_id")
    .select(["comparison_id", "filter", "comparison.format", `comparison_stratum.${score} as value`])
    .where("comparison_id", "=", sql<string>`any(${ids}::uuid[])`)
    .where("variant_type", "=", variantType)
    .where("subtype", "=", "*")
    .where("stratum", "=", stratum)
    .execute();
  const judged = rows.filter(({ filter, format }) => filter === judgedFilters[format]);
  const values = new Map(judged.map((row) => [row.comparison_id, row.value]));
  return ids.map((id) => values.get(id) ?? null);
}
