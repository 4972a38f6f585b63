import { newId } from "@touchstone/store";
import { type Signature, type Signer, sign } from "../access/sign.ts";
import { invalidField, ServerError } from "../error.ts";
import { findRun } from "../runs/queries.ts";
import type { Run } from "../runs/schema.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { endDecision } from "./end-decision.ts";
import { isMoreLenient } from "./leniency.ts";
import { currentDecisions, type DecisionRow, findDisposition } from "./queries.ts";
import type { DispositionSummary, NewDecision } from "./schema.ts";
import { type DecisionDocument, runRecord, type VersionedRecord } from "./signed-record.ts";

/** A decision that is being signed. */
interface Decided {
  readonly run: Run;
  readonly id: string;
  /** By the first of two people, whom this signer follows; null for a decision of its own. */
  readonly first: DecisionRow | null;
  readonly document: DecisionDocument;
  readonly recordSha256: string;
  readonly isOverride: boolean;
  readonly isInForce: boolean;
}

/**
 * Signs what becomes of a run's results. What policy proposes, or anything stricter, is in force with one signature. What
 * is more lenient needs two different people, one of them director, under the same decision and version of the record:
 * the first signature leaves it pending, the second puts it into force. Any other decision voids a pending one.
 *
 * @returns 202 while a second signature is needed.
 * @throws ServerError TS_NOT_FOUND; TS_CONFLICT when the record is not the version that the signer names, or a run that
 *   has not succeeded is to be released; TS_FORBIDDEN for a second signature by the same person, or without a director;
 *   TS_REQUEST_INVALID for an override without reason.
 */
export async function decideDisposition(
  writing: Writing,
  signer: Signer,
  idOrName: string,
  request: NewDecision,
): Promise<Answer<DispositionSummary>> {
  const { transaction } = writing;
  const run = await findRun(transaction, idOrName);
  const version = await runRecord(transaction, run);
  requireSignable(run, version, request);
  const { inForce, pending } = await currentDecisions(transaction, run.id);
  const decided = decisionOf(run, version, request, pending);
  requireRightPeople(decided, signer);
  const content = { kind: "disposition", id: decided.id, content: decided.document };
  const signature = await sign(transaction, signer, content);
  if (pending !== null && decided.first === null) {
    await endDecision(writing, pending, "void", "Another decision was signed, or the record had changed.");
  }
  if (inForce !== null && decided.isInForce) {
    await endDecision(writing, inForce, "superseded", "Another decision was signed.");
  }
  await keepDecision(writing, signer, decided, signature);
  if (decided.isInForce) await changeRunTo(writing, decided, signature);
  tell(writing, decided, signature);
  return { status: decided.isInForce ? 200 : 202, body: await findDisposition(transaction, run.id) };
}

function requireSignable(run: Run, { sha256 }: VersionedRecord, request: NewDecision): void {
  if (request.recordSha256 !== sha256) {
    const message = `the record of run ${run.name} is another version than that: read it again, then sign`;
    throw new ServerError("TS_CONFLICT", message, { fields: [{ pointer: "/body/recordSha256", message }] });
  }
  if (request.disposition === "released" && run.status !== "succeeded") {
    const message = `run ${run.name} is ${run.status}: only one that succeeded is released`;
    throw new ServerError("TS_CONFLICT", message, { fields: [{ pointer: "/body/disposition", message }] });
  }
}

function decisionOf(
  run: Run,
  { record, sha256 }: VersionedRecord,
  { disposition, reason }: NewDecision,
  pending: DecisionRow | null,
): Decided {
  const isSame =
    pending !== null &&
    pending.record_sha256 === sha256 &&
    pending.disposition === disposition &&
    (reason === undefined || reason === pending.reason);
  const first = isSame ? pending : null;
  const proposed = run.proposedDisposition ?? "held";
  const isOverride = isMoreLenient(disposition, proposed);
  const document: DecisionDocument = {
    schema: "touchstone/disposition/1",
    disposition,
    proposed,
    reason: first === null ? (reason ?? null) : first.reason,
    record,
  };
  if (isOverride && document.reason === null) {
    throw invalidField("/body/reason", `is needed: ${proposed} is proposed, which is stricter than ${disposition}`);
  }
  const isInForce = first !== null || !isOverride;
  return { run, id: first?.id ?? newId(), first, document, recordSha256: sha256, isOverride, isInForce };
}

function requireRightPeople({ first }: Decided, signer: Signer): void {
  if (first === null) return;
  if (first.signed_by === signer.caller.principalId) {
    throw new ServerError("TS_FORBIDDEN", `${signer.caller.name} signed already: somebody else has to sign as well`);
  }
  if (!first.is_signed_by_director && !isDirector(signer)) {
    throw new ServerError("TS_FORBIDDEN", "one of the two who sign what is more lenient than proposed is a director");
  }
}

function isDirector({ caller }: Signer): boolean {
  return caller.roles.includes("director");
}

async function keepDecision(
  { transaction, at }: Writing,
  signer: Signer,
  decided: Decided,
  signature: Signature,
): Promise<void> {
  const { run, id, first, document, recordSha256, isOverride, isInForce } = decided;
  if (first !== null) {
    await transaction
      .updateTable("disposition_decision")
      .set({
        status: "in force",
        second_signature_id: signature.id,
        second_signed_by: signature.principalId,
        is_signed_by_director: first.is_signed_by_director || isDirector(signer),
        in_force_at: at,
      })
      .where("id", "=", id)
      .execute();
    return;
  }
  const { last } = await transaction
    .selectFrom("disposition_decision")
    .select(({ fn }) => fn.max("number").as("last"))
    .where("run_id", "=", run.id)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto("disposition_decision")
    .values({
      id,
      run_id: run.id,
      number: ((last as number | null) ?? 0) + 1,
      disposition: document.disposition,
      proposed: document.proposed,
      proposal_reasons: [...document.record.proposal.reasons],
      is_override: isOverride,
      reason: document.reason,
      status: isInForce ? "in force" : "pending",
      record_sha256: recordSha256,
      signed_sha256: signature.recordSha256,
      signature_id: signature.id,
      signed_by: signature.principalId,
      is_signed_by_director: isDirector(signer),
      decided_at: at,
      in_force_at: isInForce ? at : null,
    })
    .execute();
}

async function changeRunTo({ transaction }: Writing, decided: Decided, signature: Signature): Promise<void> {
  const { run, id, document } = decided;
  await transaction
    .updateTable("run")
    .set({
      disposition: document.disposition,
      disposition_at: signature.signedAt,
      disposition_reason: document.reason,
      disposition_signature_id: signature.id,
      disposition_decision_id: id,
      revision: run.revision + 1,
    })
    .where("id", "=", run.id)
    .execute();
}

function tell(writing: Writing, decided: Decided, { id: signatureId, recordSha256: signed }: Signature): void {
  const { run, id, document, recordSha256, isOverride, isInForce } = decided;
  const { disposition, proposed, reason } = document;
  const status = isInForce ? "in force" : "pending";
  writing.record({
    action: "run.sign disposition",
    subject: { kind: "run", id: run.id },
    old: { disposition: run.disposition },
    new: { decisionId: id, status, disposition, proposed, isOverride, recordSha256, signedSha256: signed, signatureId },
    ...(reason === null ? {} : { reason }),
  });
  writing.publish({
    topic: isInForce ? "run.disposition-signed" : "run.disposition-pending",
    recordKind: "run",
    recordId: run.id,
    payload: { id: run.id, name: run.name, disposition, proposedDisposition: proposed, isOverride, decisionId: id },
  });
}
