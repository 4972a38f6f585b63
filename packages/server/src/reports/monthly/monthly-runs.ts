import { worstVerdict } from "@touchstone/quality";
import type { MonthlyPeriod, MonthlyRun, MonthlyVerdict } from "@touchstone/report";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { momentOut } from "../../http/field-schemas.ts";
import { describeRecords } from "../../judging/judged-comparison.ts";
import { versionText } from "../../judging/version-text.ts";
import type { Verdict } from "../../verdicts/schema.ts";

/** A run of the month with its id. */
export type IdentifiedRun = MonthlyRun & { readonly id: string };

/** Runs of the assay's versions that were performed in the month, in order; none that were imported from earlier times. */
export async function runsOfMonth(
  kysely: Kysely<Tables>,
  assayIds: readonly string[],
  { from, before }: MonthlyPeriod,
): Promise<IdentifiedRun[]> {
  const rows = await kysely
    .selectFrom("run")
    .leftJoin("pipeline_version", "pipeline_version.id", "run.pipeline_version_id")
    .leftJoin("instrument", "instrument.id", "run.instrument_id")
    .select(["run.id", "run.name", "run.performed_at", "run.status", "run.proposed_disposition", "run.disposition"])
    .select(["run.disposition_decision_id", "pipeline", "pipeline_version.version", "instrument.name as instrument"])
    .select(({ selectFrom }) =>
      selectFrom("verdict")
        .select(sql<Verdict["state"][] | null>`array_agg(distinct verdict.state)`.as("states"))
        .whereRef("verdict.run_id", "=", "run.id")
        .where("verdict.superseded_at", "is", null)
        .as("states"),
    )
    .where("run.assay_id", "=", sql<string>`any(${assayIds}::uuid[])`)
    .where("run.performed_at", ">=", new Date(from))
    .where("run.performed_at", "<", new Date(before))
    .where("run.is_imported", "=", false)
    .orderBy("run.performed_at")
    .orderBy("run.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    performedAt: momentOut(row.performed_at),
    status: row.status,
    state: worstVerdict(row.states ?? []),
    proposed: row.proposed_disposition,
    disposition: row.disposition,
    isSigned: row.disposition_decision_id !== null,
    pipelineVersion: row.pipeline === null || row.version === null ? null : versionText(row.pipeline, row.version),
    instrument: row.instrument,
  }));
}

/** A verdict of the month with what tells false alarms apart. */
export interface JudgedInMonth extends MonthlyVerdict {
  readonly analyte: string | null;
  readonly ruleSetId: string | null;
}

/** Verdicts in force on these runs. */
export async function verdictsOfMonth(
  kysely: Kysely<Tables>,
  runs: readonly IdentifiedRun[],
): Promise<JudgedInMonth[]> {
  const rows = await kysely
    .selectFrom("verdict")
    .innerJoin("run", "run.id", "verdict.run_id")
    .leftJoin("measurement", "measurement.id", "verdict.measurement_id")
    .leftJoin("threshold", "threshold.id", "verdict.threshold_id")
    .select(["verdict.state", "verdict.reason", "verdict.violations", "verdict.rule_set_id", "run.name as run"])
    .select(["verdict.measurement_id", "verdict.comparison_id", "verdict.replicate_study_id", "measurement.analyte"])
    .select(["threshold.score", "threshold.variant_type", "threshold.stratum"])
    .where("verdict.run_id", "=", sql<string>`any(${runs.map(({ id }) => id)}::uuid[])`)
    .where("verdict.superseded_at", "is", null)
    .orderBy("run.performed_at")
    .orderBy("verdict.id")
    .execute();
  return rows.map((row) => ({
    run: row.run,
    about: aboutOf(row),
    state: row.state,
    reason: row.reason,
    threshold: row.score === null ? null : `${row.score} of ${describeRecords(recordsOf(row))}`,
    violations: row.violations as Verdict["violations"],
    analyte: row.analyte,
    ruleSetId: row.rule_set_id,
  }));
}

function recordsOf(row: { readonly variant_type: string | null; readonly stratum: string | null }) {
  return { variantType: row.variant_type ?? "", stratum: row.stratum ?? "*" };
}

function aboutOf(row: Readonly<Record<"measurement_id" | "comparison_id" | "replicate_study_id", string | null>>) {
  if (row.measurement_id !== null) return "control measurement";
  if (row.comparison_id !== null) return "comparison with truth";
  return row.replicate_study_id === null ? "controls of the run" : "replicate study";
}
