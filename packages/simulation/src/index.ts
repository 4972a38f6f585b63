export {
  SimulationError,
  type SimulationErrorCode,
  type SimulationErrorDetails,
  simulationErrorCodes,
} from "./error.ts";
