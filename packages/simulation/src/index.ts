export { type AnnotationCacheInput, buildAnnotationCache } from "./annotation/build-annotation-cache.ts";
export {
  SimulationError,
  type SimulationErrorCode,
  type SimulationErrorDetails,
  simulationErrorCodes,
} from "./error.ts";
