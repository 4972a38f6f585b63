import { newId } from "@touchstone/store";
import type { IDToken } from "openid-client";
import type { Role } from "../access/rights.ts";
import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { RoleMapping } from "./settings.ts";

/** Whom the provider vouches for. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
}

/**
 * The person here whom the provider vouches for, known by issuer and subject alone: names and addresses can change hands.
 * With a mapping of roles people are added when they first come, and their roles are what the claim says.
 *
 * @returns the person; or why nobody is let in. Roles that the claim no longer gives are taken back even then.
 */
export async function findPerson(
  writing: Writing,
  claims: IDToken,
  mapping: RoleMapping | null,
): Promise<KnownPerson | ServerError> {
  const { transaction } = writing;
  const found = await transaction
    .selectFrom("principal")
    .select(["id", "name", "roles", "disabled_at"])
    .where("oidc_issuer", "=", claims.iss)
    .where("oidc_subject", "=", claims.sub)
    .executeTakeFirst();
  if (found !== undefined && found.disabled_at !== null) return refusal("the account is disabled");
  if (mapping === null) {
    return found ?? refusal(`nobody here is ${claims.sub} of ${claims.iss}; an admin adds people by that subject`);
  }
  const roles = rolesOf(claims, mapping);
  if (found !== undefined) await followRoles(writing, found, roles);
  if (roles.length === 0) return refusal(`the claim ${mapping.claim} gives no role here`);
  return found ?? addPerson(writing, claims, roles);
}

function rolesOf(claims: IDToken, mapping: RoleMapping): Role[] {
  const claim: unknown = claims[mapping.claim];
  const values = (Array.isArray(claim) ? claim : [claim]).filter((value) => typeof value === "string");
  const given = values.flatMap((value) => (Object.hasOwn(mapping.roles, value) ? [mapping.roles[value]] : []));
  return [...new Set(given.filter((role) => role !== undefined))].toSorted();
}

async function followRoles(
  { transaction, record }: Writing,
  person: KnownPerson & { readonly roles: readonly Role[] },
  roles: Role[],
): Promise<void> {
  if (person.roles.toSorted().join() === roles.join()) return;
  await transaction.updateTable("principal").set({ roles }).where("id", "=", person.id).execute();
  record({
    action: "principal.change",
    subject: { kind: "principal", id: person.id },
    old: { roles: person.roles },
    new: { roles },
    reason: "what the provider says at sign-in",
  });
}

async function addPerson(
  { transaction, at, record }: Writing,
  claims: IDToken,
  roles: Role[],
): Promise<KnownPerson | ServerError> {
  const name = textOf(claims.preferred_username) ?? textOf(claims.email) ?? claims.sub;
  const taken = await transaction.selectFrom("principal").select("id").where("name", "=", name).executeTakeFirst();
  if (taken !== undefined) return refusal(`the name ${name} is taken by somebody else; ask an admin`);
  const id = newId();
  const person = {
    kind: "person",
    name,
    printed_name: textOf(claims.name) ?? name,
    email: textOf(claims.email),
    roles,
    oidc_issuer: claims.iss,
    oidc_subject: claims.sub,
  } as const;
  await transaction
    .insertInto("principal")
    .values({ id, ...person, created_at: at })
    .execute();
  record({ action: "principal.create", subject: { kind: "principal", id }, new: person });
  return { id, name };
}

/** A text as names are kept: trimmed, of 200 letters at most; null where there is none. */
function textOf(claim: unknown): string | null {
  const text = typeof claim === "string" ? claim.trim() : "";
  return text === "" || text.length > 200 || text.includes("\0") ? null : text;
}

function refusal(message: string): ServerError {
  return new ServerError("TS_OIDC_REFUSED", message);
}
