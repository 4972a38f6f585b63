import { Type } from "@sinclair/typebox";
import type { ServerContext } from "../context.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { changeRun } from "./change-run.ts";
import { createRun } from "./create-run.ts";
import { listRuns, RunListQuerySchema } from "./list-runs.ts";
import { findRun } from "./queries.ts";
import { recordTools } from "./record-tools.ts";
import { NewRunSchema, RunChangeSchema, RunSchema } from "./schema.ts";
import { RunToolsSchema } from "./tools-schema.ts";

/** Path parameter of a run, by its id or its name. */
export const RunParams = Type.Object({
  run: Type.String({ minLength: 1, maxLength: 200, description: "Id or name." }),
});

/** Runs: executions of a pipeline on samples. */
export function addRunRoutes(server: Server, context: ServerContext): void {
  const tags = ["runs"];
  server.post(
    "/runs",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "createRun",
        tags,
        summary: "Add a run; the same run sent again gets the first answer",
        body: NewRunSchema,
        response: answers({ 200: RunSchema, 201: RunSchema }),
      },
    },
    async (request, reply) => {
      const { status, body } = await writeOnce(context, request, (writing) => createRun(writing, request.body));
      return reply.code(status as 200 | 201).send(body);
    },
  );
  server.get(
    "/runs",
    {
      config: { access: "read" },
      schema: {
        operationId: "listRuns",
        tags,
        summary: "Runs by time",
        querystring: RunListQuerySchema,
        response: answers({ 200: pageOf(RunSchema) }),
      },
    },
    ({ query }) => listRuns(context.database.kysely, query),
  );
  server.get(
    "/runs/:run",
    {
      config: { access: "read" },
      schema: {
        operationId: "getRun",
        tags,
        summary: "One run",
        params: RunParams,
        response: answers({ 200: RunSchema }),
      },
    },
    ({ params }) => findRun(context.database.kysely, params.run),
  );
  server.patch(
    "/runs/:run",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "changeRun",
        tags,
        summary: "Take a run to its next status",
        params: RunParams,
        body: RunChangeSchema,
        response: answers({ 200: RunSchema }),
      },
    },
    async (request, reply) => {
      const { body } = await writeOnce(context, request, (writing) =>
        changeRun(writing, request.params.run, request.body),
      );
      return reply.send(body);
    },
  );
  server.put(
    "/runs/:run/tools",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "recordRunTools",
        tags,
        summary: "Record which programs a run was carried out with, and which stood in for others: once",
        description:
          "What `versions.json` and `substitutions.json` of a pipeline hold. The same again changes nothing; others than " +
          "those that are recorded are a conflict.",
        params: RunParams,
        body: RunToolsSchema,
        response: answers({ 200: RunSchema }),
      },
    },
    async (request) => {
      const { body } = await writeOnce(context, request, (writing) =>
        recordTools(writing, request.params.run, request.body),
      );
      return body;
    },
  );
}
