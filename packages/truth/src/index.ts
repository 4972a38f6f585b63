export { findTruthSet, loadCatalogue } from "./catalogue/load-catalogue.ts";
export { readCatalogue } from "./catalogue/read-catalogue.ts";
export type {
  Build,
  PublishedChecksum,
  Source,
  TruthFile,
  TruthFileKind,
  TruthSet,
  TruthSetKind,
} from "./catalogue/truth-set.ts";
export { TruthError, type TruthErrorCode, type TruthErrorDetails, truthErrorCodes } from "./error.ts";
export type { CheckedBy } from "./folder/expectation.ts";
export { RECORD_NAME, readRecord } from "./folder/fetch-record.ts";
export {
  type FetchedFile,
  type FetchedSet,
  type FetchOptions,
  type FetchProgress,
  fetchTruthSet,
} from "./folder/fetch-truth-set.ts";
export { makeIndex } from "./folder/make-index.ts";
export { type PlacedSet, type TruthSetParameter, truthSetParameter } from "./usage.ts";
export { type VerifiedCheck, verifyTruthSet } from "./verify/verify-truth-set.ts";
