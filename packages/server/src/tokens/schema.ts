import { type Static, Type } from "@sinclair/typebox";
import { type Scope, scopes } from "../access/rights.ts";
import {
  IdSchema,
  MomentInSchema,
  MomentOutSchema,
  momentOut,
  momentOutOrNull,
  NameSchema,
  orNull,
} from "../http/field-schemas.ts";

const ScopesSchema = Type.Array(Type.Union(scopes.map((scope) => Type.Literal(scope))), {
  minItems: 1,
  uniqueItems: true,
});

/** A token as it is shown: never the secret itself. */
export const TokenSchema = Type.Object({
  id: IdSchema,
  principalId: IdSchema,
  name: Type.String(),
  prefix: Type.String({ description: "How the token begins, to recognise it." }),
  scopes: ScopesSchema,
  createdAt: MomentOutSchema,
  expiresAt: MomentOutSchema,
  lastUsedAt: orNull(MomentOutSchema),
  revokedAt: orNull(MomentOutSchema),
});

/** What makes a token. */
export const NewTokenSchema = Type.Object(
  {
    name: NameSchema,
    scopes: ScopesSchema,
    principalId: Type.Optional(IdSchema),
    expiresAt: Type.Optional(MomentInSchema),
  },
  { additionalProperties: false },
);

/** The answer to that, the only one that holds the secret. */
export const CreatedTokenSchema = Type.Object({ ...TokenSchema.properties, token: Type.String() });

export type Token = Static<typeof TokenSchema>;
export type CreatedToken = Static<typeof CreatedTokenSchema>;

/** Columns that answers are made of. */
export const tokenColumns = [
  "id",
  "principal_id",
  "name",
  "prefix",
  "scopes",
  "created_at",
  "expires_at",
  "last_used_at",
  "revoked_at",
] as const;

/** Those columns. */
export interface TokenRow {
  readonly id: string;
  readonly principal_id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: Scope[];
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
}

/** A token as answers show it. */
export function toToken(row: TokenRow): Token {
  return {
    id: row.id,
    principalId: row.principal_id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    createdAt: momentOut(row.created_at),
    expiresAt: momentOut(row.expires_at),
    lastUsedAt: momentOutOrNull(row.last_used_at),
    revokedAt: momentOutOrNull(row.revoked_at),
  };
}
