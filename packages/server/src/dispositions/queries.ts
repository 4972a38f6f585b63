import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { signatureOf } from "../access/signature-of.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import { readCursor, toPage } from "../http/page.ts";
import { findRun } from "../runs/queries.ts";
import type { Run } from "../runs/schema.ts";
import type { Decision, DispositionSummary } from "./schema.ts";
import { runRecord } from "./signed-record.ts";

/** Decisions with their signatures, though not what these hold, which may be long. */
export function selectDecisions(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom("disposition_decision")
    .select(["id", "run_id", "number", "status", "disposition", "proposed", "is_override", "reason", "record_sha256"])
    .select([
      "signed_by",
      "is_signed_by_director",
      "decided_at",
      "in_force_at",
      "proposal_reasons",
      "ended_at",
      "end_reason",
    ])
    .select([
      signatureOf("signature_id").as("first_signature"),
      signatureOf("second_signature_id").as("second_signature"),
    ]);
}

/** A decision as it is read. */
export type DecisionRow = Awaited<ReturnType<ReturnType<typeof selectDecisions>["executeTakeFirstOrThrow"]>>;

/** A decision as answers show it. */
export function toDecision(row: DecisionRow): Decision {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    disposition: row.disposition,
    proposed: row.proposed,
    isOverride: row.is_override,
    reason: row.reason,
    recordSha256: row.record_sha256,
    decidedAt: momentOut(row.decided_at),
    inForceAt: momentOutOrNull(row.in_force_at),
    endedAt: momentOutOrNull(row.ended_at),
    endReason: row.end_reason,
    signatures: [row.first_signature, row.second_signature].filter((one) => one !== null),
  };
}

/** The decisions about a run that are pending or in force. */
export async function currentDecisions(
  kysely: Kysely<Tables>,
  runId: string,
): Promise<{ readonly inForce: DecisionRow | null; readonly pending: DecisionRow | null }> {
  const rows = await selectDecisions(kysely)
    .where("run_id", "=", runId)
    .where("status", "in", ["pending", "in force"])
    .execute();
  const withStatus = (status: DecisionRow["status"]) => rows.find((row) => row.status === status) ?? null;
  return { inForce: withStatus("in force"), pending: withStatus("pending") };
}

/**
 * What may become of a run's results, and who says so.
 *
 * @throws ServerError TS_NOT_FOUND.
 */
export async function findDisposition(kysely: Kysely<Tables>, idOrName: string): Promise<DispositionSummary> {
  const run = await findRun(kysely, idOrName);
  const { inForce, pending } = await currentDecisions(kysely, run.id);
  return {
    run: { id: run.id, name: run.name, status: run.status },
    disposition: run.disposition,
    isReleased: run.disposition === "released",
    reasons: reasonsOf(run, inForce),
    proposal: { disposition: run.proposedDisposition, reasons: run.proposalReasons },
    proposalChangedSinceSigned: proposalChangedSince(run, inForce),
    decision: inForce === null ? null : toDecision(inForce),
    pending: await pendingDecision(kysely, run, pending),
  };
}

/** A decision that waits for a second person; null for one that none can put into force any more, since the record has changed. */
export async function pendingDecision(
  kysely: Kysely<Tables>,
  run: Run,
  pending: DecisionRow | null,
): Promise<Decision | null> {
  if (pending === null) return null;
  const { sha256 } = await runRecord(kysely, run);
  return sha256 === pending.record_sha256 ? toDecision(pending) : null;
}

/** Whether policy now proposes something else than when a decision was signed. */
export function proposalChangedSince(run: Run, inForce: DecisionRow | null): boolean {
  return inForce !== null && inForce.proposed !== (run.proposedDisposition ?? "held");
}

function reasonsOf(run: Run, inForce: DecisionRow | null): string[] {
  if (inForce !== null) return [...(inForce.reason === null ? [] : [inForce.reason]), ...inForce.proposal_reasons];
  return ["Nobody has signed a disposition: the results are held.", ...run.proposalReasons];
}

/** The query of a page of a run's decisions, the last first. */
export function decisionListQuery(kysely: Kysely<Tables>, runId: string, query: { limit: number; cursor?: string }) {
  const after = readCursor(query.cursor, ["integer"]);
  return selectDecisions(kysely)
    .where("run_id", "=", runId)
    .$if(after !== null, (rows) => rows.where("number", "<", Number(after?.[0])))
    .orderBy("run_id", "desc")
    .orderBy("number", "desc")
    .limit(query.limit + 1);
}

/**
 * A page of a run's decisions.
 *
 * @throws ServerError TS_NOT_FOUND.
 */
export async function listDecisions(
  kysely: Kysely<Tables>,
  idOrName: string,
  query: { limit: number; cursor?: string },
): Promise<{ items: Decision[]; next: string | null }> {
  const { id } = await findRun(kysely, idOrName);
  const rows = await decisionListQuery(kysely, id, query).execute();
  return toPage(rows, query.limit, ({ number }) => [number], toDecision);
}
