import type { EvidenceAlerts, EvidenceDefinitions, EvidenceRecord, EvidenceRun } from "@touchstone/evidence";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { findRun } from "../runs/queries.ts";
import { idsIn, recordsOf, toRecord } from "./record.ts";

type Reading = Kysely<Tables>;

/** The run and what it was made with. @throws ServerError TS_NOT_FOUND. */
export async function gatherRun(kysely: Reading, idOrName: string): Promise<EvidenceRun> {
  const { id, name } = await findRun(kysely, idOrName);
  const row = await kysely.selectFrom("run").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const one = async (table: "assay" | "pipeline_version" | "instrument", of: string | null) => {
    if (of === null) return null;
    return toRecord(await kysely.selectFrom(table).selectAll().where("id", "=", of).executeTakeFirstOrThrow());
  };
  return {
    run: { ...toRecord(row), id, name },
    assay: await one("assay", row.assay_id),
    pipelineVersion: await one("pipeline_version", row.pipeline_version_id),
    instrument: await one("instrument", row.instrument_id),
    samples: await recordsOf(
      kysely
        .selectFrom("sample")
        .innerJoin("run_sample", "run_sample.sample_id", "sample.id")
        .selectAll("sample")
        .where("run_sample.run_id", "=", id)
        .orderBy("sample.name"),
    ),
    reagentLots: await recordsOf(
      kysely
        .selectFrom("reagent_lot")
        .innerJoin("run_reagent_lot", "run_reagent_lot.reagent_lot_id", "reagent_lot.id")
        .selectAll("reagent_lot")
        .where("run_reagent_lot.run_id", "=", id)
        .orderBy("reagent_lot.reagent")
        .orderBy("reagent_lot.lot"),
    ),
    artifacts: await recordsOf(
      kysely.selectFrom("artifact").selectAll().where("run_id", "=", id).orderBy("uri").orderBy("id"),
    ),
    tasks: await recordsOf(kysely.selectFrom("run_task").selectAll().where("run_id", "=", id).orderBy("number")),
  };
}

/** Comparisons of the run, those that were superseded too, with their strata and truth sets. */
export async function gatherComparisons(kysely: Reading, runId: string) {
  const comparisons = await recordsOf(
    kysely
      .selectFrom("comparison")
      .leftJoin("sample", "sample.id", "comparison.sample_id")
      .selectAll("comparison")
      .select("sample.name as sample")
      .where("comparison.run_id", "=", runId)
      .orderBy("comparison.performed_at")
      .orderBy("comparison.id"),
  );
  const strata = kysely
    .selectFrom("comparison_stratum")
    .selectAll()
    .where("comparison_id", "in", idsIn(comparisons, "id"))
    .orderBy("comparison_id")
    .orderBy("variant_type")
    .orderBy("subtype")
    .orderBy("stratum")
    .orderBy("filter");
  const truthSets = kysely
    .selectFrom("truth_set")
    .selectAll()
    .where("id", "in", idsIn(comparisons, "truthSetId"))
    .orderBy("id");
  if (comparisons.length === 0) return { comparisons, strata: [], truthSets: [] };
  return { comparisons, strata: await recordsOf(strata), truthSets: await recordsOf(truthSets) };
}

/** Control measurements of the run, those that were superseded too, with the materials. */
export async function gatherMeasurements(kysely: Reading, runId: string) {
  const measurements = await recordsOf(
    kysely
      .selectFrom("measurement")
      .selectAll()
      .where("run_id", "=", runId)
      .orderBy("material_id")
      .orderBy("analyte")
      .orderBy("level")
      .orderBy("replicate")
      .orderBy("id"),
  );
  const materialIds = idsIn(measurements, "materialId");
  if (materialIds.length === 0) return { measurements, materials: [] };
  const materials = kysely.selectFrom("material").selectAll().where("id", "in", materialIds).orderBy("id");
  return { measurements, materials: await recordsOf(materials) };
}

/** Replicate studies that the run is part of; without their tables of variants. */
export function gatherStudies(kysely: Reading, runId: string): Promise<EvidenceRecord[]> {
  return recordsOf(
    kysely
      .selectFrom("replicate_study")
      .selectAll()
      .where((row) =>
        row.exists(
          row
            .selectFrom("replicate_study_run")
            .select("position")
            .whereRef("replicate_study_id", "=", "replicate_study.id")
            .where("run_id", "=", runId),
        ),
      )
      .orderBy("performed_at")
      .orderBy("id"),
  );
}

/** All verdicts on the run, in the order in which they were reached. */
export function gatherVerdicts(kysely: Reading, runId: string): Promise<EvidenceRecord[]> {
  return recordsOf(
    kysely.selectFrom("verdict").selectAll().where("run_id", "=", runId).orderBy("judged_at").orderBy("id"),
  );
}

/** What was decided about the run's results, in order. */
export function gatherDispositions(kysely: Reading, runId: string): Promise<EvidenceRecord[]> {
  return recordsOf(kysely.selectFrom("disposition_decision").selectAll().where("run_id", "=", runId).orderBy("number"));
}

/** What the verdicts were reached by. */
export async function gatherDefinitions(
  kysely: Reading,
  verdicts: readonly EvidenceRecord[],
): Promise<EvidenceDefinitions> {
  const baselineIds = idsIn(verdicts, "baselineId");
  const of = (table: "baseline" | "rule_set" | "threshold", ids: readonly string[]) =>
    ids.length === 0 ? [] : recordsOf(kysely.selectFrom(table).selectAll().where("id", "in", ids).orderBy("id"));
  const series = kysely.selectFrom("baseline_series").selectAll().where("baseline_id", "in", baselineIds).orderBy("id");
  return {
    baselines: await of("baseline", baselineIds),
    baselineSeries: baselineIds.length === 0 ? [] : await recordsOf(series),
    ruleSets: await of("rule_set", idsIn(verdicts, "ruleSetId")),
    thresholds: await of("threshold", idsIn(verdicts, "thresholdId")),
  };
}

/** Alerts that the run raised or was part of, with their history, and the non-conformances that they led to. */
export async function gatherAlerts(kysely: Reading, runId: string): Promise<EvidenceAlerts> {
  const alerts = await recordsOf(
    kysely
      .selectFrom("alert")
      .selectAll()
      .where((row) =>
        row.or([
          row("run_id", "=", runId),
          row("id", "in", row.selectFrom("alert_occurrence").select("alert_id").where("run_id", "=", runId)),
        ]),
      )
      .orderBy("opened_at")
      .orderBy("id"),
  );
  const alertIds = idsIn(alerts, "id");
  const of = (table: "alert_occurrence" | "alert_history") =>
    alertIds.length === 0
      ? []
      : recordsOf(
          kysely.selectFrom(table).selectAll().where("alert_id", "in", alertIds).orderBy("alert_id").orderBy("number"),
        );
  const nonConformances = await recordsOf(
    kysely
      .selectFrom("non_conformance")
      .selectAll()
      .where((row) =>
        row.or([
          row("run_id", "=", runId),
          ...(alertIds.length === 0
            ? []
            : [
                row(
                  "id",
                  "in",
                  row
                    .selectFrom("non_conformance_alert")
                    .select("non_conformance_id")
                    .where("alert_id", "in", alertIds),
                ),
              ]),
        ]),
      )
      .orderBy("number"),
  );
  const nonConformanceIds = idsIn(nonConformances, "id");
  const actions = kysely
    .selectFrom("corrective_action")
    .selectAll()
    .where("non_conformance_id", "in", nonConformanceIds)
    .orderBy("id");
  return {
    alerts,
    occurrences: await of("alert_occurrence"),
    history: await of("alert_history"),
    nonConformances,
    correctiveActions: nonConformanceIds.length === 0 ? [] : await recordsOf(actions),
  };
}
