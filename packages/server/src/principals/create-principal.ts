import { newId } from "@touchstone/store";
import { hashPassword, requireUsablePassword } from "../access/password.ts";
import { invalidField, ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { findPrincipal } from "./queries.ts";
import type { NewPrincipal, Principal } from "./schema.ts";

/** The hash of a request's password, made before the transaction since it takes time; null where there is none. */
export async function preparePassword({ password }: { readonly password?: string }): Promise<string | null> {
  if (password === undefined) return null;
  requireUsablePassword("/body/password", password);
  return hashPassword(password);
}

/**
 * Adds a person or a program.
 *
 * @throws ServerError TS_CONFLICT for a name, or a subject of a provider, that is taken; TS_REQUEST_INVALID.
 */
export async function createPrincipal(
  writing: Writing,
  principal: NewPrincipal,
  passwordHash: string | null,
): Promise<Answer<Principal>> {
  requireUsable(principal);
  const { transaction, at } = writing;
  const { name } = principal;
  const taken = await transaction.selectFrom("principal").select("id").where("name", "=", name).executeTakeFirst();
  if (taken !== undefined) throw new ServerError("TS_CONFLICT", `there is a principal named ${name} already`);
  await requireFreeSubject(transaction, principal);
  const id = newId();
  await transaction
    .insertInto("principal")
    .values({
      id,
      kind: principal.kind,
      name,
      printed_name: principal.printedName,
      email: principal.email ?? null,
      roles: principal.roles ?? [],
      password_hash: passwordHash,
      password_changed_at: passwordHash === null ? null : at,
      oidc_issuer: principal.oidcIssuer ?? null,
      oidc_subject: principal.oidcSubject ?? null,
      created_at: at,
    })
    .execute();
  const body = await findPrincipal(transaction, id);
  writing.record({ action: "principal.create", subject: { kind: "principal", id }, new: body });
  return { status: 201, body };
}

async function requireFreeSubject(
  transaction: Writing["transaction"],
  { oidcIssuer, oidcSubject }: NewPrincipal,
): Promise<void> {
  if (oidcIssuer === undefined || oidcSubject === undefined) return;
  const other = await transaction
    .selectFrom("principal")
    .select("name")
    .where("oidc_issuer", "=", oidcIssuer)
    .where("oidc_subject", "=", oidcSubject)
    .executeTakeFirst();
  if (other === undefined) return;
  const message = `${oidcSubject} of ${oidcIssuer} signs in as ${other.name} already`;
  throw new ServerError("TS_CONFLICT", message, { fields: [{ pointer: "/body/oidcSubject", message }] });
}

function requireUsable({ kind, roles, password, oidcIssuer, oidcSubject }: NewPrincipal): void {
  if ((oidcIssuer === undefined) !== (oidcSubject === undefined)) {
    throw invalidField("/body/oidcSubject", "issuer and subject of a provider go together");
  }
  if (kind === "person") return;
  if (password !== undefined) throw invalidField("/body/password", "a program signs in with tokens, never a password");
  if (oidcSubject !== undefined) throw invalidField("/body/oidcSubject", "a program signs in with tokens");
  if (roles !== undefined && roles.length > 0) {
    throw invalidField("/body/roles", "a program has no roles: the scopes of its tokens say what it may do");
  }
}
