import type { ItemOf } from "../../../api/answers.ts";
import type { Choice } from "../parts/choices.tsx";

/** A person or a program. */
export type Principal = ItemOf<"/api/v1/principals">;

/** What a person is to the laboratory. */
export type Role = Principal["roles"][number];

/** The least characters of a password that the server takes. */
export const LEAST_PASSWORD_LENGTH = 15;

/** Each way to sign in, in words. */
export const SIGN_IN_WORDS: Readonly<Record<Principal["signsInWith"], string>> = {
  password: "password",
  oidc: "provider",
  token: "token",
};

/** Roles with what they allow. */
export const roleChoices: readonly Choice<Role>[] = [
  { id: "technologist", label: "Technologist", hint: "adds runs, results, lots and drafts" },
  { id: "reviewer", label: "Reviewer", hint: "also decides about alerts, and signs" },
  { id: "director", label: "Director", hint: "also sees the audit trail" },
  { id: "auditor", label: "Auditor", hint: "sees all, changes nothing" },
  { id: "admin", label: "Admin", hint: "users, tokens and webhooks; signs nothing" },
];
