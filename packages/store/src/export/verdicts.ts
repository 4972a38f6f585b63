import { columns, type ExportTable } from "./export-table.ts";
import { runColumns, runJoins } from "./run-columns.ts";

/** Verdicts with what they judge and by what; one without a subject is on the run as a whole. */
export const verdicts: ExportTable = {
  name: "verdict",
  folder: "verdicts",
  id: "verdict.id",
  columns: [
    ...columns("verdict", "text", [["verdict_id", "verdict.id::text"]]),
    ...runColumns,
    ...columns("verdict", "text", [
      ["measurement_id", "verdict.measurement_id::text"],
      ["comparison_stratum_id", "verdict.comparison_stratum_id::text"],
      ["sample_name", "sample.name"],
      ["replicate_study_id", "verdict.replicate_study_id::text"],
      ["replicate_study_name", "replicate_study.name"],
      ["material_name", "material.name"],
      ["material_lot", "material.lot"],
      ["analyte", "measurement.analyte"],
      ["level", "measurement.level"],
      ["variant_type", "comparison_stratum.variant_type"],
      ["subtype", "comparison_stratum.subtype"],
      ["stratum", "comparison_stratum.stratum"],
      ["filter", "comparison_stratum.filter"],
      "state",
      "reason",
    ]),
    ...columns("verdict", "real", ["score", ["measured_value", "measurement.value"]]),
    ...columns("verdict", "text", [["baseline_name", "baseline.name"]]),
    ...columns("verdict", "integer", [["baseline_version", "baseline.version"]]),
    ...columns("verdict", "text", [["rule_set_name", "rule_set.name"]]),
    ...columns("verdict", "integer", [["rule_set_version", "rule_set.version"]]),
    ...columns("verdict", "text", [
      ["threshold_score", "threshold.score"],
      ["threshold_stage", "threshold.stage"],
    ]),
    ...columns("verdict", "integer", [["threshold_version", "threshold.version"]]),
    ...columns("verdict", "real", [["threshold_minimum", "threshold.minimum"]]),
    ...columns("verdict", "text", [
      ["violations", "verdict.violations::text"],
      "sentence",
      "inputs_sha256",
      ["touchstone_version", "verdict.touchstone"],
    ]),
    ...columns("verdict", "timestamp", ["judged_at"]),
    ...columns("verdict", "text", [["supersedes", "verdict.supersedes::text"]]),
    ...columns("verdict", "timestamp", ["superseded_at"]),
  ],
  from: `verdict
    join run on run.id = verdict.run_id ${runJoins}
    left join measurement on measurement.id = verdict.measurement_id
    left join material on material.id = measurement.material_id
    left join comparison_stratum on comparison_stratum.id = verdict.comparison_stratum_id
    left join comparison on comparison.id = verdict.comparison_id
    left join sample on sample.id = comparison.sample_id
    left join replicate_study on replicate_study.id = verdict.replicate_study_id
    left join baseline on baseline.id = verdict.baseline_id
    left join rule_set on rule_set.id = verdict.rule_set_id
    left join threshold on threshold.id = verdict.threshold_id`,
};
