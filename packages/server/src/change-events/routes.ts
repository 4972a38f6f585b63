import { Type } from "@sinclair/typebox";
import type { ServerContext } from "../context.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { ChangeEventListQuerySchema, listChangeEvents } from "./list-change-events.ts";
import { findChangeEvent } from "./queries.ts";
import { recordChangeEvent } from "./record-change-event.ts";
import { ChangeEventSchema, NewChangeEventSchema } from "./schema.ts";

/** Change events: new lots and versions, service, corrective actions. */
export function addChangeEventRoutes(server: Server, context: ServerContext): void {
  const tags = ["change events"];
  server.post(
    "/change-events",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "recordChangeEvent",
        tags,
        summary: "Record what happened between runs; it stays as it is recorded",
        body: NewChangeEventSchema,
        response: answers({ 201: ChangeEventSchema }),
      },
    },
    async (request, reply) => {
      const { body } = await writeOnce(context, request, async (writing, caller) => {
        return { status: 201, body: await recordChangeEvent(writing, caller, request.body, "/body") };
      });
      return reply.code(201).send(body);
    },
  );
  server.get(
    "/change-events",
    {
      config: { access: "read" },
      schema: {
        operationId: "listChangeEvents",
        tags,
        summary: "Change events, the last first",
        querystring: ChangeEventListQuerySchema,
        response: answers({ 200: pageOf(ChangeEventSchema) }),
      },
    },
    ({ query }) => listChangeEvents(context.database.kysely, query),
  );
  server.get(
    "/change-events/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getChangeEvent",
        tags,
        summary: "One change event",
        params: Type.Object({ id: IdSchema }),
        response: answers({ 200: ChangeEventSchema }),
      },
    },
    ({ params: { id } }) => findChangeEvent(context.database.kysely, id),
  );
}
