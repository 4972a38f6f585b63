import { appendAuditEvents, inTransaction, type Tables, takeAuditTurn, toJson } from "@touchstone/store";
import type { Transaction } from "kysely";
import type { Caller } from "../access/caller.ts";
import type { ServerContext } from "../context.ts";
import { enqueueDeliveries } from "../deliveries/enqueue-deliveries.ts";
import { toEvent } from "../events/read-events.ts";
import type { Event } from "../events/schema.ts";
import { batchesOf } from "./batches-of.ts";
import { signaturesIn } from "./signed-in-transaction.ts";

/** What a use case did, for the audit trail. */
export interface Recorded {
  /** What was done: `run.create`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly old?: unknown;
  readonly new?: unknown;
  readonly reason?: string;
}

/** What those who watch are told. */
export interface Published {
  /** `run.created`, `alert.raised`. */
  readonly topic: string;
  readonly recordKind: string;
  readonly recordId: string;
  readonly payload: unknown;
}

/** What a use case works with. */
export interface Writing {
  readonly transaction: Transaction<Tables>;
  /** Name of who does it, as the audit trail keeps it. */
  readonly actor: string;
  readonly at: Date;
  /** Adds to the audit trail when all is done. */
  record(event: Recorded): void;
  /** Tells those who watch, once the transaction is kept. */
  publish(event: Published): void;
}

/** Whose name stands for what policy or the clock does by itself. */
export const SYSTEM_ACTOR = "touchstone";

/**
 * Carries out one use case: everything that `work` writes, what it records in the audit trail and what it publishes are
 * kept together, or none of it. Writers follow each other (ADR 18), so that events have the order of their commits and
 * `work` sees all that was done before it. `work` may be carried out again, so it touches nothing but the transaction.
 * Signatures are in the audit trail by themselves, and its end is anchored after them.
 *
 * @param caller whose name the audit trail keeps; null for what happens by policy or by the clock.
 */
export async function perform<T>(
  { database, now, anchoring }: Pick<ServerContext, "database" | "now" | "anchoring">,
  caller: Pick<Caller, "name"> | null,
  work: (writing: Writing) => Promise<T>,
): Promise<T> {
  const { result, isSigned } = await inTransaction(database.kysely, async (transaction) => {
    await takeAuditTurn(transaction);
    const recorded: Recorded[] = [];
    const published: Published[] = [];
    const actor = caller?.name ?? SYSTEM_ACTOR;
    const at = now();
    const result = await work({
      transaction,
      actor,
      at,
      record: (event) => recorded.push(event),
      publish: (event) => published.push(event),
    });
    await publishEvents(transaction, published, at);
    const signatures = signaturesIn(transaction);
    const signed = signatures.map((signature): Recorded => {
      const subject = { kind: "signature", id: signature.id };
      return { action: "signature.create", subject, new: signature };
    });
    const events = [...recorded, ...signed].map((event) => ({ actor, ...event }));
    await appendAuditEvents(transaction, events);
    return { result, isSigned: signatures.length > 0 };
  });
  if (isSigned) anchoring?.request();
  return result;
}

async function publishEvents(
  transaction: Transaction<Tables>,
  published: readonly Published[],
  at: Date,
): Promise<void> {
  const events: Event[] = [];
  for (const batch of batchesOf(published)) {
    const rows = batch.map(({ topic, recordKind, recordId, payload }) => {
      return { topic, record_kind: recordKind, record_id: recordId, payload: toJson(payload), created_at: at };
    });
    events.push(...(await transaction.insertInto("event").values(rows).returningAll().execute()).map(toEvent));
  }
  if (events.length > 0) await enqueueDeliveries(transaction, events, at);
}
