import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { NameSchema } from "../http/field-schemas.ts";
import { pageQuery, toPage } from "../http/page.ts";
import { pageByTime, selectRuns, toRun } from "../runs/queries.ts";
import { RunSchema } from "../runs/schema.ts";
import { type DecisionRow, pendingDecision, proposalChangedSince, selectDecisions, toDecision } from "./queries.ts";
import { dispositionQueues, queueConditions } from "./queues.ts";
import type { QueuedDisposition } from "./schema.ts";

/** Which dispositions are listed. */
export const DispositionListQuerySchema = Type.Object(
  {
    ...pageQuery,
    queue: Type.Union(
      dispositionQueues.map((queue) => Type.Literal(queue)),
      {
        default: "to sign",
        description:
          "to sign: nobody has signed what policy proposes; second signature: one of two has signed; questioned: released, " +
          "though policy now proposes something stricter than when it was signed; not judged: finished, and nothing was " +
          "judged; held: signed as held; decided: signed, whatever it is.",
      },
    ),
    assay: Type.Optional(Type.String({ ...NameSchema, description: "Name, in any version." })),
    proposed: Type.Optional(RunSchema.properties.disposition),
    sort: Type.Union([Type.Literal("-performedAt"), Type.Literal("performedAt")], { default: "-performedAt" }),
  },
  { additionalProperties: false },
);

type DispositionListQuery = Static<typeof DispositionListQuerySchema>;

/** The query of a page of runs of a queue, by time. */
export function dispositionListQuery(kysely: Kysely<Tables>, query: DispositionListQuery) {
  let rows = selectRuns(kysely).where(queueConditions[query.queue]);
  if (query.assay !== undefined) rows = rows.where("assay.name", "=", query.assay);
  if (query.proposed !== undefined) rows = rows.where("run.proposed_disposition", "=", query.proposed);
  return pageByTime(rows, query);
}

/** A page of runs with what was decided about them. */
export async function listDispositions(
  kysely: Kysely<Tables>,
  query: DispositionListQuery,
): Promise<{ items: QueuedDisposition[]; next: string | null }> {
  const rows = await dispositionListQuery(kysely, query).execute();
  const { items: runs, next } = toPage(rows, query.limit, (row) => [row.performed_at.toISOString(), row.id], toRun);
  const decisions = await decisionsOf(
    kysely,
    runs.map(({ id }) => id),
  );
  const items: QueuedDisposition[] = [];
  for (const run of runs) {
    const ofRun = decisions.filter((decision) => decision.run_id === run.id);
    const inForce = ofRun.find(({ status }) => status === "in force") ?? null;
    const pending = ofRun.find(({ status }) => status === "pending") ?? null;
    items.push({
      run,
      decision: inForce === null ? null : toDecision(inForce),
      pending: await pendingDecision(kysely, run, pending),
      proposalChangedSinceSigned: proposalChangedSince(run, inForce),
    });
  }
  return { items, next };
}

function decisionsOf(kysely: Kysely<Tables>, runIds: readonly string[]): Promise<DecisionRow[]> {
  return selectDecisions(kysely)
    .where("run_id", "=", sql<string>`any(${runIds}::uuid[])`)
    .where("status", "in", ["pending", "in force"])
    .execute();
}
