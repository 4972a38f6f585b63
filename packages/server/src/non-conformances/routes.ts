import { Type } from "@sinclair/typebox";
import { authenticateSigner } from "../access/sign.ts";
import type { ServerContext } from "../context.ts";
import { callerOf } from "../http/access-control.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { changeNonConformance } from "./change-non-conformance.ts";
import { closeNonConformance } from "./close-non-conformance.ts";
import { listNonConformances, NonConformanceListQuerySchema } from "./list-non-conformances.ts";
import { openNonConformance } from "./open-non-conformance.ts";
import { findNonConformance } from "./queries.ts";
import {
  ClosingSchema,
  NewNonConformanceSchema,
  NonConformanceChangeSchema,
  NonConformanceDetailSchema,
  NonConformanceSchema,
} from "./schema.ts";

const tags = ["non-conformances"];
const params = Type.Object({ id: IdSchema });

/** Non-conformances: what went wrong, why, and what was done about it. */
export function addNonConformanceRoutes(server: Server, context: ServerContext): void {
  addReading(server, context);
  addWriting(server, context);
}

function addReading(server: Server, context: ServerContext): void {
  server.get(
    "/non-conformances",
    {
      config: { access: "read" },
      schema: {
        operationId: "listNonConformances",
        tags,
        summary: "Non-conformances, those opened last first",
        querystring: NonConformanceListQuerySchema,
        response: answers({ 200: pageOf(NonConformanceSchema) }),
      },
    },
    ({ query }) => listNonConformances(context.database.kysely, query),
  );
  server.get(
    "/non-conformances/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getNonConformance",
        tags,
        summary: "One non-conformance, with its alerts and corrective actions",
        params,
        response: answers({ 200: NonConformanceDetailSchema }),
      },
    },
    ({ params: { id } }) => findNonConformance(context.database.kysely, id),
  );
}

function addWriting(server: Server, context: ServerContext): void {
  server.post(
    "/non-conformances",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "openNonConformance",
        tags,
        summary: "Say that something did not go as it has to",
        body: NewNonConformanceSchema,
        response: answers({ 201: NonConformanceDetailSchema }),
      },
    },
    async (request, reply) => {
      const { body } = await writeOnce(context, request, (writing, caller) =>
        openNonConformance(writing, caller, request.body),
      );
      return reply.code(201).send(body);
    },
  );
  server.patch(
    "/non-conformances/:id",
    {
      config: { access: "review" },
      schema: {
        operationId: "changeNonConformance",
        tags,
        summary: "Change one that is open, or link alerts to it",
        params,
        body: NonConformanceChangeSchema,
        response: answers({ 200: NonConformanceDetailSchema }),
      },
    },
    async (request, reply) => {
      const { body } = await writeOnce(context, request, (writing) =>
        changeNonConformance(writing, request.params.id, request.body),
      );
      return reply.send(body);
    },
  );
  server.post(
    "/non-conformances/:id/close",
    {
      config: { access: "sign" },
      schema: {
        operationId: "closeNonConformance",
        tags,
        summary: "Close one with its root cause and a signature, when nothing is left to do",
        params,
        body: ClosingSchema,
        response: answers({ 200: NonConformanceDetailSchema }),
      },
    },
    async (request, reply) => {
      const signer = await authenticateSigner(context, callerOf(request), request.body.signature);
      const { body } = await writeOnce(context, request, (writing) =>
        closeNonConformance(writing, signer, request.params.id, request.body.rootCause),
      );
      return reply.send(body);
    },
  );
}
