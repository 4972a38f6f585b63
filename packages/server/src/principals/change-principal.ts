import type { Caller } from "../access/caller.ts";
import { invalidField, notFound } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { findPrincipal } from "./queries.ts";
import type { Principal, PrincipalChange } from "./schema.ts";

/**
 * Changes a principal. Whoever is disabled, or gets another password, has no session any more.
 *
 * @throws ServerError TS_NOT_FOUND; TS_REQUEST_INVALID for changes that nobody makes to themselves.
 */
export async function changePrincipal(
  writing: Writing,
  caller: Caller,
  id: string,
  change: PrincipalChange,
  passwordHash: string | null,
): Promise<Answer<Principal>> {
  const { transaction, at } = writing;
  const old = await findPrincipal(transaction, id);
  if (id === caller.principalId && change.disabled === true) {
    throw invalidField("/body/disabled", "nobody disables themselves; another admin can");
  }
  if (id === caller.principalId && change.roles !== undefined) {
    throw invalidField("/body/roles", "nobody decides about their own roles; another admin can");
  }
  if (old.kind === "service" && (passwordHash !== null || (change.roles ?? []).length > 0)) {
    throw invalidField(passwordHash !== null ? "/body/password" : "/body/roles", "a program has none");
  }
  const { numUpdatedRows } = await transaction
    .updateTable("principal")
    .set({
      ...(change.printedName === undefined ? {} : { printed_name: change.printedName }),
      ...(change.email === undefined ? {} : { email: change.email }),
      ...(change.roles === undefined ? {} : { roles: change.roles }),
      ...(passwordHash === null ? {} : { password_hash: passwordHash, password_changed_at: at }),
      ...(change.disabled === undefined ? {} : { disabled_at: change.disabled ? at : null }),
    })
    .where("id", "=", id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw notFound("principal", id);
  if (change.disabled === true || passwordHash !== null) {
    await transaction
      .updateTable("session")
      .set({ ended_at: at })
      .where("principal_id", "=", id)
      .where("ended_at", "is", null)
      .execute();
  }
  const body = await findPrincipal(transaction, id);
  const changed = passwordHash === null ? body : { ...body, passwordChangedAt: at.toISOString() };
  writing.record({ action: "principal.change", subject: { kind: "principal", id }, old, new: changed });
  return { status: 200, body };
}
