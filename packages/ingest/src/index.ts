export {
  type DiscordantVariant,
  type DiscordantVariants,
  MOST_DISCORDANT_VARIANTS,
  type NearbyCall,
  type NearbyRecord,
} from "./discordant/discordant-variant.ts";
export { IngestError, type IngestErrorCode, type IngestErrorDetails, ingestErrorCodes } from "./error.ts";
export type {
  ConstantField,
  HistoryField,
  HistoryMap,
  HistoryValues,
} from "./history/history-map.ts";
export { readHistoryMap } from "./history/read-history-map.ts";
export { type MeasurementHistory, readMeasurementHistory } from "./history/read-measurement-history.ts";
export { importComparison } from "./import-comparison.ts";
export type {
  ComparisonFormat,
  ImportedComparison,
  ImportedPoint,
  ImportedStratum,
  JsonObject,
  StratumCounts,
  StratumKey,
  StratumRates,
} from "./imported-comparison.ts";
export { type NextflowTask, nextflowStatuses } from "./nextflow/nextflow-task.ts";
export { type ReadTask, readTask } from "./nextflow/read-task.ts";
export { type TailOptions, type TraceUpdate, tailTrace } from "./nextflow/tail-trace.ts";
export { readTrace, type TraceTasks } from "./nextflow/trace-reader.ts";
export { type Recognition, type ResultFormat, recogniseFormat, resultFormats } from "./recognise/recognise-format.ts";
export { importReplicateStudy } from "./replicates/import-replicate-study.ts";
export type { ImportedPair, ImportedReplicateStudy, ImportedVariant } from "./replicates/imported-replicate-study.ts";
export { MOST_REPLICATE_VARIANTS } from "./replicates/replicate-variants.ts";
export { decodeResult, type ResultFile, type ResultText } from "./result-file.ts";
export { VCFEVAL_BEST_THRESHOLD, VCFEVAL_NO_THRESHOLD } from "./vcfeval/filters.ts";
