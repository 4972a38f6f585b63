export { rocCurves } from "../comparison/roc-curves.ts";
export { benchmarkMultiqc } from "./benchmark-multiqc.ts";
export { comparisonMultiqc, type MultiqcComparison } from "./comparison-multiqc.ts";
export { identityMultiqc } from "./identity-multiqc.ts";
export type { MultiqcFile } from "./section.ts";
export { studyMultiqc } from "./study-multiqc.ts";
