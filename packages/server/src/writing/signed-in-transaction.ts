import type { Tables } from "@touchstone/store";
import type { Transaction } from "kysely";

/** A signature as the audit trail keeps it. */
export interface SignatureNote {
  readonly id: string;
  readonly record: { readonly kind: string; readonly id: string };
  readonly recordSha256: string;
  readonly [member: string]: unknown;
}

const signedIn = new WeakMap<Transaction<Tables>, SignatureNote[]>();

/** Notes a signature with the transaction that keeps it, so that none is left out of the audit trail. */
export function noteSignature(transaction: Transaction<Tables>, signature: SignatureNote): void {
  signedIn.set(transaction, [...signaturesIn(transaction), signature]);
}

/** Signatures that the transaction keeps. */
export function signaturesIn(transaction: Transaction<Tables>): readonly SignatureNote[] {
  return signedIn.get(transaction) ?? [];
}
