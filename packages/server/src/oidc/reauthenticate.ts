import { newId } from "@touchstone/store";
import type { IDToken } from "openid-client";
import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import { providerTime } from "./provider-time.ts";
import type { VouchedSignIn } from "./take-sign-in.ts";

/** Milliseconds within which a proof counts for a signature. */
const FRESH = 5 * 60_000;
/** Milliseconds by which the provider's clock may differ from this one. */
const CLOCKS = 60_000;

/**
 * Notes that the person of a session proved anew who they are: good for one signature, within five minutes.
 *
 * Providers may ignore that they were asked to have the person sign in again, so what they say of the time counts
 * (`auth_time`): it has to be after this was asked for, and by the provider's own clock after everything that the provider
 * vouched for in this session before.
 *
 * @returns null, or why it does not count.
 */
export async function reauthenticate(
  { transaction, at, record }: Writing,
  { claims, sessionId, begunAt }: VouchedSignIn,
): Promise<ServerError | null> {
  const session = await transaction
    .selectFrom("session")
    .innerJoin("principal", "principal.id", "session.principal_id")
    .select(["session.id", "session.provider_authenticated_at", "principal.id as principalId"])
    .where("session.id", "=", sessionId)
    .where("session.ended_at", "is", null)
    .where("session.expires_at", ">", at)
    .where("principal.disabled_at", "is", null)
    .where("principal.oidc_issuer", "=", claims.iss)
    .where("principal.oidc_subject", "=", claims.sub)
    .executeTakeFirst();
  if (session === undefined) return refusal("the session has ended, or somebody else signed in");
  const stale = staleness(claims, begunAt, at, session.provider_authenticated_at);
  if (stale !== null) return refusal(stale);
  await transaction
    .updateTable("session")
    .set({ provider_authenticated_at: providerTime(claims) })
    .where("id", "=", session.id)
    .execute();
  await transaction
    .insertInto("reauthentication")
    .values({ id: newId(), session_id: session.id, authenticated_at: at, expires_at: new Date(at.getTime() + FRESH) })
    .execute();
  record({ action: "session.reauthenticate", subject: { kind: "principal", id: session.principalId } });
  return null;
}

function staleness({ auth_time: seconds }: IDToken, begunAt: Date, at: Date, before: Date | null): string | null {
  if (typeof seconds !== "number") return "the provider does not say when the person signed in (auth_time)";
  const time = seconds * 1000;
  const isOld = time < begunAt.getTime() - CLOCKS || (before !== null && time <= before.getTime());
  if (isOld) return "the provider did not have the person sign in again";
  return time > at.getTime() + CLOCKS ? "the provider's clock is ahead" : null;
}

function refusal(message: string): ServerError {
  return new ServerError("TS_OIDC_REFUSED", message);
}
