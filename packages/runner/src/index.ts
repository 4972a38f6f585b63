export { RunnerError, type RunnerErrorCode, type RunnerErrorDetails, runnerErrorCodes } from "./error.ts";
export { followEvents } from "./events/follow-events.ts";
export type { NextflowEvent, TaskFields } from "./events/nextflow-event.ts";
export { readComparisonSheet, type SheetComparison } from "./input/comparison-sheet.ts";
export { type Lane, type Sex, sexes } from "./input/lane.ts";
export { readParameterOptions } from "./input/parameter-options.ts";
export {
  type ParameterGroup,
  type ParameterSchema,
  type PipelineSchema,
  readPipelineSchema,
} from "./input/parameter-schema.ts";
export { type ParameterSources, type Parameters, readParameters } from "./input/parameters.ts";
export type { Problem } from "./input/problem.ts";
export { readSamplesheet, type SheetContext } from "./input/samplesheet.ts";
export { pipelineCache } from "./install/cache-folder.ts";
export { type InstallOptions, installPrograms } from "./install/install.ts";
export { findInstallation, type Installation } from "./install/installation.ts";
export { programPath } from "./install/program-path.ts";
export { quoted } from "./quoted.ts";
