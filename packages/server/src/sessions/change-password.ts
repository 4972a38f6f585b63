import type { Caller, SessionCredential } from "../access/caller.ts";
import { checkPassword } from "../access/check-password.ts";
import { hashPassword, requireUsablePassword } from "../access/password.ts";
import type { ServerContext } from "../context.ts";
import { ServerError } from "../error.ts";
import { perform } from "../writing/perform.ts";
import { endSessions } from "./end-sessions.ts";

/** What a person replaces their password with. */
export interface PasswordChange {
  readonly oldPassword: string;
  readonly newPassword: string;
}

/**
 * Gives the caller another password. All their other sessions end: whoever knew the old password is out.
 *
 * @throws ServerError TS_REQUEST_INVALID for a password that cannot be one or is the old one, TS_CONFLICT for somebody
 *   without a password, TS_SIGN_IN_REFUSED when the old one is wrong.
 */
export async function changePassword(
  context: ServerContext,
  caller: Caller,
  { sessionId, method }: SessionCredential,
  { oldPassword, newPassword }: PasswordChange,
): Promise<void> {
  if (method === "oidc") throw new ServerError("TS_CONFLICT", "your provider keeps your password: change it there");
  requireUsablePassword("/body/newPassword", newPassword, oldPassword);
  await checkPassword(context, { name: caller.name, source: { sessionId } }, oldPassword);
  const passwordHash = await hashPassword(newPassword);
  await perform(context, caller, async (writing) => {
    const { transaction, at, record } = writing;
    await transaction
      .updateTable("principal")
      .set({ password_hash: passwordHash, password_changed_at: at })
      .where("id", "=", caller.principalId)
      .execute();
    record({ action: "password.change", subject: { kind: "principal", id: caller.principalId } });
    await endSessions(writing, { principalId: caller.principalId, except: sessionId });
  });
}
