export { type BaselineDocument, BaselineSchema, ChartScaleSchema, MeasurementKindSchema } from "./baseline.ts";
export { canonicalJson } from "./canonical-json.ts";
export { type ComparisonMetricsDocument, ComparisonMetricsSchema } from "./comparison-metrics.ts";
export { type ComparisonProvenanceDocument, ComparisonProvenanceSchema } from "./comparison-provenance.ts";
export { type ErrorEntry, errorCatalogue, errorEntry } from "./errors.ts";
export { type ReproducibilityDocument, ReproducibilitySchema } from "./reproducibility.ts";
export { PoliciesSchema, ResetCauseSchema, type RuleSetDocument, RuleSetSchema } from "./rule-set.ts";
export { type VersionComparisonDocument, VersionComparisonSchema } from "./version-comparison.ts";
