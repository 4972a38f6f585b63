import { columns, type ExportTable } from "./export-table.ts";
import { runColumns, runJoins } from "./run-columns.ts";

/** Rows of comparisons with truth sets; `superseded_at` is the comparison's. */
export const comparisonStrata: ExportTable = {
  name: "comparison_stratum",
  folder: "comparison_strata",
  id: "comparison_stratum.id",
  columns: [
    ...columns("comparison_stratum", "text", [
      ["comparison_stratum_id", "comparison_stratum.id::text"],
      ["comparison_id", "comparison.id::text"],
    ]),
    ...runColumns,
    ...columns("comparison", "text", [
      ["truth_set_name", "truth_set.name"],
      ["truth_set_version", "truth_set.version"],
      ["reference", "truth_set.reference"],
      ["material_name", "material.name"],
      ["material_lot", "material.lot"],
      ["sample_name", "sample.name"],
      ["comparison_format", "comparison.format"],
      ["comparison_sha256", "comparison.content_sha256"],
    ]),
    ...columns("comparison", "timestamp", [["comparison_performed_at", "comparison.performed_at"]]),
    ...columns("comparison_stratum", "text", ["variant_type", "subtype", "stratum", "filter"]),
    ...columns("comparison_stratum", "integer", [
      "truth_total",
      "truth_tp",
      "truth_fn",
      "query_total",
      "query_tp",
      "query_fp",
      "query_fp_genotype",
      "query_fp_allele",
      "query_unk",
    ]),
    ...columns("comparison_stratum", "real", [
      "recall",
      "recall_low",
      "recall_high",
      "precision",
      "precision_low",
      "precision_high",
      "f1",
      "unknown_fraction",
      "false_positives_per_megabase",
    ]),
    ...columns("comparison", "timestamp", ["created_at"]),
    ...columns("comparison", "text", [["supersedes", "comparison.supersedes::text"]]),
    ...columns("comparison", "timestamp", ["superseded_at"]),
  ],
  from: `comparison_stratum
    join comparison on comparison.id = comparison_stratum.comparison_id
    join run on run.id = comparison.run_id ${runJoins}
    join truth_set on truth_set.id = comparison.truth_set_id
    left join material on material.id = truth_set.material_id
    left join sample on sample.id = comparison.sample_id`,
};
