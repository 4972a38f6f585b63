import type { Caller } from "../access/caller.ts";
import { notFound } from "../error.ts";
import type { Writing } from "../writing/perform.ts";

/** Which of a person's sessions are meant. */
export interface EndedSessions {
  readonly principalId: string;
  /** All but this one. */
  readonly except?: string;
}

/** Ends a person's sessions, at once and for good. @returns how many there were. */
export async function endSessions(
  { transaction, at, record }: Writing,
  { principalId, except }: EndedSessions,
): Promise<number> {
  const { numUpdatedRows } = await transaction
    .updateTable("session")
    .set({ ended_at: at })
    .where("principal_id", "=", principalId)
    .where("ended_at", "is", null)
    .$if(except !== undefined, (query) => query.where("id", "<>", except ?? ""))
    .executeTakeFirst();
  const ended = Number(numUpdatedRows);
  if (ended > 0) record({ action: "session.end", subject: { kind: "principal", id: principalId }, new: { ended } });
  return ended;
}

/** Ends one session of the caller, or of anybody for an admin. @throws ServerError TS_NOT_FOUND. */
export async function endSession({ transaction, at, record }: Writing, caller: Caller, id: string): Promise<void> {
  const ended = await transaction
    .updateTable("session")
    .set({ ended_at: at })
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .$if(!caller.rights.has("admin"), (query) => query.where("principal_id", "=", caller.principalId))
    .returning("principal_id")
    .executeTakeFirst();
  if (ended === undefined) throw notFound("session in use", id);
  record({ action: "session.end", subject: { kind: "principal", id: ended.principal_id }, new: { ended: 1 } });
}
