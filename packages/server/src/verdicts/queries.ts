import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import type { Verdict, VerdictRecord } from "./schema.ts";

/** Verdicts with what they name, as `toVerdict` takes them. */
export function selectVerdicts(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom("verdict")
    .innerJoin("run", "run.id", "verdict.run_id")
    .leftJoin("measurement", "measurement.id", "verdict.measurement_id")
    .leftJoin("material", "material.id", "measurement.material_id")
    .leftJoin("baseline", "baseline.id", "verdict.baseline_id")
    .leftJoin("rule_set", "rule_set.id", "verdict.rule_set_id")
    .leftJoin("threshold", "threshold.id", "verdict.threshold_id")
    .selectAll("verdict")
    .select([
      "run.name as run_name",
      "material.name as material_name",
      "material.lot as material_lot",
      "measurement.analyte",
      "measurement.level",
      "measurement.replicate",
      "measurement.value",
      "baseline.name as baseline_name",
      "baseline.version as baseline_version",
      "rule_set.name as rule_set_name",
      "rule_set.version as rule_set_version",
      "threshold.version as threshold_version",
      "threshold.score as threshold_score",
      "threshold.variant_type as threshold_variant_type",
      "threshold.stratum as threshold_stratum",
      "threshold.stage as threshold_stage",
      "threshold.minimum as threshold_minimum",
      sql<string | null>`(
        select sample.name::text from comparison join sample on sample.id = comparison.sample_id
        where comparison.id = verdict.comparison_id
      )`.as("sample"),
    ]);
}

type VerdictRow = Awaited<ReturnType<ReturnType<typeof selectVerdicts>["executeTakeFirstOrThrow"]>>;

/** A verdict as answers show it. */
export function toVerdict(row: VerdictRow): Verdict {
  return {
    id: row.id,
    run: { id: row.run_id, name: row.run_name },
    about: subjectOf(row),
    measurement:
      row.measurement_id === null
        ? null
        : {
            id: row.measurement_id,
            material: row.material_name ?? "",
            materialLot: row.material_lot,
            analyte: row.analyte ?? "",
            level: row.level,
            replicate: row.replicate ?? 1,
            value: row.value ?? 0,
          },
    comparisonId: row.comparison_id,
    sample: row.sample,
    comparisonStratumId: row.comparison_stratum_id,
    replicateStudyId: row.replicate_study_id,
    state: row.state,
    reason: row.reason,
    score: row.score,
    baseline: named(row.baseline_id, row.baseline_name, row.baseline_version),
    ruleSet: named(row.rule_set_id, row.rule_set_name, row.rule_set_version),
    thresholdId: row.threshold_id,
    threshold: thresholdOf(row),
    violations: row.violations as Verdict["violations"],
    sentence: row.sentence,
    inputsSha256: row.inputs_sha256,
    touchstone: row.touchstone,
    judgedAt: momentOut(row.judged_at),
    supersedes: row.supersedes,
    supersededAt: momentOutOrNull(row.superseded_at),
  };
}

function subjectOf(row: VerdictRow): Verdict["about"] {
  if (row.measurement_id !== null) return "measurement";
  if (row.comparison_id !== null) return "comparison";
  return row.replicate_study_id === null ? "run" : "replicate study";
}

function thresholdOf(row: VerdictRow): Verdict["threshold"] {
  if (row.threshold_id === null) return null;
  return {
    id: row.threshold_id,
    version: row.threshold_version ?? 0,
    score: row.threshold_score ?? "f1",
    variantType: row.threshold_variant_type ?? "",
    stratum: row.threshold_stratum ?? "*",
    stage: row.threshold_stage ?? "routine",
    minimum: row.threshold_minimum ?? 0,
  };
}

function named(id: string | null, name: string | null, version: number | null): Verdict["baseline"] {
  return id === null ? null : { id, name: name ?? "", version: version ?? 0 };
}

/**
 * A verdict with those that it took the place of and those that took its place.
 *
 * @throws ServerError TS_NOT_FOUND.
 */
export async function findVerdict(kysely: Kysely<Tables>, id: string): Promise<VerdictRecord> {
  const { rows: chain } = await sql<{ id: string }>`
    with recursive earlier as (
      select id, supersedes, 0 as place from verdict where id = ${id}::uuid
      union all
      select verdict.id, verdict.supersedes, place - 1 from earlier join verdict on verdict.id = earlier.supersedes
    ), later as (
      select id, 1 as place from verdict where supersedes = ${id}::uuid
      union all
      select verdict.id, place + 1 from later join verdict on verdict.supersedes = later.id
    )
    select id from (select id, place from earlier union all select id, place from later) as chain order by place
  `.execute(kysely);
  if (chain.length === 0) throw notFound("verdict", id);
  const ids = chain.map((one) => one.id);
  const rows = await selectVerdicts(kysely).where("verdict.id", "in", ids).execute();
  const byId = new Map(rows.map((row) => [row.id, toVerdict(row)]));
  const found = byId.get(id);
  if (found === undefined) throw notFound("verdict", id);
  return { ...found, history: ids.flatMap((one) => byId.get(one) ?? []) };
}
