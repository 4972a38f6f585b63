import { Type } from "@sinclair/typebox";
import type { ServerContext } from "../context.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { findRunKey } from "../runs/queries.ts";
import { RunParams } from "../runs/routes.ts";
import { writeOnce } from "../writing/write-once.ts";
import { listTasks, TaskListQuerySchema } from "./list-tasks.ts";
import { findTask } from "./queries.ts";
import { reportTasks } from "./report-tasks.ts";
import { TaskReportResultSchema, TaskReportsSchema, TaskSchema, TaskWithTraceSchema } from "./schema.ts";

/** Tasks of a run: what Nextflow carried out, or is about to. */
export function addTaskRoutes(server: Server, context: ServerContext): void {
  const tags = ["tasks"];
  server.get(
    "/runs/:run/tasks",
    {
      config: { access: "read" },
      schema: {
        operationId: "listTasks",
        tags,
        summary: "Tasks of a run, by number",
        params: RunParams,
        querystring: TaskListQuerySchema,
        response: answers({ 200: pageOf(TaskSchema) }),
      },
    },
    async ({ params, query }) => {
      const { kysely } = context.database;
      return listTasks(kysely, (await findRunKey(kysely, params.run)).id, query);
    },
  );
  server.post(
    "/runs/:run/tasks",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "reportTasks",
        tags,
        summary: "Report tasks of a run: again, late and in any order as it comes",
        params: RunParams,
        body: TaskReportsSchema,
        response: answers({ 200: TaskReportResultSchema }),
      },
    },
    async (request) => {
      const { body } = await writeOnce(context, request, async (writing) => {
        const run = await findRunKey(writing.transaction, request.params.run);
        const result = await reportTasks(writing, run, request.body.tasks);
        if (result.added + result.changed > 0) {
          writing.record({ action: "run.report tasks", subject: { kind: "run", id: run.id }, new: result });
        }
        return { status: 200, body: result };
      });
      return body;
    },
  );
  server.get(
    "/runs/:run/tasks/:number",
    {
      config: { access: "read" },
      schema: {
        operationId: "getTask",
        tags,
        summary: "One task, with all that was reported of it",
        params: Type.Composite([
          RunParams,
          Type.Object({ number: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1, description: "Its task_id." }) }),
        ]),
        response: answers({ 200: TaskWithTraceSchema }),
      },
    },
    async ({ params }) => {
      const { kysely } = context.database;
      return findTask(kysely, await findRunKey(kysely, params.run), params.number);
    },
  );
}
