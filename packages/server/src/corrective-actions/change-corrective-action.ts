import type { Caller } from "../access/caller.ts";
import { recordChangeEvent } from "../change-events/record-change-event.ts";
import { invalidField, ServerError } from "../error.ts";
import { requireOpen } from "../non-conformances/change-non-conformance.ts";
import { findNonConformance } from "../non-conformances/queries.ts";
import { requirePerson } from "../principals/person.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { publishedOf } from "./plan-corrective-action.ts";
import { findCorrectiveAction } from "./queries.ts";
import type { CorrectiveAction, CorrectiveActionChange } from "./schema.ts";

type Status = CorrectiveAction["status"];

/** Every move that the status may make; the database holds the same. */
const MOVES: Readonly<Record<Status, readonly Status[]>> = {
  planned: ["done", "abandoned"],
  done: ["verified", "planned", "abandoned"],
  verified: [],
  abandoned: [],
};

/** Which fields go with a status; all others are for one that is planned otherwise. */
const FIELDS: Readonly<Record<Status, readonly (keyof CorrectiveActionChange)[]>> = {
  done: ["status", "at", "restartsCounters"],
  planned: ["status"],
  verified: ["status", "outcome"],
  abandoned: ["status", "outcome"],
};
const PLANNED_FIELDS: readonly (keyof CorrectiveActionChange)[] = ["description", "assignedTo", "dueOn"];

/**
 * Changes what is planned, or takes it to another status: done, verified by somebody who neither had to do it nor did it,
 * planned again when it was not enough, or abandoned with the reason. Publishes `corrective-action.changed`, or the
 * status. Where counters start anew, it becomes a change event, after which control rules count from the beginning.
 *
 * @throws ServerError TS_NOT_FOUND; TS_CONFLICT for a move that may not be made, or when the non-conformance is closed;
 *   TS_FORBIDDEN for whoever verifies their own work, for programs, and without the right to review for all but saying
 *   that it is done; TS_REQUEST_INVALID for fields that do not go together, or name what is not there.
 */
export async function changeCorrectiveAction(
  writing: Writing,
  caller: Caller,
  id: string,
  change: CorrectiveActionChange,
): Promise<Answer<CorrectiveAction>> {
  const { transaction } = writing;
  const { status } = change;
  const old = await findCorrectiveAction(transaction, id);
  requireOpen(await findNonConformance(transaction, old.nonConformanceId));
  requireFitting(change);
  if (status !== "done" && !caller.rights.has("review")) {
    throw new ServerError(
      "TS_FORBIDDEN",
      `${caller.name} may only say that it is done: the rest needs the right to review`,
    );
  }
  const set = status === undefined ? await replanned(writing, old, change) : await moved(writing, caller, old, change);
  await transaction.updateTable("corrective_action").set(set).where("id", "=", id).execute();
  const body = await findCorrectiveAction(transaction, id);
  writing.record({
    action: `corrective action.${status === undefined ? "change" : `take to ${status}`}`,
    subject: { kind: "corrective action", id },
    old,
    new: body,
    ...(change.outcome === undefined ? {} : { reason: change.outcome }),
  });
  writing.publish(publishedOf(status ?? "changed", body));
  return { status: 200, body };
}

function requireFitting(change: CorrectiveActionChange): void {
  const { status } = change;
  const fitting = status === undefined ? PLANNED_FIELDS : FIELDS[status];
  for (const field of Object.keys(change) as (keyof CorrectiveActionChange)[]) {
    if (fitting.includes(field)) continue;
    throw invalidField(
      `/body/${field}`,
      `does not go with ${status === undefined ? "no status" : `the status ${status}`}`,
    );
  }
  if (status !== undefined && FIELDS[status].includes("outcome") && change.outcome === undefined) {
    throw invalidField("/body/outcome", `is needed for the status ${status}`);
  }
}

async function replanned(
  { transaction }: Writing,
  { status }: CorrectiveAction,
  { description, assignedTo, dueOn }: CorrectiveActionChange,
): Promise<object> {
  if (status !== "planned") {
    throw new ServerError("TS_CONFLICT", `the corrective action is ${status} and planned no longer`);
  }
  if (assignedTo != null) await requirePerson(transaction, assignedTo, "/body/assignedTo");
  return {
    ...(description === undefined ? {} : { description: description.trim() }),
    ...(assignedTo === undefined ? {} : { assigned_to: assignedTo }),
    ...(dueOn === undefined ? {} : { due_on: dueOn }),
  };
}

async function moved(
  writing: Writing,
  caller: Caller,
  old: CorrectiveAction,
  { status = old.status, at, outcome, restartsCounters }: CorrectiveActionChange,
): Promise<object> {
  if (!MOVES[old.status].includes(status)) {
    throw new ServerError("TS_CONFLICT", `the corrective action is ${old.status} and cannot become ${status}`);
  }
  if (status === "planned") return { status, done_at: null, done_by: null };
  if (status === "abandoned") return { status, outcome };
  if (status === "verified") {
    await requireOtherPerson(writing, caller, old);
    return { status, outcome, verified_at: writing.at, verified_by: caller.principalId };
  }
  const doneAt = at === undefined ? writing.at : new Date(at);
  if (doneAt > writing.at) throw invalidField("/body/at", "lies in the future");
  const done = { status, done_at: doneAt, done_by: caller.principalId };
  if (restartsCounters === undefined) return done;
  const event = { kind: "corrective action", happenedAt: doneAt.toISOString(), description: old.description } as const;
  const recorded = await recordChangeEvent(
    writing,
    caller,
    { ...event, ...restartsCounters },
    "/body/restartsCounters",
  );
  return { ...done, change_event_id: recorded.id };
}

async function requireOtherPerson(
  { transaction }: Writing,
  { principalId, name }: Caller,
  { assignedTo, doneBy }: CorrectiveAction,
): Promise<void> {
  if ([assignedTo?.id, doneBy?.id].includes(principalId)) {
    throw new ServerError("TS_FORBIDDEN", `${name} did it, or had to: somebody else has to verify it`);
  }
  const { kind } = await transaction
    .selectFrom("principal")
    .select("kind")
    .where("id", "=", principalId)
    .executeTakeFirstOrThrow();
  if (kind !== "person") throw new ServerError("TS_FORBIDDEN", `${name} is a program: a person has to verify it`);
}
