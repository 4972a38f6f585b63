export { TruthError, type TruthErrorCode, type TruthErrorDetails, truthErrorCodes } from "./error.ts";
