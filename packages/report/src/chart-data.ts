export {
  blandAltmanData,
  cvProfileData,
  iccForestData,
  type StudyPoint,
  type StudyPoints,
} from "./reproducibility/study-charts.ts";
export type { ReplicateStudy, StudyStratum, StudyVariant } from "./reproducibility/study-input.ts";
export { studyPoints } from "./reproducibility/study-points.ts";
export { type ControlChartOptions, type ControlSeries, controlChart, recordedEvent } from "./run/control-chart.ts";
