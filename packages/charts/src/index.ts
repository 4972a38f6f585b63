export { blandAltmanChart } from "./bland-altman/bland-altman-chart.ts";
export type {
  AgreementLimits,
  BlandAltmanData,
  BlandAltmanPair,
  ProportionalBias,
} from "./bland-altman/bland-altman-data.ts";
export type { ChartEvent, ChartEventKind } from "./chart-event.ts";
export { cvProfileChart } from "./cv-profile/cv-profile-chart.ts";
export type { CvProfileBin, CvProfileData, CvProfilePoint } from "./cv-profile/cv-profile-data.ts";
export { formatCount, formatFraction, formatNumber } from "./drawing/format-number.ts";
export { GRID, GUIDE, INK, MUTED_INK, PAPER } from "./drawing/theme.ts";
export { ewmaCusumChart } from "./ewma-cusum/ewma-cusum-chart.ts";
export type { EwmaCusumData, EwmaCusumPoint } from "./ewma-cusum/ewma-cusum-data.ts";
export { gateForestChart } from "./gate-forest/gate-forest-chart.ts";
export type { GateForestData, GateForestRow, GateVerdict } from "./gate-forest/gate-forest-data.ts";
export { iccForestChart } from "./icc-forest/icc-forest-chart.ts";
export type { IccForestData, IccForestRow } from "./icc-forest/icc-forest-data.ts";
export { indelLengthChart } from "./indel-length/indel-length-chart.ts";
export type { IndelLengthClass, IndelLengthData } from "./indel-length/indel-length-data.ts";
export type { Interval } from "./interval.ts";
export { leveyJenningsChart } from "./levey-jennings/levey-jennings-chart.ts";
export type {
  ControlState,
  LeveyJenningsBaseline,
  LeveyJenningsData,
  LeveyJenningsPoint,
  RuleWindow,
} from "./levey-jennings/levey-jennings-data.ts";
export { precisionRecallChart } from "./precision-recall/precision-recall-chart.ts";
export type {
  PrecisionRecallCurve,
  PrecisionRecallData,
  PrecisionRecallPoint,
} from "./precision-recall/precision-recall-data.ts";
export { scoreForestChart } from "./score-forest/score-forest-chart.ts";
export type { ScoreForestData, ScoreForestRow } from "./score-forest/score-forest-data.ts";
export { trendChart } from "./trend/trend-chart.ts";
export type { ProjectedCrossing, SenLine, TrendData, TrendPoint, TrendSegment } from "./trend/trend-data.ts";
export { twoMaterialsChart } from "./two-materials/two-materials-chart.ts";
export type { TwoMaterialsData, TwoMaterialsPoint } from "./two-materials/two-materials-data.ts";
export { upsetChart } from "./upset/upset-chart.ts";
export type { UpsetData, UpsetIntersection, UpsetSet } from "./upset/upset-data.ts";
