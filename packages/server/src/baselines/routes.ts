import { Type } from "@sinclair/typebox";
import { authenticateSigner, SignatureRequestSchema } from "../access/sign.ts";
import type { ServerContext } from "../context.ts";
import { callerOf } from "../http/access-control.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { approveBaseline } from "./approve-baseline.ts";
import { createBaseline } from "./create-baseline.ts";
import { BaselineListQuerySchema, listBaselines } from "./list-baselines.ts";
import { findBaseline } from "./queries.ts";
import { retireBaseline } from "./retire-baseline.ts";
import { BaselineRecordSchema, BaselineSummarySchema, NewBaselineSchema } from "./schema.ts";
import { loadBaseline } from "./stored-baseline.ts";

/** Baselines: the frozen measurements that limits come from. */
export function addBaselineRoutes(server: Server, context: ServerContext): void {
  const tags = ["baselines"];
  const params = Type.Object({ id: IdSchema });
  server.post(
    "/baselines",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "createBaseline",
        tags,
        summary:
          "Add a baseline as a draft, of a document or of stored measurements; the same content gets the first answer",
        body: NewBaselineSchema,
        response: answers({ 200: BaselineRecordSchema, 201: BaselineRecordSchema }),
      },
    },
    async (request, reply) => {
      const { status, body } = await writeOnce(context, request, (writing, caller) =>
        createBaseline(writing, caller, request.body, context.settings.touchstone),
      );
      return reply.code(status as 200 | 201).send(body);
    },
  );
  server.get(
    "/baselines",
    {
      config: { access: "read" },
      schema: {
        operationId: "listBaselines",
        tags,
        summary: "Baselines by name and version",
        querystring: BaselineListQuerySchema,
        response: answers({ 200: pageOf(BaselineSummarySchema) }),
      },
    },
    ({ query }) => listBaselines(context.database.kysely, query),
  );
  server.get(
    "/baselines/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getBaseline",
        tags,
        summary: "One baseline with the limits of its series and the signatures under it",
        params,
        response: answers({ 200: BaselineRecordSchema }),
      },
    },
    ({ params: { id } }) => findBaseline(context.database.kysely, id),
  );
  server.get(
    "/baselines/:id/document",
    {
      config: { access: "read" },
      schema: {
        operationId: "getBaselineDocument",
        tags,
        summary: "The baseline as a file that `touchstone monitor` takes, with every point and signature",
        params,
        response: answers({ 200: Type.Unknown() }),
      },
    },
    async ({ params: { id } }) => {
      await findBaseline(context.database.kysely, id);
      return loadBaseline(context.database.kysely, id);
    },
  );
  server.post(
    "/baselines/:id/approve",
    {
      config: { access: "sign" },
      schema: {
        operationId: "approveBaseline",
        tags,
        summary:
          "Sign a baseline and its exclusions; enough signatures put it in force for what is measured from then on",
        params,
        body: SignatureRequestSchema,
        response: answers({ 200: BaselineRecordSchema }),
      },
    },
    async (request, reply) => {
      const signer = await authenticateSigner(context, callerOf(request), request.body);
      const { body } = await writeOnce(context, request, (writing) =>
        approveBaseline(writing, signer, request.params.id),
      );
      return reply.send(body);
    },
  );
  server.post(
    "/baselines/:id/retire",
    {
      config: { access: "sign" },
      schema: {
        operationId: "retireBaseline",
        tags,
        summary: "Sign that a baseline judges no more; verdicts that it gave stay",
        params,
        body: SignatureRequestSchema,
        response: answers({ 200: BaselineRecordSchema }),
      },
    },
    async (request, reply) => {
      const signer = await authenticateSigner(context, callerOf(request), request.body);
      const { body } = await writeOnce(context, request, (writing) =>
        retireBaseline(writing, signer, request.params.id),
      );
      return reply.send(body);
    },
  );
}
