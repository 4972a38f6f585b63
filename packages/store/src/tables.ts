import type {
  OidcSignInTable,
  ReauthenticationTable,
  SessionTable,
  SignInFailureTable,
} from "./tables/access-tables.ts";
import type { AuditEventTable, AuditHeadTable } from "./tables/audit-tables.ts";
import type { MomentOfNow } from "./tables/column-types.ts";
import type {
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
import type { DeliveryTable, MailSubscriptionTable, WebhookTable } from "./tables/delivery-tables.ts";
import type { EventRemovalTable, ScheduledTaskTable } from "./tables/event-tables.ts";
import type { NextflowRunTable } from "./tables/nextflow-tables.ts";
import type {
  AlertAssignmentTable,
  AlertHistoryTable,
  AlertOccurrenceTable,
  AlertTable,
  CorrectiveActionTable,
  DispositionDecisionTable,
  NonConformanceAlertTable,
  NonConformanceTable,
} from "./tables/quality-tables.ts";
import type { EvidenceTable, PromotionTable, ReleaseTable } from "./tables/release-tables.ts";
import type {
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

/** Which migrations were applied; written by the runner of migrations alone. */
export interface MigrationTable {
  number: number;
  name: string;
  sha256: string;
  applied_at: MomentOfNow;
}

/** Every table, in the order in which the migrations make them, as Kysely needs it. */
export interface Tables {
  migration: MigrationTable;
  principal: PrincipalTable;
  api_token: ApiTokenTable;
  signature: SignatureTable;
  assay: AssayTable;
  pipeline_version: PipelineVersionTable;
  instrument: InstrumentTable;
  reagent_lot: ReagentLotTable;
  material: MaterialTable;
  truth_set: TruthSetTable;
  sample: SampleTable;
  run: RunTable;
  run_sample: RunSampleTable;
  run_reagent_lot: RunReagentLotTable;
  run_task: RunTaskTable;
  artifact: ArtifactTable;
  change_event: ChangeEventTable;
  event: EventTable;
  idempotency_key: IdempotencyKeyTable;
  audit_event: AuditEventTable;
  audit_head: AuditHeadTable;
  comparison: ComparisonTable;
  comparison_stratum: ComparisonStratumTable;
  precision_recall_point: PrecisionRecallPointTable;
  measurement: MeasurementTable;
  replicate_study: ReplicateStudyTable;
  replicate_study_run: ReplicateStudyRunTable;
  replicate_study_pair: ReplicateStudyPairTable;
  replicate_study_variant: ReplicateStudyVariantTable;
  baseline: BaselineTable;
  baseline_series: BaselineSeriesTable;
  rule_set: RuleSetTable;
  threshold: ThresholdTable;
  verdict: VerdictTable;
  alert: AlertTable;
  alert_occurrence: AlertOccurrenceTable;
  alert_history: AlertHistoryTable;
  non_conformance: NonConformanceTable;
  non_conformance_alert: NonConformanceAlertTable;
  corrective_action: CorrectiveActionTable;
  release: ReleaseTable;
  evidence: EvidenceTable;
  promotion: PromotionTable;
  session: SessionTable;
  oidc_sign_in: OidcSignInTable;
  alert_assignment: AlertAssignmentTable;
  event_removal: EventRemovalTable;
  nextflow_run: NextflowRunTable;
  sign_in_failure: SignInFailureTable;
  reauthentication: ReauthenticationTable;
  comparison_artifact: ComparisonArtifactTable;
  replicate_study_artifact: ReplicateStudyArtifactTable;
  scheduled_task: ScheduledTaskTable;
  disposition_decision: DispositionDecisionTable;
  webhook: WebhookTable;
  mail_subscription: MailSubscriptionTable;
  delivery: DeliveryTable;
  control_series: ControlSeriesTable;
  measurement_exclusion: MeasurementExclusionTable;
  discordant_variant: DiscordantVariantTable;
}
