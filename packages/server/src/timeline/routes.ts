import type { ServerContext } from "../context.ts";
import { momentOut } from "../http/field-schemas.ts";
import { pageOf, toPage } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { findRunKey } from "../runs/queries.ts";
import { RunParams } from "../runs/routes.ts";
import { type TimelineEntry, TimelineEntrySchema, TimelineQuerySchema } from "./schema.ts";
import { summaryOf } from "./summary.ts";
import { type TimelineRow, timelineQuery } from "./timeline-query.ts";

/** What happened in a run, and what was found out about it, in order of time. */
export function addTimelineRoutes(server: Server, context: ServerContext): void {
  server.get(
    "/runs/:run/timeline",
    {
      config: { access: "read" },
      schema: {
        operationId: "getRunTimeline",
        tags: ["runs"],
        summary: "What happened in a run: changes, tasks, results, verdicts and alerts in order of time",
        params: RunParams,
        querystring: TimelineQuerySchema,
        response: answers({ 200: pageOf(TimelineEntrySchema) }),
      },
    },
    async ({ params, query }) => {
      const { kysely } = context.database;
      const { id } = await findRunKey(kysely, params.run);
      const rows = await timelineQuery(kysely, id, query).execute();
      return toPage(rows, query.limit, (row) => [row.at.toISOString(), row.key], toEntry);
    },
  );
}

function toEntry(row: TimelineRow): TimelineEntry {
  const { at, kind, actor, record_kind: recordKind, record_id: recordId } = row;
  return { at: momentOut(at), kind, summary: summaryOf(row), actor, recordKind, recordId };
}
