import { StoreError } from "../error.ts";

/** SQLSTATE of transactions that lost against another one and may simply be tried again. */
const TRY_AGAIN = new Set(["40001", "40P01"]);

/**
 * SQLSTATE of a database that is not there, cannot take more, or gave up: connection exceptions (class 08), a transaction
 * that was idle too long, wrong password or name, insufficient resources (class 53), operator intervention (class 57,
 * statement timeout included), input and output errors of its system (class 58).
 */
const UNAVAILABLE = /^(08|25P03|28|3D|53|57|58)/;

/** SQLSTATE disk_full, and the same of the operating system that PGlite's files are on. */
const FULL = new Set(["53100", "ENOSPC", "EDQUOT"]);

/** Codes of Node's sockets and names, none of which begins as an SQLSTATE does, for a server that cannot be reached. */
const UNREACHABLE = /^E(CONN|HOST|NET|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|NOENT|ACCES|NOSPC|DQUOT|ROFS)/;

/** `pg` reports these without a code. */
const WITHOUT_CODE = /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client has)/;

/** Whether the same transaction may succeed when it is tried again: serialisation failure or deadlock. */
export function isTransactionConflict(error: unknown): boolean {
  return TRY_AGAIN.has(codeOf(error));
}

/** Whether the error means that the database cannot be used now, rather than that a statement is wrong. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== "") return UNREACHABLE.test(code) || (code.length === 5 && UNAVAILABLE.test(code));
  return error instanceof Error && WITHOUT_CODE.test(error.message);
}

/** The error itself, or in its place TS_DATABASE_FULL or TS_DATABASE_UNAVAILABLE where it means that. */
export function describeDatabaseError(error: unknown): unknown {
  if (FULL.has(codeOf(error))) {
    return new StoreError("TS_DATABASE_FULL", `the database has no space left (${reasonOf(error)})`, {}, error);
  }
  if (isTransactionConflict(error)) return databaseUnavailable("other transactions came first each time", error);
  return isUnavailable(error) ? databaseUnavailable("the database does not answer", error) : error;
}

/** TS_DATABASE_UNAVAILABLE with the reason that the driver gave. The driver never puts the password there. */
export function databaseUnavailable(message: string, cause: unknown): StoreError {
  const reason = reasonOf(cause);
  return new StoreError("TS_DATABASE_UNAVAILABLE", `${message} (${reason})`, {}, cause);
}

/** A server with several addresses fails with one error for each and no message of its own. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const first = cause instanceof AggregateError ? cause.errors[0] : cause;
  return first instanceof Error && first.message !== "" ? first.message : codeOf(cause) || cause.name;
}

function codeOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}
