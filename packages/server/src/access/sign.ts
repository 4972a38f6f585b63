import { type Static, type TObject, type TOptional, type TString, Type } from "@sinclair/typebox";
import { canonicalJson } from "@touchstone/model";
import { contentHash } from "@touchstone/quality";
import { newId, type Tables } from "@touchstone/store";
import type { Transaction } from "kysely";
import type { ServerContext } from "../context.ts";
import { ServerError } from "../error.ts";
import { noteSignature } from "../writing/signed-in-transaction.ts";
import type { Caller } from "./caller.ts";
import { checkPassword } from "./check-password.ts";

/** What a request holds that signs something. */
export const SignatureRequestSchema: TObject<{ meaning: TString; password: TOptional<TString> }> = Type.Object(
  {
    meaning: Type.String({
      minLength: 1,
      maxLength: 500,
      pattern: "\\S",
      description: "What the signature says: 'reviewed and approved'.",
    }),
    password: Type.Optional(
      Type.String({
        maxLength: 1024,
        description:
          "The signer's password. Whoever signs in with a provider proves to it anew who they are, within 5 minutes before.",
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
  /** What the provider vouched for, which counts for this request alone; null for a password. */
  readonly proof: { readonly reauthenticationId: string; readonly requestId: string } | null;
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
 * @throws ServerError TS_FORBIDDEN for a token, which never signs; TS_REAUTHENTICATION_NEEDED without a password, or
 *   without a fresh proof by the provider; TS_SIGN_IN_REFUSED for a wrong password.
 */
export async function authenticateSigner(
  context: ServerContext,
  caller: Caller,
  { meaning, password }: SignatureRequest,
): Promise<Signer> {
  const { credential } = caller;
  if (credential.kind === "token") throw new ServerError("TS_FORBIDDEN", "a token never signs: sign in as a person");
  const at = context.now();
  const signer = { caller, method: credential.method, meaning: meaning.trim(), at };
  if (credential.method === "oidc") return { ...signer, proof: await findProof(context, credential.sessionId, at) };
  if (password === undefined) throw needsAuthentication("give your password with the signature");
  await checkPassword(context, { name: caller.name, source: { sessionId: credential.sessionId } }, password);
  return { ...signer, proof: null };
}

async function findProof({ database }: ServerContext, sessionId: string, at: Date): Promise<Signer["proof"]> {
  const found = await database.kysely
    .selectFrom("reauthentication")
    .select("id")
    .where("session_id", "=", sessionId)
    .where("used_by", "is", null)
    .where("expires_at", ">", at)
    .orderBy("authenticated_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (found === undefined) throw needsAuthentication("prove to your provider who you are, within five minutes before");
  return { reauthenticationId: found.id, requestId: newId() };
}

/** In the transaction of what is signed: when that is not kept, the proof still counts. */
async function useProof(transaction: Transaction<Tables>, { proof }: Signer): Promise<void> {
  if (proof === null) return;
  const { reauthenticationId, requestId } = proof;
  const used = await transaction
    .updateTable("reauthentication")
    .set({ used_by: requestId })
    .where("id", "=", reauthenticationId)
    .where((row) => row.or([row("used_by", "is", null), row("used_by", "=", requestId)]))
    .returning("id")
    .executeTakeFirst();
  if (used === undefined) throw needsAuthentication("the proof was used for another signature; give another one");
}

/**
 * Puts the signer's name to a record, in the transaction that the signature belongs to.
 *
 * @throws ServerError TS_REAUTHENTICATION_NEEDED when the signer's proof was used for another request meanwhile.
 */
export async function sign(transaction: Transaction<Tables>, signer: Signer, record: SignedRecord): Promise<Signature> {
  await useProof(transaction, signer);
  const content = canonicalJson(record.content);
  const signature = {
    id: newId(),
    principalId: signer.caller.principalId,
    printedName: signer.caller.printedName,
    meaning: signer.meaning,
    method: signer.method,
    recordSha256: contentHash(JSON.parse(content)),
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
      record_content: content,
      signed_at: signature.signedAt,
    })
    .execute();
  noteSignature(transaction, {
    id: signature.id,
    principalId: signature.principalId,
    printedName: signature.printedName,
    meaning: signature.meaning,
    method: signature.method,
    record: { kind: record.kind, id: record.id },
    recordSha256: signature.recordSha256,
    signedAt: signature.signedAt.toISOString(),
  });
  return signature;
}

function needsAuthentication(what: string): ServerError {
  return new ServerError("TS_REAUTHENTICATION_NEEDED", `a signature needs a fresh proof of who you are: ${what}`);
}
