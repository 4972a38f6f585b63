export type { BenchmarkedComparison, BenchmarkInput } from "./benchmark/benchmark-input.ts";
export { benchmarkReport } from "./benchmark/benchmark-report.ts";
export type { ComparisonInput, RocCurve } from "./comparison/comparison-input.ts";
export { comparisonReport } from "./comparison/comparison-report.ts";
export { otherComparisonReport } from "./comparison/other-comparison-report.ts";
export type { OtherComparisonInput, RecordedComparison, ScoreVerdict } from "./comparison/recorded-comparison.ts";
export { rocCurves } from "./comparison/roc-curves.ts";
export type {
  ExpiringLot,
  FalseAlarmComparison,
  MonthlyAlert,
  MonthlyChange,
  MonthlyInput,
  MonthlyNonConformance,
  MonthlyPeriod,
  MonthlyRun,
  MonthlyTrend,
  MonthlyVerdict,
} from "./monthly/monthly-input.ts";
export { monthlyReport } from "./monthly/monthly-report.ts";
export { REPORT_CONTENT_SECURITY_POLICY } from "./page/report-page.ts";
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
export type {
  AcceptanceCriterion,
  CriterionOutcome,
  ValidatedAssay,
  ValidationComparison,
  ValidationInput,
  ValidationRun,
  ValidationStudy,
  ValidationTruthSet,
} from "./validation/validation-input.ts";
export { validationReport } from "./validation/validation-report.ts";
