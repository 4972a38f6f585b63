export { type AnchorKey, loadAnchorKey, readPublicKey, writePublicKey } from "./audit/anchor-key.ts";
export type { AnchorSink } from "./audit/anchor-sink.ts";
export { appendAuditEvent, appendAuditEvents, takeAuditTurn } from "./audit/append-audit-event.ts";
export {
  type AnchoredHead,
  type AuditAnchor,
  anchorLine,
  keyIdentity,
  parseAnchor,
  type ReadAnchor,
  signAnchor,
} from "./audit/audit-anchor.ts";
export { AuditAnchoring, type AuditAnchoringOptions } from "./audit/audit-anchoring.ts";
export type { AuditEvent, AuditRow, AuditSubject } from "./audit/audit-event.ts";
export type { AuditFinding } from "./audit/audit-finding.ts";
export { auditCanonicalText, auditHash } from "./audit/audit-hash.ts";
export { fileAnchorSink } from "./audit/file-anchor-sink.ts";
export { type AnchorObjects, objectAnchorSink } from "./audit/object-anchor-sink.ts";
export { type AnchorReading, type RejectedAnchor, readAnchors } from "./audit/read-anchors.ts";
export { readAuditRange } from "./audit/read-audit-rows.ts";
export { type AuditVerification, type AuditVerifyOptions, verifyAudit } from "./audit/verify-audit.ts";
export { type BackupContent, verifyBackup } from "./backup/backup-file.ts";
export { createBackup } from "./backup/create-backup.ts";
export { restoreBackup } from "./backup/restore-backup.ts";
export type { TableDigest, TableDigests } from "./backup/table-digest.ts";
export { verifyDatabase } from "./backup/verify-database.ts";
export { type DataFolderPaths, dataFolderPaths, requireDatabase } from "./database/data-folder.ts";
export { type Announcement, type LockHolder, lockHolder } from "./database/data-folder-lock.ts";
export { describeDatabaseError } from "./database/database-error.ts";
export { newId } from "./database/identifier.ts";
export { inTransaction } from "./database/in-transaction.ts";
export type { Leadership } from "./database/leadership.ts";
export {
  type Connections,
  type Database,
  type FolderSource,
  openDatabase,
  type PostgresSource,
} from "./database/open-database.ts";
export { hasEnded, identityOf, type ProcessIdentity, startTimeOf } from "./database/process-identity.ts";
export { toJson } from "./database/value-types.ts";
export { StoreError, type StoreErrorCode, type StoreErrorDetails, storeErrorCodes } from "./error.ts";
export { type ExportedTable, type ExportOptions, type ExportResult, exportParquet } from "./export/export-parquet.ts";
export type { ExportTableName } from "./export/export-table.ts";
export { exportTables } from "./export/export-tables.ts";
export { type ExportTarget, openExportTarget } from "./export/export-target.ts";
export { migrate } from "./migrations/migrate.ts";
export { type MigrationStatus, migrationStatus, requireMigrated } from "./migrations/migration-status.ts";
export type {
  ByteRange,
  Cancellable,
  DiscardOptions,
  DownloadUrlOptions,
  GetOptions,
  ListedObject,
  ListOptions,
  ObjectSource,
  ObjectStore,
  OpenObject,
  PutObject,
  PutOptions,
  StoredObject,
} from "./objects/object-store.ts";
export { openObjectStore } from "./objects/open-object-store.ts";
export { openNamedObjects, type S3NamedObjects } from "./objects/s3-named-objects.ts";
// Named here because the types of queries that other packages make of them name them.
export type {
  OidcSignInTable,
  ReauthenticationTable,
  SessionTable,
  SignInFailureTable,
} from "./tables/access-tables.ts";
export type { AuditEventTable, AuditHeadTable } from "./tables/audit-tables.ts";
export type {
  ApiTokenTable,
  ArtifactTable,
  AssayTable,
  ChangeEventTable,
  EventTable,
  IdempotencyKeyTable,
  InstrumentTable,
  MaterialTable,
  PipelineVersionTable,
  PrincipalTable,
  ReagentLotTable,
  RunReagentLotTable,
  RunSampleTable,
  RunTable,
  RunTaskTable,
  SampleTable,
  SignatureTable,
  TruthSetTable,
} from "./tables/core-tables.ts";
export type { DeliveryTable, MailSubscriptionTable, WebhookTable } from "./tables/delivery-tables.ts";
export type { EventRemovalTable, ScheduledTaskTable } from "./tables/event-tables.ts";
export type { NextflowRunTable } from "./tables/nextflow-tables.ts";
export type {
  AlertAssignmentTable,
  AlertHistoryTable,
  AlertOccurrenceTable,
  AlertTable,
  CorrectiveActionTable,
  DispositionDecisionTable,
  NonConformanceAlertTable,
  NonConformanceTable,
} from "./tables/quality-tables.ts";
export type { EvidenceTable, PromotionTable, ReleaseTable } from "./tables/release-tables.ts";
export type {
  BaselineSeriesTable,
  BaselineTable,
  ComparisonArtifactTable,
  ComparisonStratumTable,
  ComparisonTable,
  ControlSeriesTable,
  DiscordantVariantTable,
  MeasurementExclusionTable,
  MeasurementTable,
  PrecisionRecallPointTable,
  ReplicateStudyArtifactTable,
  ReplicateStudyPairTable,
  ReplicateStudyRunTable,
  ReplicateStudyTable,
  ReplicateStudyVariantTable,
  RuleSetTable,
  ThresholdTable,
  VerdictTable,
} from "./tables/results-tables.ts";
export type { MigrationTable, Tables } from "./tables.ts";
