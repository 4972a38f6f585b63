import { ServerError } from "../error.ts";
import type { Caller } from "./caller.ts";

/**
 * Two people: whoever proposed a definition does not approve it.
 *
 * @param proposedBy id of the principal who did; null where nobody is on record, as for what came with a migration.
 * @param what the definition in words: "version 2 of assay germline".
 * @throws ServerError TS_FORBIDDEN.
 */
export function requireSecondPerson(caller: Caller, proposedBy: string | null, what: string): void {
  if (caller.principalId !== proposedBy) return;
  throw new ServerError("TS_FORBIDDEN", `${what} was proposed by ${caller.name}: somebody else has to approve it`);
}
