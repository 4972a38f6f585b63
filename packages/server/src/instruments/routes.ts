import { Type } from "@sinclair/typebox";
import type { ServerContext } from "../context.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { changeInstrument } from "./change-instrument.ts";
import { createInstrument } from "./create-instrument.ts";
import { InstrumentListQuerySchema, listInstruments } from "./list-instruments.ts";
import { findInstrument } from "./queries.ts";
import { InstrumentChangeSchema, InstrumentSchema, NewInstrumentSchema } from "./schema.ts";

/** Instruments: what runs are made on. */
export function addInstrumentRoutes(server: Server, context: ServerContext): void {
  const tags = ["instruments"];
  const params = Type.Object({ id: IdSchema });
  server.post(
    "/instruments",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "createInstrument",
        tags,
        summary: "Add an instrument; the same one sent again gets the first answer",
        body: NewInstrumentSchema,
        response: answers({ 200: InstrumentSchema, 201: InstrumentSchema }),
      },
    },
    async (request, reply) => {
      const { status, body } = await writeOnce(context, request, (writing) => createInstrument(writing, request.body));
      return reply.code(status as 200 | 201).send(body);
    },
  );
  server.get(
    "/instruments",
    {
      config: { access: "read" },
      schema: {
        operationId: "listInstruments",
        tags,
        summary: "Instruments by name",
        querystring: InstrumentListQuerySchema,
        response: answers({ 200: pageOf(InstrumentSchema) }),
      },
    },
    ({ query }) => listInstruments(context.database.kysely, query),
  );
  server.get(
    "/instruments/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getInstrument",
        tags,
        summary: "One instrument",
        params,
        response: answers({ 200: InstrumentSchema }),
      },
    },
    ({ params: { id } }) => findInstrument(context.database.kysely, id),
  );
  server.patch(
    "/instruments/:id",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "changeInstrument",
        tags,
        summary: "Change what is known of an instrument, or retire it",
        params,
        body: InstrumentChangeSchema,
        response: answers({ 200: InstrumentSchema }),
      },
    },
    async (request, reply) => {
      const { body } = await writeOnce(context, request, (writing) =>
        changeInstrument(writing, request.params.id, request.body),
      );
      return reply.send(body);
    },
  );
}
