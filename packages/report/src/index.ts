export type { ComparisonInput, RocCurve } from "./comparison/comparison-input.ts";
export { comparisonReport } from "./comparison/comparison-report.ts";
export { reproducibilityReport } from "./reproducibility/reproducibility-report.ts";
export {
  blandAltmanData,
  cvProfileData,
  iccForestData,
  type StudyPoint,
  type StudyPoints,
} from "./reproducibility/study-charts.ts";
export type { ReplicateStudy, StudyInput, StudyStratum, StudyVariant } from "./reproducibility/study-input.ts";
export { type ControlSeries, controlChart } from "./run/control-chart.ts";
export type {
  RunAlert,
  RunArtifact,
  RunAudit,
  RunComparison,
  RunDecision,
  RunDisposition,
  RunInput,
  RunRecord,
  RunScore,
  RunVerdict,
} from "./run/run-input.ts";
export { runReport } from "./run/run-report.ts";
