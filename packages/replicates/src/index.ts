export {
  ReplicatesError,
  type ReplicatesErrorCode,
  type ReplicatesErrorDetails,
  replicatesErrorCodes,
} from "./error.ts";
