import type { ServerContext } from "../context.ts";
import { ServerError } from "../error.ts";
import { perform } from "../writing/perform.ts";
import { verifyPassword } from "./password.ts";
import {
  type Attempt,
  type CountedAttempt,
  clearAttempts,
  countAttempt,
  nameHash,
  sourceText,
} from "./sign-in-attempts.ts";

/** Who signed in. */
export interface PersonOfPassword {
  readonly id: string;
  readonly name: string;
}

/**
 * The person with that name and password. Wrong passwords lock the name for a while where they come from; the answer and
 * the work are the same whether the name, the password or the lock is the reason.
 *
 * @throws ServerError TS_SIGN_IN_REFUSED.
 */
export async function checkPassword(
  context: ServerContext,
  attempt: Attempt,
  password: string,
): Promise<PersonOfPassword> {
  const { kysely } = context.database;
  const at = context.now();
  const counted = await countAttempt(kysely, attempt, at);
  const person = await kysely
    .selectFrom("principal")
    .select(["id", "name", "password_hash"])
    .where("name", "=", attempt.name)
    .where("kind", "=", "person")
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  const isRight = await verifyPassword(password, counted.allowed ? (person?.password_hash ?? null) : null);
  if (person === undefined || !isRight) {
    await recordLock(context, attempt, counted, person?.id ?? null);
    throw refused();
  }
  await clearAttempts(kysely, attempt, at);
  return { id: person.id, name: person.name };
}

/** Somebody who guesses passwords is seen in the audit trail, once a lock rather than once a guess. */
async function recordLock(
  context: ServerContext,
  attempt: Attempt,
  { lockedUntil, failures }: CountedAttempt,
  principalId: string | null,
): Promise<void> {
  if (lockedUntil === null) return;
  await perform(context, null, async ({ record }) => {
    record({
      action: "sign in.lock",
      subject: { kind: "sign in", id: nameHash(attempt.name) },
      new: { principalId, source: sourceText(attempt), failures, lockedUntil: lockedUntil.toISOString() },
    });
  });
}

function refused(): ServerError {
  return new ServerError("TS_SIGN_IN_REFUSED", "name or password is wrong, or locked for a while");
}
