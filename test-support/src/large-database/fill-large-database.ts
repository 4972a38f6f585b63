import { type Kysely, sql } from "kysely";
import { auditStatement, fillStatements } from "./fill-statements.ts";

/** How many of each record there are; every count that a test relies on comes from here. */
export const largeDatabaseRows = {
  run: 100_000,
  run_task: 100_000,
  comparison: 20_000,
  comparison_stratum: 240_000,
  measurement: 300_000,
  replicate_study: 20_000,
  verdict: 220_000,
  event: 30_000,
  audit_event: 50_000,
  alert: 20_000,
  artifact: 40_000,
  delivery: 40_000,
  precision_recall_point: 100_000,
  replicate_study_pair: 120_000,
  replicate_study_variant: 68_000,
  discordant_variant: 84_000,
  non_conformance: 12_000,
  corrective_action: 12_000,
  session: 20_000,
} as const;

/** Records that `largeRecordId` names, each by its number from 1. */
export type LargeRecordKind = keyof typeof recordPrefixes;

const recordPrefixes = {
  principal: 1,
  signature: 2,
  assay: 3,
  pipeline_version: 4,
  instrument: 5,
  reagent_lot: 6,
  material: 7,
  truth_set: 8,
  sample: 9,
  run: 10,
  run_task: 11,
  comparison: 12,
  comparison_stratum: 13,
  measurement: 14,
  baseline: 15,
  rule_set: 16,
  threshold: 17,
  verdict: 18,
  alert: 19,
  artifact: 20,
  change_event: 21,
  disposition_decision: 22,
  webhook: 23,
  mail_subscription: 24,
  delivery: 25,
  replicate_study: 26,
  non_conformance: 27,
  corrective_action: 28,
  session: 29,
} as const;

/** Id of the record of that number, from 1, in the database that `fillLargeDatabase` fills. */
export function largeRecordId(kind: LargeRecordKind, number: number): string {
  const [prefix, suffix] = [hexadecimal(recordPrefixes[kind], 8), hexadecimal(number, 12)];
  return `${prefix}-0000-7000-8000-${suffix}`;
}

/**
 * Fills a migrated, empty PostgreSQL database with 1.5 million rows, as ten busy years would: run n was performed
 * 50 minutes after run n - 1, the last one on 2026-06-30. Ends with statistics as autovacuum would have left them.
 *
 * Needs a superuser: triggers and foreign keys are off meanwhile, since they would take several times as long. Checks are
 * not, and neither is the audit trail's chain, which cannot be switched off this way.
 */
export async function fillLargeDatabase<Tables>(kysely: Kysely<Tables>): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    for (const setting of ["statement_timeout = 0", "idle_in_transaction_session_timeout = 0", "jit = off"]) {
      await sql.raw(`set local ${setting}`).execute(transaction);
    }
    await sql.raw(idFunction()).execute(transaction);
    await sql`set local session_replication_role = replica`.execute(transaction);
    for (const statement of fillStatements(largeDatabaseRows)) {
      await sql.raw(statement).execute(transaction);
    }
    await sql`set local session_replication_role = origin`.execute(transaction);
    await sql.raw(auditStatement(largeDatabaseRows.audit_event)).execute(transaction);
  });
  // Not allowed in a transaction; also marks pages as visible to all, without which no index is enough by itself.
  await sql`vacuum analyze`.execute(kysely);
}

/** `largeRecordId` in the database, for this connection alone. */
function idFunction(): string {
  const prefixes = Object.entries(recordPrefixes).map(
    ([kind, prefix]) => `when '${kind}' then '${hexadecimal(prefix, 8)}'`,
  );
  return `create function pg_temp.record_id(kind text, number bigint) returns uuid language sql immutable as $$
    select (case kind ${prefixes.join(" ")} end || '-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid
  $$`;
}

function hexadecimal(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}
