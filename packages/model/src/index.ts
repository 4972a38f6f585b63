export { type ErrorEntry, errorCatalogue, errorEntry } from "./errors.ts";
