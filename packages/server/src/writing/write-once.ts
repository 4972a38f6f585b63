import { type Tables, toJson } from "@touchstone/store";
import type { FastifyRequest } from "fastify";
import type { Transaction } from "kysely";
import type { Caller } from "../access/caller.ts";
import type { ServerContext } from "../context.ts";
import { invalidField, ServerError } from "../error.ts";
import { callerOf } from "../http/access-control.ts";
import { perform, type Writing } from "./perform.ts";
import { requestHash } from "./request-hash.ts";

/** An answer to a request that writes. */
export interface Answer<Body> {
  readonly status: 200 | 201 | 202;
  readonly body: Body;
}

/** Header by which a client marks requests that are one and the same. */
export const IDEMPOTENCY_HEADER = "idempotency-key";
const KEPT = 7 * 24 * 3_600_000;
const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * Carries out a request that writes, once. A request with the same `Idempotency-Key`, caller, address and content gets
 * the first answer again, for a week; the answer is kept in the transaction of what it tells of.
 *
 * @throws ServerError TS_IDEMPOTENCY_CONFLICT for another content under the same key, and what `work` throws.
 */
export async function writeOnce<Body>(
  context: ServerContext,
  request: FastifyRequest,
  work: (writing: Writing, caller: Caller) => Promise<Answer<Body>>,
): Promise<Answer<Body>> {
  const caller = callerOf(request);
  const key = request.headers[IDEMPOTENCY_HEADER];
  if (key === undefined) return perform(context, caller, (writing) => work(writing, caller));
  if (typeof key !== "string" || !KEY.test(key)) {
    throw invalidField(`/headers/${IDEMPOTENCY_HEADER}`, "is no key: 1 to 200 printable letters without spaces");
  }
  const scope = `${caller.principalId} ${request.method} ${request.url.split("?")[0]}`;
  const requestSha256 = await requestHash(request.body, `${scope} ${key}`);
  return perform(context, caller, async (writing) => {
    const first = await firstAnswer<Body>(writing, scope, key, requestSha256);
    if (first !== null) return first;
    const answer = await work(writing, caller);
    await keepAnswer(writing.transaction, { scope, key, requestSha256, answer, at: writing.at });
    return answer;
  });
}

async function firstAnswer<Body>(
  { transaction, at }: Writing,
  scope: string,
  key: string,
  requestSha256: string,
): Promise<Answer<Body> | null> {
  const first = await transaction
    .selectFrom("idempotency_key")
    .select(["request_sha256", "status", "response", "expires_at"])
    .where("scope", "=", scope)
    .where("key", "=", key)
    .executeTakeFirst();
  if (first === undefined) return null;
  if (first.expires_at <= at) {
    await transaction.deleteFrom("idempotency_key").where("scope", "=", scope).where("key", "=", key).execute();
    return null;
  }
  if (first.request_sha256 !== requestSha256) {
    throw new ServerError("TS_IDEMPOTENCY_CONFLICT", `the key ${key} was used for a request with another content`);
  }
  return { status: first.status as Answer<Body>["status"], body: first.response as Body };
}

async function keepAnswer(
  transaction: Transaction<Tables>,
  kept: { scope: string; key: string; requestSha256: string; answer: Answer<unknown>; at: Date },
): Promise<void> {
  await transaction
    .insertInto("idempotency_key")
    .values({
      scope: kept.scope,
      key: kept.key,
      request_sha256: kept.requestSha256,
      status: kept.answer.status,
      response: toJson(kept.answer.body),
      created_at: kept.at,
      expires_at: new Date(kept.at.getTime() + KEPT),
    })
    .execute();
}
