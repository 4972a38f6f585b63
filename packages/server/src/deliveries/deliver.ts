import { setTimeout } from "node:timers/promises";
import type { ServerContext } from "../context.ts";
import type { Background, BackgroundLog } from "../scheduler/scheduler.ts";
import { attemptDelivery } from "./attempt-delivery.ts";
import { type ClaimedDelivery, claimDelivery } from "./claim-delivery.ts";

/** Messages that one process delivers at once. */
const AT_ONCE = 8;
/** Milliseconds between looks for messages that are due, at least and at most. */
const SHORTEST_PAUSE = 250;
const LONGEST_PAUSE = 30_000;

/**
 * Tries to deliver each message that is due, and those that become due meanwhile.
 *
 * @returns how many attempts were made.
 */
export async function deliverDue(context: ServerContext, signal?: AbortSignal): Promise<number> {
  const busy = new Set<string>();
  let attempts = 0;
  let lastTaken: Promise<unknown> = Promise.resolve();
  // One after the other: each has to know whom the others have taken a message for.
  const take = () => {
    const taken = lastTaken.then(async () => {
      const delivery = await claimDelivery(context.database.kysely, context.now(), [...busy]);
      if (delivery !== null) busy.add(receiverOf(delivery));
      return delivery;
    });
    lastTaken = taken.catch(() => {});
    return taken;
  };
  const work = async () => {
    while (signal?.aborted !== true) {
      const delivery = await take();
      if (delivery === null) return;
      try {
        await attemptDelivery(context, delivery);
        attempts += 1;
      } finally {
        busy.delete(receiverOf(delivery));
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  const failed = ends.find((end) => end.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  return attempts;
}

function receiverOf({ webhook_id, mail_subscription_id }: ClaimedDelivery): string {
  return webhook_id ?? mail_subscription_id ?? "";
}

/** Delivers messages as they come, and again when it is time, until it is stopped. Every process may: each takes its own. */
export async function startDeliveries(context: ServerContext, log: BackgroundLog): Promise<Background> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let waking = new AbortController();
  const unlisten = await context.database.listen("delivery", () => waking.abort());
  const live = async () => {
    while (!signal.aborted) {
      waking = new AbortController();
      let pause = LONGEST_PAUSE;
      try {
        await deliverDue(context, signal);
        pause = await timeUntilDue(context);
      } catch (error) {
        log.error({ err: error }, "messages cannot be delivered");
      }
      // Ended early, it rejects.
      const woken = AbortSignal.any([signal, waking.signal]);
      await setTimeout(pause, undefined, { signal: woken }).catch(() => {});
    }
  };
  const ended = live();
  return {
    stop: async () => {
      stopping.abort();
      await unlisten();
      await ended;
    },
  };
}

async function timeUntilDue({ database, now }: ServerContext): Promise<number> {
  const { next } = await database.kysely
    .selectFrom("delivery")
    .select(({ fn }) => fn.min("next_attempt_at").as("next"))
    .where("status", "=", "pending")
    .executeTakeFirstOrThrow();
  if (next === null) return LONGEST_PAUSE;
  return Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, next.getTime() - now().getTime()));
}
