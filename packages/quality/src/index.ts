export { QualityError, type QualityErrorCode, type QualityErrorDetails, qualityErrorCodes } from "./error.ts";
