export { compareReplicates } from "./compare-replicates.ts";
export { compareTable } from "./compare-table.ts";
export {
  ReplicatesError,
  type ReplicatesErrorCode,
  type ReplicatesErrorDetails,
  replicatesErrorCodes,
} from "./error.ts";
export {
  type MeasuredVariant,
  type MeasureOptions,
  measureVariants,
  type UnmeasuredVariant,
  type VariantMeasurements,
} from "./measure/measure-variants.ts";
export type { UnmeasuredReason } from "./measure/measured-allele.ts";
export { type MeasuredMaterial, measurementsCsv } from "./measure/measurements-csv.ts";
export type { MonitoredVariant } from "./measure/monitored-variants.ts";
export type {
  AttachedFile,
  CommonOptions,
  ReplicateOptions,
  ReplicatesProgress,
  ReplicatesResult,
  TableMeasurement,
  TableOptions,
} from "./options.ts";
export type { VafDenominator } from "./read/depth-source.ts";
export type { PlotPoint, PlotPoints } from "./report/plot-points.ts";
export type {
  CallsReport,
  CvReport,
  OverdispersionReport,
  PairReport,
  ReproducibilityReport,
  RunCallsReport,
  RunReport,
  StratumReport,
  WithinReport,
} from "./report/reproducibility-report.ts";
export { formatReproducibility } from "./report/summary-text.ts";
