import { columns, type ExportTable } from "./export-table.ts";
import { runColumns, runJoins } from "./run-columns.ts";

/** Control measurements, those superseded included. Instrument, lot and pipeline are the measurement's own. */
export const measurements: ExportTable = {
  name: "measurement",
  folder: "measurements",
  id: "measurement.id",
  columns: [
    ...columns("measurement", "text", [["measurement_id", "measurement.id::text"]]),
    ...runColumns,
    ...columns("measurement", "text", [
      ["material_name", "material.name"],
      ["material_lot", "material.lot"],
      ["material_use", "material.use"],
      "analyte",
      "level",
    ]),
    ...columns("measurement", "integer", ["replicate"]),
    ...columns("measurement", "text", ["kind"]),
    ...columns("measurement", "real", ["value"]),
    ...columns("measurement", "integer", ["depth"]),
    ...columns("measurement", "text", [
      ["instrument", "instrument.name"],
      ["reagent", "reagent_lot.reagent"],
      ["reagent_lot", "reagent_lot.lot"],
      ["pipeline", "pipeline_version.pipeline"],
      ["pipeline_version", "pipeline_version.version"],
    ]),
    ...columns("measurement", "timestamp", ["measured_at"]),
    ...columns("measurement", "boolean", ["is_imported"]),
    ...columns("measurement", "timestamp", ["created_at"]),
    ...columns("measurement", "text", [["supersedes", "measurement.supersedes::text"]]),
    ...columns("measurement", "timestamp", ["superseded_at"]),
  ],
  from: `measurement
    join run on run.id = measurement.run_id ${runJoins}
    join material on material.id = measurement.material_id
    left join instrument on instrument.id = measurement.instrument_id
    left join reagent_lot on reagent_lot.id = measurement.reagent_lot_id
    left join pipeline_version on pipeline_version.id = measurement.pipeline_version_id`,
};
