/**
 * What a caller may do. `read`: see all records; `ingest`: add runs and results, drafts and acknowledgements; `review`:
 * decide about alerts and definitions; `sign`: put a name to a record, which only a person who is present can; `audit`:
 * see the audit trail; `admin`: people, tokens and settings.
 */
export const rights = ["read", "ingest", "review", "sign", "audit", "admin"] as const;

/** One of the rights. */
export type Right = (typeof rights)[number];

/** What a route asks of its caller: one of the rights, to be signed in at all, or nothing. */
export type Access = Right | "signed in" | "public";

/** Roles of people. */
export const roles = ["technologist", "reviewer", "director", "auditor", "admin"] as const;

/** One of the roles. */
export type Role = (typeof roles)[number];

/** Scopes of tokens. */
export const scopes = ["read", "ingest", "review", "admin"] as const;

/** One of the scopes. */
export type Scope = (typeof scopes)[number];

const OF_ROLE: Readonly<Record<Role, readonly Right[]>> = {
  technologist: ["read", "ingest"],
  reviewer: ["read", "ingest", "review", "sign"],
  director: ["read", "ingest", "review", "sign", "audit"],
  auditor: ["read", "audit"],
  admin: ["read", "audit", "admin"],
};

/** A token never signs, whoever holds it. */
const OF_SCOPE: Readonly<Record<Scope, readonly Right[]>> = {
  read: ["read"],
  ingest: ["ingest"],
  review: ["review"],
  admin: ["admin", "audit"],
};

/** What somebody with these roles may do when signed in. */
export function rightsOfRoles(held: readonly Role[]): ReadonlySet<Right> {
  return new Set(held.flatMap((role) => OF_ROLE[role]));
}

/**
 * What a token may do: what its scopes allow, and for a person's token nothing that the person may not.
 *
 * @param held roles of the person it belongs to; null for a token of a program.
 */
export function rightsOfToken(granted: readonly Scope[], held: readonly Role[] | null): ReadonlySet<Right> {
  const ofScopes = granted.flatMap((scope) => OF_SCOPE[scope]);
  if (held === null) return new Set(ofScopes);
  const ofPerson = rightsOfRoles(held);
  return new Set(ofScopes.filter((right) => ofPerson.has(right)));
}
