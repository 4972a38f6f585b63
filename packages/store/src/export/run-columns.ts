import { columns, type ExportColumn } from "./export-table.ts";

/** What is said of the run in every row; goes with `runJoins`. */
export const runColumns: readonly ExportColumn[] = [
  ...columns("run", "text", [
    ["run_id", "run.id::text"],
    ["run_name", "run.name"],
    ["assay_name", "assay.name"],
  ]),
  ...columns("run", "integer", [["assay_version", "assay.version"]]),
  ...columns("run", "text", [
    ["run_pipeline", "run_pipeline_version.pipeline"],
    ["run_pipeline_version", "run_pipeline_version.version"],
    ["run_instrument", "run_instrument.name"],
    ["run_status", "run.status"],
    ["run_disposition", "run.disposition"],
  ]),
  ...columns("run", "timestamp", [["run_performed_at", "run.performed_at"]]),
  ...columns("run", "boolean", [["run_is_imported", "run.is_imported"]]),
];

/** Joins what a run refers to. */
export const runJoins = `
  left join assay on assay.id = run.assay_id
  left join pipeline_version run_pipeline_version on run_pipeline_version.id = run.pipeline_version_id
  left join instrument run_instrument on run_instrument.id = run.instrument_id`;
