export {
  type Alert,
  type AlertEvidence,
  type AlertFinding,
  type AlertKind,
  type AlertOccurrence,
  type AlertRecord,
  type AlertState,
  describeAlert,
} from "./alerts/alert.ts";
export { type AlertEvent, changeAlert } from "./alerts/change-alert.ts";
export { type DeclineQuestion, declineFinding, type WatchedSeries } from "./alerts/decline-finding.ts";
export {
  defaultEscalation,
  dueEscalation,
  type Escalation,
  type EscalationPolicy,
  type EscalationStep,
} from "./alerts/escalation-policy.ts";
export { expiryFinding, type LotInUse } from "./alerts/expiry-finding.ts";
export { rejectionFindings, type ScoredRun, thresholdFinding } from "./alerts/immediate-findings.ts";
export { type ControlSchedule, overdueFinding, type ScheduledSeries } from "./alerts/overdue-finding.ts";
export { escalateAlerts, type RaiseOptions, raiseAlerts } from "./alerts/raise-alerts.ts";
export { type Reopening, reopenAlert } from "./alerts/reopen-alert.ts";
export {
  DEFAULT_CV_LIMIT,
  judgeReproducibility,
  type ReplicateStudy,
  type ReplicateVariation,
  type ReproducibilityVerdict,
  reproducibilityFinding,
} from "./alerts/reproducibility-finding.ts";
export { type ApprovedAssay, approveAssay, obstaclesToApproval } from "./assay/approve-assay.ts";
export { type Assay, type CitedNumber, citedNumbers, describeAssay } from "./assay/assay.ts";
export { type AssayThreshold, assayThresholds } from "./assay/assay-thresholds.ts";
export { readAssay } from "./assay/read-assay.ts";
export { approveBaseline, requireApproved, retireBaseline, type Signature } from "./baseline/approval.ts";
export {
  type Baseline,
  type BaselineApproval,
  type BaselineContent,
  type BaselineIdentity,
  type BaselineLimits,
  type BaselinePoint,
  type BaselineSeries,
  describeBaseline,
} from "./baseline/baseline.ts";
export { type EstablishOptions, establishBaseline } from "./baseline/establish-baseline.ts";
export { type Exclusion, excludes, isStatisticalReason } from "./baseline/exclusion.ts";
export { NEEDED_POINTS } from "./baseline/limits.ts";
export { readBaseline } from "./baseline/read-baseline.ts";
export { readExclusions } from "./baseline/read-exclusions.ts";
export { type ChartScale, chartScales, fromScale, toScale } from "./baseline/scale.ts";
export { contentHash } from "./content-hash.ts";
export { type Definition, readDefinition } from "./definition/read-definition.ts";
export { type DispositionProposal, proposeDisposition } from "./disposition/disposition.ts";
export { QualityError, type QualityErrorCode, type QualityErrorDetails, qualityErrorCodes } from "./error.ts";
export { checkIdentity } from "./identity/check-identity.ts";
export type {
  ContigDepth,
  DeclaredSample,
  DeclaredSex,
  GenotypePair,
  IdentityInput,
  IdentityOptions,
  IdentityState,
} from "./identity/identity-input.ts";
export { identityTable } from "./identity/identity-table.ts";
export { readDeclaredSamples } from "./identity/read-declared-samples.ts";
export { readDepthSummary } from "./identity/read-depth-summary.ts";
export { readGtcheck } from "./identity/read-gtcheck.ts";
export { checkSequence } from "./measurements/check-sequence.ts";
export {
  controlKey,
  describeSeries,
  isFraction,
  type Measurement,
  type MeasurementKind,
  measurementKinds,
  namesScore,
  refuseRulesOnScore,
  type SeriesIdentity,
  seriesKey,
} from "./measurements/measurement.ts";
export { parseMoment } from "./measurements/moment.ts";
export {
  type MeasurementTable,
  type ReadMeasurementsOptions,
  readMeasurements,
} from "./measurements/read-measurements.ts";
export { BaselineIndex, type LimitsChoice } from "./monitor/baseline-index.ts";
export { type ControlHistory, insufficientHistories, type LookBack, lookBackOf } from "./monitor/look-back.ts";
export { type MonitorInput, type MonitorResult, monitor, monitorRuns, type RunVerdict } from "./monitor/monitor.ts";
export { type EventKind, eventKinds, type MonitorEvent } from "./monitor/monitor-event.ts";
export { readEvents } from "./monitor/read-events.ts";
export type { Change, ChangedVariant } from "./release-gate/changed-variant.ts";
export { contigsOfBoth } from "./release-gate/compared-contigs.ts";
export { describeGate } from "./release-gate/describe-gate.ts";
export type { GateRecord, GateSide, VariantType } from "./release-gate/gate-record.ts";
export {
  type CriterionVerdict,
  type GateCriterion,
  type GateResult,
  judgeVersions,
  type TypeComparison,
} from "./release-gate/judge-versions.ts";
export { type Margins, readMargins } from "./release-gate/margins.ts";
export { pairVersions } from "./release-gate/pair-versions.ts";
export { readComparisonDocument } from "./release-gate/read-comparison-document.ts";
export { requireSameCounts } from "./release-gate/same-counts.ts";
export { requireSameRuler } from "./release-gate/same-ruler.ts";
export type { PairedVersions } from "./release-gate/version-pairing.ts";
export { completePolicies, type Disposition, defaultPolicies, type Policies } from "./rule-set/policies.ts";
export {
  createRuleSet,
  defaultRuleSet,
  type RuleSet,
  type RuleSetIdentity,
  readRuleSet,
} from "./rule-set/rule-set.ts";
export { type CsvRecord, csvRecords } from "./table/csv-records.ts";
export { type CsvRow, CsvTable } from "./table/csv-table.ts";
export {
  judgeThreshold,
  type Threshold,
  type ThresholdStage,
  type ThresholdVerdict,
} from "./thresholds/judge-threshold.ts";
export {
  type CountedScore,
  type ScoreCounts,
  type ScoreName,
  scoreNames,
  scoreOfCounts,
} from "./thresholds/score.ts";
export { analyseTrend, type TrendAnalysis } from "./trend/analyse-trend.ts";
export { describeTrend } from "./trend/describe-trend.ts";
export { type DeclineVerdict, judgeDecline } from "./trend/judge-decline.ts";
export {
  MINIMUM_TREND_VALUES,
  type TrendEvidence,
  type TrendQuestion,
  trendEvidence,
} from "./trend/trend-evidence.ts";
export { readTrendSeries, type TrendPoint, type TrendSeries } from "./trend/trend-series.ts";
export { shown } from "./verdict/sentence.ts";
export {
  type AppliedLimits,
  decisive,
  type NotEvaluableReason,
  type PointVerdict,
  type RuleViolation,
  type WindowPoint,
  worstVerdict,
} from "./verdict/verdict.ts";
