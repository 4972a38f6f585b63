import { Type } from "@sinclair/typebox";
import { authenticateSigner, SignatureRequestSchema } from "../access/sign.ts";
import { RetirementSchema } from "../assays/schema.ts";
import type { ServerContext } from "../context.ts";
import { callerOf } from "../http/access-control.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { approveThreshold } from "./approve-threshold.ts";
import { createThreshold } from "./create-threshold.ts";
import { listThresholds, ThresholdListQuerySchema } from "./list-thresholds.ts";
import { findThreshold } from "./queries.ts";
import { retireThreshold } from "./retire-threshold.ts";
import { NewThresholdSchema, ThresholdRecordSchema, ThresholdSchema } from "./schema.ts";

/** Thresholds: the least score that is acceptable, by assay. */
export function addThresholdRoutes(server: Server, context: ServerContext): void {
  const tags = ["thresholds"];
  const params = Type.Object({ id: IdSchema });
  server.post(
    "/thresholds",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "createThreshold",
        tags,
        summary: "Add a threshold as a draft; the same one sent again gets the first answer",
        body: NewThresholdSchema,
        response: answers({ 200: ThresholdRecordSchema, 201: ThresholdRecordSchema }),
      },
    },
    async (request, reply) => {
      const { status, body } = await writeOnce(context, request, (writing, caller) =>
        createThreshold(writing, caller, request.body),
      );
      return reply.code(status as 200 | 201).send(body);
    },
  );
  server.get(
    "/thresholds",
    {
      config: { access: "read" },
      schema: {
        operationId: "listThresholds",
        tags,
        summary: "Thresholds by assay and by what they judge",
        querystring: ThresholdListQuerySchema,
        response: answers({ 200: pageOf(ThresholdSchema) }),
      },
    },
    ({ query }) => listThresholds(context.database.kysely, query),
  );
  server.get(
    "/thresholds/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getThreshold",
        tags,
        summary: "One threshold with the signature under it",
        params,
        response: answers({ 200: ThresholdRecordSchema }),
      },
    },
    ({ params: { id } }) => findThreshold(context.database.kysely, id),
  );
  server.post(
    "/thresholds/:id/approve",
    {
      config: { access: "sign" },
      schema: {
        operationId: "approveThreshold",
        tags,
        summary: "Sign a draft: it comes into force, the one before is retired",
        params,
        body: SignatureRequestSchema,
        response: answers({ 200: ThresholdRecordSchema }),
      },
    },
    async (request, reply) => {
      const signer = await authenticateSigner(context, callerOf(request), request.body);
      const { body } = await writeOnce(context, request, (writing) =>
        approveThreshold(writing, signer, request.params.id),
      );
      return reply.send(body);
    },
  );
  server.post(
    "/thresholds/:id/retire",
    {
      config: { access: "review" },
      schema: {
        operationId: "retireThreshold",
        tags,
        summary: "End the use of a threshold",
        params,
        body: RetirementSchema,
        response: answers({ 200: ThresholdRecordSchema }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { reason } = request.body;
      const { body } = await writeOnce(context, request, (writing) => retireThreshold(writing, id, reason));
      return reply.send(body);
    },
  );
}
