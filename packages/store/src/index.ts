export { type LockHolder, lockHolder } from "./database/data-folder-lock.ts";
export { newId } from "./database/identifier.ts";
export { inTransaction } from "./database/in-transaction.ts";
export { type Database, type FolderSource, openDatabase, type PostgresSource } from "./database/open-database.ts";
export { toJson } from "./database/value-types.ts";
export { StoreError, type StoreErrorCode, type StoreErrorDetails, storeErrorCodes } from "./error.ts";
export { migrate } from "./migrations/migrate.ts";
export { type MigrationStatus, migrationStatus, requireMigrated } from "./migrations/migration-status.ts";
export type { Tables } from "./tables.ts";
