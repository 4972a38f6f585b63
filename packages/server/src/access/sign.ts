import { type Static, type TObject, type TOptional, type TString, Type } from "@sinclair/typebox";
import { canonicalJson } from "@touchstone/model";
import { contentHash } from "@touchstone/quality";
import { newId, type Tables } from "@touchstone/store";
import type { Transaction } from "kysely";
import type { ServerContext } from "../context.ts";
import { ServerError } from "../error.ts";
import type { Caller } from "./caller.ts";
import { checkPassword } from "./check-password.ts";

/** Milliseconds within which a sign-in with the provider counts as made for a signature. */
const FRESH = 5 * 60_000;

/** What a request holds that signs something. */
export const SignatureRequestSchema: TObject<{ meaning: TString; password: TOptional<TString> }> = Type.Object(
  {
    meaning: Type.String({
      minLength: 1,
      maxLength: 500,
      description: "What the signature says: 'reviewed and approved'.",
    }),
    password: Type.Optional(
      Type.String({
        maxLength: 1024,
        description:
          "The signer's password. Whoever signs in with a provider signs in again instead, at most 5 minutes before.",
      }),
    ),
  },
  { additionalProperties: false },
);

/** The same as a type. */
export type SignatureRequest = Static<typeof SignatureRequestSchema>;

/** Somebody who has just proved who they are, and may sign one request's records. */
export interface Signer {
  readonly caller: Caller;
  readonly method: "password" | "oidc";
  readonly meaning: string;
  readonly at: Date;
}

/** A signature as it is stored and shown. */
export interface Signature {
  readonly id: string;
  readonly principalId: string;
  readonly printedName: string;
  readonly meaning: string;
  readonly method: "password" | "oidc";
  readonly recordSha256: string;
  readonly signedAt: Date;
}

/** The exact version of a record that is signed. */
export interface SignedRecord {
  readonly kind: string;
  readonly id: string;
  /** All of the record that the signature stands for; JSON. */
  readonly content: unknown;
}

/**
 * Has the caller prove anew who they are. Call it before the transaction: it takes time, and counts wrong passwords.
 *
 * @throws ServerError TS_FORBIDDEN for a token, which never signs; TS_REAUTHENTICATION_NEEDED without a password, or when
 *   the sign-in with the provider is too old; TS_SIGN_IN_REFUSED for a wrong password.
 */
export async function authenticateSigner(
  context: ServerContext,
  caller: Caller,
  { meaning, password }: SignatureRequest,
): Promise<Signer> {
  const { credential } = caller;
  if (credential.kind === "token") throw new ServerError("TS_FORBIDDEN", "a token never signs: sign in as a person");
  const at = context.now();
  if (credential.method === "password") {
    if (password === undefined) throw needsAuthentication("give your password with the signature");
    await checkPassword(context, { name: caller.name, source: { sessionId: credential.sessionId } }, password);
  } else if (at.getTime() - credential.authenticatedAt.getTime() > FRESH) {
    throw needsAuthentication("sign in again with your provider, then sign within five minutes");
  }
  return { caller, method: credential.method, meaning: meaning.trim(), at };
}

/** Puts the signer's name to a record, in the transaction that the signature belongs to. */
export async function sign(transaction: Transaction<Tables>, signer: Signer, record: SignedRecord): Promise<Signature> {
  const signature = {
    id: newId(),
    principalId: signer.caller.principalId,
    printedName: signer.caller.printedName,
    meaning: signer.meaning,
    method: signer.method,
    recordSha256: contentHash(JSON.parse(canonicalJson(record.content))),
    signedAt: signer.at,
  };
  await transaction
    .insertInto("signature")
    .values({
      id: signature.id,
      principal_id: signature.principalId,
      printed_name: signature.printedName,
      meaning: signature.meaning,
      method: signature.method,
      record_kind: record.kind,
      record_id: record.id,
      record_sha256: signature.recordSha256,
      signed_at: signature.signedAt,
    })
    .execute();
  return signature;
}

function needsAuthentication(what: string): ServerError {
  return new ServerError("TS_REAUTHENTICATION_NEEDED", `a signature needs a fresh proof of who you are: ${what}`);
}
