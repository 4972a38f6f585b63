export { StoreError, type StoreErrorCode, type StoreErrorDetails, storeErrorCodes } from "./error.ts";
