import { contentHash } from "@touchstone/quality";
import { passwordDigest } from "../access/password.ts";

/** Members of requests that are guessed easily where a fast hash of them is kept. */
const PASSWORDS: ReadonlySet<string> = new Set(["password", "oldPassword", "newPassword"]);

/**
 * SHA-256 of what a request holds, to tell whether it comes again. Of a password only a hash goes into it that takes as
 * long to compute as the one that is kept for signing in.
 *
 * @param context what the request is known by.
 */
export async function requestHash(body: unknown, context: string): Promise<string> {
  return contentHash(await withoutPasswords(body ?? null, context));
}

async function withoutPasswords(value: unknown, context: string): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((member) => withoutPasswords(member, context)));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(async ([key, member]) => {
    const isPassword = PASSWORDS.has(key) && typeof member === "string";
    return [key, isPassword ? await passwordDigest(member, context) : await withoutPasswords(member, context)] as const;
  });
  return Object.fromEntries(await Promise.all(members));
}
