export { compare } from "./compare.ts";
export { type DiscordantOptions, discordantVcf } from "./discordant/discordant-vcf.ts";
export {
  ConcordanceError,
  type ConcordanceErrorCode,
  type ConcordanceErrorDetails,
  concordanceErrorCodes,
} from "./error.ts";
export type { ComparisonOptions, ComparisonProgress, ComparisonResult, MatchMode } from "./options.ts";
export type { ComparisonProvenance } from "./output/provenance.ts";
export type { ContigDigest } from "./output/reference-digests.ts";
export type { NotAssessedReason } from "./records/reasons.ts";
export type { Interval } from "./report/interval.ts";
export type { ComparisonMetrics, MetricsRow, Proportion, SideRecords } from "./report/metrics.ts";
export type { ReportFile } from "./report/report-files.ts";
export type { PhaseCounts } from "./report/report-input.ts";
export { formatSummary } from "./report/summary-text.ts";
export {
  type LabelledRecord,
  LabelledRecords,
  type LabelledSide,
  type Verdict,
} from "./result/labelled-records.ts";
