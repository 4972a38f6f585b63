import { worstVerdict } from "@touchstone/quality";
import type { ComparisonStratumTable, Tables } from "@touchstone/store";
import type { Kysely, Selectable } from "kysely";
import { notFound } from "../error.ts";
import { toSourceFile } from "../files/source-file.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import { judgedFilters } from "./judged-filter.ts";
import type { Comparison, ComparisonRecord, ComparisonVerdict, Stratum } from "./schema.ts";

/** Comparisons with what they are about, without the documents, as `toComparisons` takes them. */
export function selectComparisons(kysely: Kysely<Tables>) {
  return (
    kysely
      .selectFrom("comparison")
      .innerJoin("run", "run.id", "comparison.run_id")
      .innerJoin("truth_set", "truth_set.id", "comparison.truth_set_id")
      .leftJoin("assay", "assay.id", "comparison.assay_id")
      .leftJoin("pipeline_version", "pipeline_version.id", "comparison.pipeline_version_id")
      .select([
        "comparison.id",
        "comparison.run_id",
        "comparison.assay_id",
        "comparison.pipeline_version_id",
        "comparison.truth_set_id",
        "comparison.sample_id",
        "comparison.format",
        "comparison.content_sha256",
        "comparison.performed_at",
        "comparison.created_at",
        "comparison.supersedes",
        "comparison.superseded_at",
        "comparison.discordant_total",
        "comparison.discordant_listed",
        "run.name as run_name",
        "run.performed_at as run_performed_at",
        "truth_set.name as truth_set_name",
        "truth_set.version as truth_set_version",
        "assay.name as assay_name",
        "assay.version as assay_version",
        "pipeline_version.pipeline",
        "pipeline_version.version as pipeline_version",
      ])
      // Joined, its index would be read for a whole list at once, and the list be sorted anew.
      .select((row) =>
        row.selectFrom("sample").select("name").whereRef("sample.id", "=", "comparison.sample_id").as("sample_name"),
      )
  );
}

type ComparisonRow = Awaited<ReturnType<ReturnType<typeof selectComparisons>["executeTakeFirstOrThrow"]>>;

/** Comparisons as lists show them, with their scores and states. */
export async function toComparisons(kysely: Kysely<Tables>, rows: readonly ComparisonRow[]): Promise<Comparison[]> {
  const ids = rows.map(({ id }) => id);
  const states = await statesOf(kysely, ids);
  const scores = await scoresOf(kysely, ids);
  return rows.map((row) => ({
    id: row.id,
    run: { id: row.run_id, name: row.run_name, performedAt: momentOut(row.run_performed_at) },
    assay:
      row.assay_id === null ? null : { id: row.assay_id, name: row.assay_name ?? "", version: row.assay_version ?? 0 },
    pipelineVersion:
      row.pipeline_version_id === null
        ? null
        : { id: row.pipeline_version_id, pipeline: row.pipeline ?? "", version: row.pipeline_version ?? "" },
    truthSet: { id: row.truth_set_id, name: row.truth_set_name, version: row.truth_set_version },
    sample: row.sample_id === null ? null : { id: row.sample_id, name: row.sample_name ?? "" },
    format: row.format,
    contentSha256: row.content_sha256,
    performedAt: momentOut(row.performed_at),
    createdAt: momentOut(row.created_at),
    supersedes: row.supersedes,
    supersededAt: momentOutOrNull(row.superseded_at),
    state: worstVerdict(states.get(row.id) ?? []),
    discordant:
      row.discordant_total === null || row.discordant_listed === null
        ? null
        : { total: row.discordant_total, listed: row.discordant_listed },
    scores: (scores.get(row.id) ?? []).filter(({ filter }) => filter === judgedFilters[row.format]).map(toStratum),
  }));
}

type State = NonNullable<Comparison["state"]>;

async function statesOf(kysely: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, State[]>> {
  const states = new Map<string, State[]>();
  if (ids.length === 0) return states;
  const rows = await kysely
    .selectFrom("verdict")
    .select(["comparison_id", "state"])
    .distinct()
    .where("comparison_id", "in", ids)
    .where("superseded_at", "is", null)
    .execute();
  for (const { comparison_id: id, state } of rows) {
    if (id !== null) states.set(id, [...(states.get(id) ?? []), state]);
  }
  return states;
}

type StratumRow = Selectable<ComparisonStratumTable>;

async function scoresOf(kysely: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, StratumRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await kysely
    .selectFrom("comparison_stratum")
    .selectAll()
    .where("comparison_id", "in", ids)
    .where("stratum", "=", "*")
    .where("subtype", "=", "*")
    .orderBy("comparison_id")
    .orderBy("variant_type")
    .execute();
  const scores = new Map<string, StratumRow[]>();
  for (const row of rows) scores.set(row.comparison_id, [...(scores.get(row.comparison_id) ?? []), row]);
  return scores;
}

/** A row of a comparison's table as answers show it. */
export function toStratum(row: StratumRow): Stratum {
  return {
    variantType: row.variant_type,
    subtype: row.subtype,
    stratum: row.stratum,
    filter: row.filter,
    truthTotal: row.truth_total,
    truthTp: row.truth_tp,
    truthFn: row.truth_fn,
    queryTotal: row.query_total,
    queryTp: row.query_tp,
    queryFp: row.query_fp,
    queryFpGenotype: row.query_fp_genotype,
    queryFpAllele: row.query_fp_allele,
    queryUnk: row.query_unk,
    recall: row.recall,
    recallLow: row.recall_low,
    recallHigh: row.recall_high,
    precision: row.precision,
    precisionLow: row.precision_low,
    precisionHigh: row.precision_high,
    f1: row.f1,
    unknownFraction: row.unknown_fraction,
    falsePositivesPerMegabase: row.false_positives_per_megabase,
  };
}

/** One comparison with all but its rows. @throws ServerError TS_NOT_FOUND. */
export async function findComparison(kysely: Kysely<Tables>, id: string): Promise<ComparisonRecord> {
  const row = await selectComparisons(kysely)
    .select("comparison.provenance")
    .where("comparison.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw notFound("comparison", id);
  const [comparison] = await toComparisons(kysely, [row]);
  return {
    ...(comparison as Comparison),
    provenance: row.provenance,
    verdicts: await verdictsOf(kysely, id),
    files: await filesOf(kysely, id),
  };
}

/** Verdicts on a comparison; all are superseded together with it. */
async function verdictsOf(kysely: Kysely<Tables>, comparisonId: string): Promise<ComparisonVerdict[]> {
  const rows = await kysely
    .selectFrom("verdict")
    .leftJoin("threshold", "threshold.id", "verdict.threshold_id")
    .select([
      "verdict.id",
      "verdict.state",
      "verdict.reason",
      "verdict.sentence",
      "verdict.judged_at",
      "verdict.supersedes",
      "verdict.superseded_at",
      "verdict.threshold_id",
      "threshold.score",
      "threshold.variant_type",
      "threshold.stratum",
      "threshold.minimum",
    ])
    .where("verdict.comparison_id", "=", comparisonId)
    .orderBy("threshold.variant_type")
    .orderBy("threshold.stratum")
    .orderBy("threshold.score")
    .orderBy("verdict.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    reason: row.reason,
    sentence: row.sentence,
    threshold:
      row.threshold_id === null
        ? null
        : {
            id: row.threshold_id,
            score: row.score ?? "",
            variantType: row.variant_type ?? "",
            stratum: row.stratum ?? "",
            minimum: row.minimum ?? 0,
          },
    judgedAt: momentOut(row.judged_at),
    supersedes: row.supersedes,
    supersededAt: momentOutOrNull(row.superseded_at),
  }));
}

async function filesOf(kysely: Kysely<Tables>, comparisonId: string): Promise<ComparisonRecord["files"]> {
  const rows = await kysely
    .selectFrom("comparison_artifact")
    .innerJoin("artifact", "artifact.id", "comparison_artifact.artifact_id")
    .selectAll("artifact")
    .where("comparison_artifact.comparison_id", "=", comparisonId)
    .orderBy("artifact.uri")
    .execute();
  return rows.map(toSourceFile);
}
