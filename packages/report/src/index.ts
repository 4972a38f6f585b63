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
