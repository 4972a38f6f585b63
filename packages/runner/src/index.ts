export { RunnerError, type RunnerErrorCode, type RunnerErrorDetails, runnerErrorCodes } from "./error.ts";
