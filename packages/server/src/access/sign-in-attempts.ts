import { createHash } from "node:crypto";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";

/** How often a password may be wrong in a row, and how long it then takes until the next may be tried. */
interface Limit {
  readonly most: number;
  /** Milliseconds of the first lock; doubled by each further failure. */
  readonly firstLock: number;
}

const OF_ONE_PLACE: Limit = { most: 5, firstLock: 60_000 };
/**
 * NIST SP 800-63B-4, 3.2.2: not more than 100 failures in a row for an account. Far above what one place is allowed, so
 * that whoever wants to keep somebody out needs many places to do it from.
 */
const OF_ALL_PLACES: Limit = { most: 100, firstLock: 60_000 };
const LONGEST_LOCK = 3_600_000;
/** Failures that are older do not count. */
const REMEMBERED = 24 * 3_600_000;
const ALL_PLACES = "*";

/** An attempt to show a password: which name, and where from. */
export interface Attempt {
  readonly name: string;
  /** A network address; or a session, whose failures count for it alone. */
  readonly source: { readonly network: string } | { readonly sessionId: string };
}

/** An attempt that was counted. */
export interface CountedAttempt {
  /** Whether the password may be looked at. */
  readonly allowed: boolean;
  /** Until when the next attempt is refused if this one fails. */
  readonly lockedUntil: Date | null;
  readonly failures: number;
}

/**
 * Counts an attempt as failed before its password is looked at, so that of attempts made at once none goes uncounted.
 * Attempts under a lock are refused and do not lengthen it.
 */
export async function countAttempt(kysely: Kysely<Tables>, attempt: Attempt, at: Date): Promise<CountedAttempt> {
  const here = await count(kysely, attempt, sourceText(attempt), OF_ONE_PLACE, at);
  // Whoever has signed in proves who they are, and is not kept from it by others' attempts.
  if (!here.allowed || "sessionId" in attempt.source) return here;
  const everywhere = await count(kysely, attempt, ALL_PLACES, OF_ALL_PLACES, at);
  return everywhere.allowed && everywhere.lockedUntil === null ? here : everywhere;
}

/** Forgets failures after the right password, and those of all names that are too old to count. */
export async function clearAttempts(kysely: Kysely<Tables>, attempt: Attempt, at: Date): Promise<void> {
  const sources = "sessionId" in attempt.source ? [sourceText(attempt)] : [sourceText(attempt), ALL_PLACES];
  await kysely
    .deleteFrom("sign_in_failure")
    .where((row) =>
      row.or([
        row.and([row("name_sha256", "=", nameHash(attempt.name)), row("source", "in", sources)]),
        row("last_at", "<", new Date(at.getTime() - REMEMBERED)),
      ]),
    )
    .execute();
}

/** What a name is kept as: people type passwords where names belong. */
export function nameHash(name: string): string {
  return createHash("sha256").update(name).digest("hex");
}

/** Where an attempt came from, as it is kept. */
export function sourceText({ source }: Attempt): string {
  return "sessionId" in source ? `session ${source.sessionId}` : source.network;
}

async function count(
  kysely: Kysely<Tables>,
  { name }: Attempt,
  source: string,
  { most, firstLock }: Limit,
  at: Date,
): Promise<CountedAttempt> {
  const earlier = sql`case when old.last_at < ${new Date(at.getTime() - REMEMBERED)}::timestamptz then 0 else old.failures end`;
  const lock = sql`least(${firstLock}::float8 * power(2, least(${earlier} + 1 - ${most}::integer, 30)), ${LONGEST_LOCK}::float8)`;
  const { rows } = await sql<{ failures: number; locked_until: Date | null }>`
    insert into sign_in_failure as old (name_sha256, source, failures, last_at)
    values (${nameHash(name)}, ${source}, 1, ${at})
    on conflict (name_sha256, source) do update set
      failures = ${earlier} + 1,
      last_at = excluded.last_at,
      locked_until = case when ${earlier} + 1 < ${most}::integer then null
        else excluded.last_at + ${lock} * interval '1 millisecond' end
    where old.locked_until is null or old.locked_until <= excluded.last_at
    returning failures, locked_until`.execute(kysely);
  const [counted] = rows;
  if (counted === undefined) return { allowed: false, lockedUntil: null, failures: 0 };
  return { allowed: true, lockedUntil: counted.locked_until, failures: counted.failures };
}
