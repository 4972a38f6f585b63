// What programs of this repository use of the command line in their own process; none of it is published.
export { comparisonFiles } from "./record/comparison-files.ts";
export { recordComparison } from "./record/record-comparison.ts";
export { recordStudy } from "./record/record-study.ts";
export type { Recorded } from "./record/recorded.ts";
export type { Recording } from "./record/recording.ts";
export { studyFiles } from "./record/study-files.ts";
export { run } from "./run.ts";
export { injectFetch } from "./server/inject-fetch.ts";
export { type LocalServer, openLocalServer } from "./server/local-server.ts";
export { interruptionExitCode, onInterruption } from "./signals.ts";
