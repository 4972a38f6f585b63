import { newId } from "@touchstone/store";
import { rightsOfToken, type Scope } from "../access/rights.ts";
import { newSecret, secretHash } from "../access/secret.ts";
import { invalidField, notFound, ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import { type CreatedToken, tokenColumns, toToken } from "./schema.ts";

const DAY = 24 * 3_600_000;
const USUAL_LIFE = 90 * DAY;
const LONGEST_LIFE = 400 * DAY;

/** Before every token, so that people and secret scanners know what it is. */
export const TOKEN_PREFIX = "tst_";

/** What a token is made of. */
export interface TokenRequest {
  readonly principalId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** In 90 days unless given, in 400 at most. */
  readonly expiresAt?: Date;
}

/**
 * Makes a token. Its secret is in what this returns and nowhere else.
 *
 * @throws ServerError TS_NOT_FOUND for a principal that is not there, TS_CONFLICT for one that is disabled,
 *   TS_REQUEST_INVALID for an end that has passed or is too far, or a scope that gives the person no right.
 */
export async function createToken(writing: Writing, request: TokenRequest): Promise<CreatedToken> {
  const { transaction, at } = writing;
  const { principalId, name, scopes } = request;
  const expiresAt = request.expiresAt ?? new Date(at.getTime() + USUAL_LIFE);
  if (expiresAt <= at || expiresAt.getTime() - at.getTime() > LONGEST_LIFE) {
    throw invalidField("/body/expiresAt", "has to lie between now and 400 days from now");
  }
  const principal = await transaction
    .selectFrom("principal")
    .select(["kind", "roles", "disabled_at"])
    .where("id", "=", principalId)
    .executeTakeFirst();
  if (principal === undefined) throw notFound("principal", principalId);
  if (principal.disabled_at !== null) throw new ServerError("TS_CONFLICT", "the principal is disabled");
  for (const scope of scopes) {
    const { size } = rightsOfToken([scope], principal.kind === "service" ? null : principal.roles);
    if (size === 0) throw invalidField("/body/scopes", `the person's roles do not allow ${scope}`);
  }
  const secret = `${TOKEN_PREFIX}${newSecret()}`;
  const row = await transaction
    .insertInto("api_token")
    .values({
      id: newId(),
      principal_id: principalId,
      name,
      prefix: secret.slice(0, 12),
      token_sha256: secretHash(secret),
      scopes: [...scopes],
      created_at: at,
      expires_at: expiresAt,
    })
    .returning(tokenColumns)
    .executeTakeFirstOrThrow();
  const token = toToken(row);
  writing.record({ action: "token.create", subject: { kind: "token", id: token.id }, new: token });
  return { ...token, token: secret };
}
