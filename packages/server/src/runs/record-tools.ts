import { canonicalJson } from "@touchstone/model";
import { toJson } from "@touchstone/store";
import { voidOutdatedDecision } from "../dispositions/end-decision.ts";
import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { summaryOf } from "./create-run.ts";
import { findRun } from "./queries.ts";
import type { Run } from "./schema.ts";
import type { RunTools } from "./tools-schema.ts";

/**
 * Records the programs that a run was carried out with, and those that stood in for others. It is done once: the same again,
 * in any order, changes nothing. A decision that waits for a second signature is void: its record had no programs.
 *
 * @throws ServerError TS_NOT_FOUND; TS_CONFLICT for others than those that are recorded.
 */
export async function recordTools(writing: Writing, idOrName: string, tools: RunTools): Promise<Answer<Run>> {
  const { transaction } = writing;
  const old = await findRun(transaction, idOrName);
  const toolVersions = inOrder(tools.toolVersions);
  const substitutions = inOrder(tools.substitutions);
  if (old.toolVersions !== null && old.substitutions !== null) {
    const known = {
      toolVersions: old.toolVersions,
      substitutions: old.substitutions.map(({ sentence: _, ...one }) => one),
    };
    if (canonicalJson(known) === canonicalJson({ toolVersions, substitutions })) return { status: 200, body: old };
    const message = `run ${old.name} was recorded with other programs, which is not altered`;
    const pointer =
      canonicalJson(known.toolVersions) === canonicalJson(toolVersions) ? "substitutions" : "toolVersions";
    throw new ServerError("TS_CONFLICT", message, { fields: [{ pointer: `/body/${pointer}`, message }] });
  }
  await transaction
    .updateTable("run")
    .set({
      tool_versions: toJson(toolVersions),
      substitutions: toJson(substitutions),
      revision: old.revision + 1,
    })
    .where("id", "=", old.id)
    .execute();
  const body = await findRun(transaction, old.id);
  writing.record({ action: "run.record programs", subject: { kind: "run", id: body.id }, old, new: body });
  writing.publish({ topic: "run.changed", recordKind: "run", recordId: body.id, payload: summaryOf(body) });
  await voidOutdatedDecision(writing, old.id);
  return { status: 200, body };
}

/** Each once, in one order: every task reports its program, in the order in which tasks end. */
function inOrder<Each>(entries: readonly Each[]): Each[] {
  const byText = new Map(entries.map((entry) => [canonicalJson(entry), entry]));
  return [...byText].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
}
