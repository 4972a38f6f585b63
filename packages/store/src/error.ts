/** Every problem with stored records or files; `@touchstone/model` explains each code. */
export const storeErrorCodes = [
  "TS_ANCHOR_UNREADABLE",
  "TS_ANCHOR_UNWRITABLE",
  "TS_AUDIT_BROKEN",
  "TS_AUDIT_EVENT_INVALID",
  "TS_AUDIT_KEY_UNUSABLE",
  "TS_BACKUP_INVALID",
  "TS_BACKUP_UNWRITABLE",
  "TS_DATABASE_FULL",
  "TS_DATABASE_MISSING",
  "TS_DATABASE_NOT_EMPTY",
  "TS_DATABASE_UNAVAILABLE",
  "TS_DATA_FOLDER_LOCKED",
  "TS_MIGRATION_CHANGED",
  "TS_MIGRATION_FAILED",
  "TS_MIGRATION_PENDING",
  "TS_NUMBER_TOO_LARGE",
  "TS_OBJECT_CORRUPT",
  "TS_OBJECT_LOCATION_INVALID",
  "TS_OBJECT_NOT_FOUND",
  "TS_OBJECT_REQUEST_INVALID",
  "TS_OBJECT_STORE_UNAVAILABLE",
  "TS_OBJECT_STORE_UNWRITABLE",
] as const;

/** Closed union of the codes. */
export type StoreErrorCode = (typeof storeErrorCodes)[number];

/** What the problem is about; only what is known is present. */
export interface StoreErrorDetails {
  readonly file?: string;
  readonly folder?: string;
  /** Process that holds what is locked. */
  readonly pid?: number;
  /** Name of a migration. */
  readonly migration?: string;
  /** SHA-256 of an object. */
  readonly object?: string;
  /** Number of a row of the audit trail, from 1. */
  readonly sequence?: number;
}

/** Records or files cannot be read or kept as they should. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly details: StoreErrorDetails;

  constructor(code: StoreErrorCode, message: string, details: StoreErrorDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "StoreError";
    this.code = code;
    this.details = details;
  }
}
