import type { ServerContext } from "../context.ts";
import { ServerError } from "../error.ts";
import { verifyPassword } from "./password.ts";

/** Wrong passwords in a row after which an account is locked. */
const MOST_FAILURES = 5;
/** Milliseconds of the first lock; doubled by each further failure, to an hour at most. */
const FIRST_LOCK = 60_000;
const LONGEST_LOCK = 3_600_000;

/** Who signed in. */
export interface PersonOfPassword {
  readonly id: string;
  readonly name: string;
}

/**
 * The person with that name and password. Wrong passwords lock the account for a while; the answer is the same whether
 * the name, the password or the lock is the reason.
 *
 * @throws ServerError TS_SIGN_IN_REFUSED.
 */
export async function checkPassword(
  { database, now }: ServerContext,
  name: string,
  password: string,
): Promise<PersonOfPassword> {
  const person = await database.kysely
    .selectFrom("principal")
    .select(["id", "name", "password_hash", "failed_sign_ins", "locked_until"])
    .where("name", "=", name)
    .where("kind", "=", "person")
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  const at = now();
  const isLocked = person?.locked_until != null && person.locked_until > at;
  const isRight = await verifyPassword(password, isLocked ? null : (person?.password_hash ?? null));
  if (person === undefined || isLocked) throw refused();
  if (!isRight) {
    const failures = person.failed_sign_ins + 1;
    const lock = failures < MOST_FAILURES ? null : Math.min(FIRST_LOCK * 2 ** (failures - MOST_FAILURES), LONGEST_LOCK);
    await database.kysely
      .updateTable("principal")
      .set((row) => ({
        failed_sign_ins: row("failed_sign_ins", "+", 1),
        locked_until: lock === null ? null : new Date(at.getTime() + lock),
      }))
      .where("id", "=", person.id)
      .execute();
    throw refused();
  }
  if (person.failed_sign_ins > 0) {
    const cleared = { failed_sign_ins: 0, locked_until: null };
    await database.kysely.updateTable("principal").set(cleared).where("id", "=", person.id).execute();
  }
  return { id: person.id, name: person.name };
}

function refused(): ServerError {
  return new ServerError("TS_SIGN_IN_REFUSED", "name or password is wrong, or the account is locked for a while");
}
