export { type ComparisonMetricsDocument, ComparisonMetricsSchema } from "./comparison-metrics.ts";
export { type ComparisonProvenanceDocument, ComparisonProvenanceSchema } from "./comparison-provenance.ts";
export { type ErrorEntry, errorCatalogue, errorEntry } from "./errors.ts";
