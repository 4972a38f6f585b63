export { type ErrorCode, type ErrorEntry, errorCatalogue, errorEntry } from "./errors.ts";
