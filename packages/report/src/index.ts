export type { ComparisonInput, RocCurve } from "./comparison/comparison-input.ts";
export { comparisonReport } from "./comparison/comparison-report.ts";
