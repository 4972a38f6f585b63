export { RunnerError, type RunnerErrorCode, type RunnerErrorDetails, runnerErrorCodes } from "./error.ts";
export { pipelineCache } from "./install/cache-folder.ts";
export { type InstallOptions, installPrograms } from "./install/install.ts";
export { findInstallation, type Installation } from "./install/installation.ts";
