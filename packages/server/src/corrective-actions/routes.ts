import { Type } from "@sinclair/typebox";
import type { ServerContext } from "../context.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { changeCorrectiveAction } from "./change-corrective-action.ts";
import { CorrectiveActionListQuerySchema, listCorrectiveActions } from "./list-corrective-actions.ts";
import { planCorrectiveAction } from "./plan-corrective-action.ts";
import { findCorrectiveAction } from "./queries.ts";
import { CorrectiveActionChangeSchema, CorrectiveActionSchema, NewCorrectiveActionSchema } from "./schema.ts";

/** Corrective and preventive actions (CAPA): what is done about non-conformances. */
export function addCorrectiveActionRoutes(server: Server, context: ServerContext): void {
  const tags = ["corrective actions"];
  const params = Type.Object({ id: IdSchema });
  server.post(
    "/non-conformances/:id/corrective-actions",
    {
      config: { access: "review" },
      schema: {
        operationId: "planCorrectiveAction",
        tags,
        summary: "Plan what is done about a non-conformance",
        params,
        body: NewCorrectiveActionSchema,
        response: answers({ 201: CorrectiveActionSchema }),
      },
    },
    async (request, reply) => {
      const { body } = await writeOnce(context, request, (writing) =>
        planCorrectiveAction(writing, request.params.id, request.body),
      );
      return reply.code(201).send(body);
    },
  );
  server.get(
    "/corrective-actions",
    {
      config: { access: "read" },
      schema: {
        operationId: "listCorrectiveActions",
        tags,
        summary: "Corrective actions, those planned last first",
        querystring: CorrectiveActionListQuerySchema,
        response: answers({ 200: pageOf(CorrectiveActionSchema) }),
      },
    },
    ({ query }) => listCorrectiveActions(context.database.kysely, query),
  );
  server.get(
    "/corrective-actions/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getCorrectiveAction",
        tags,
        summary: "One corrective action",
        params,
        response: answers({ 200: CorrectiveActionSchema }),
      },
    },
    ({ params: { id } }) => findCorrectiveAction(context.database.kysely, id),
  );
  server.patch(
    "/corrective-actions/:id",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "changeCorrectiveAction",
        tags,
        summary: "Plan it otherwise, or say that it is done, verified by somebody else, not enough or abandoned",
        params,
        body: CorrectiveActionChangeSchema,
        response: answers({ 200: CorrectiveActionSchema }),
      },
    },
    async (request, reply) => {
      const { body } = await writeOnce(context, request, (writing, caller) =>
        changeCorrectiveAction(writing, caller, request.params.id, request.body),
      );
      return reply.send(body);
    },
  );
}
