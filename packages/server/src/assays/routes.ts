import { Type } from "@sinclair/typebox";
import { authenticateSigner, SignatureRequestSchema } from "../access/sign.ts";
import type { ServerContext } from "../context.ts";
import { callerOf } from "../http/access-control.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { approveAssay } from "./approve-assay.ts";
import { createAssay } from "./create-assay.ts";
import { AssayListQuerySchema, listAssays } from "./list-assays.ts";
import { findAssay } from "./queries.ts";
import { retireAssay } from "./retire-assay.ts";
import { AssayRecordSchema, AssaySummarySchema, NewAssaySchema, RetirementSchema } from "./schema.ts";

/** Assays: what is watched, and by which limits. */
export function addAssayRoutes(server: Server, context: ServerContext): void {
  const tags = ["assays"];
  const params = Type.Object({ id: IdSchema });
  server.post(
    "/assays",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "createAssay",
        tags,
        summary: "Add an assay definition as a draft; the same one sent again gets the first answer",
        body: NewAssaySchema,
        response: answers({ 200: AssayRecordSchema, 201: AssayRecordSchema }),
      },
    },
    async (request, reply) => {
      const { status, body } = await writeOnce(context, request, (writing, caller) =>
        createAssay(writing, caller, request.body),
      );
      return reply.code(status as 200 | 201).send(body);
    },
  );
  server.get(
    "/assays",
    {
      config: { access: "read" },
      schema: {
        operationId: "listAssays",
        tags,
        summary: "Assays by name and version",
        querystring: AssayListQuerySchema,
        response: answers({ 200: pageOf(AssaySummarySchema) }),
      },
    },
    ({ query }) => listAssays(context.database.kysely, query),
  );
  server.get(
    "/assays/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getAssay",
        tags,
        summary: "One assay with its definition, and what keeps a draft from being approved",
        params,
        response: answers({ 200: AssayRecordSchema }),
      },
    },
    ({ params: { id } }) => findAssay(context.database.kysely, id),
  );
  server.post(
    "/assays/:id/approve",
    {
      config: { access: "sign" },
      schema: {
        operationId: "approveAssay",
        tags,
        summary: "Sign a draft: it comes into force with its thresholds, the version before is retired",
        params,
        body: SignatureRequestSchema,
        response: answers({ 200: AssayRecordSchema }),
      },
    },
    async (request, reply) => {
      const signer = await authenticateSigner(context, callerOf(request), request.body);
      const { body } = await writeOnce(context, request, (writing) => approveAssay(writing, signer, request.params.id));
      return reply.send(body);
    },
  );
  server.post(
    "/assays/:id/retire",
    {
      config: { access: "review" },
      schema: {
        operationId: "retireAssay",
        tags,
        summary: "End the use of an assay",
        params,
        body: RetirementSchema,
        response: answers({ 200: AssayRecordSchema }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { reason } = request.body;
      const { body } = await writeOnce(context, request, (writing) => retireAssay(writing, id, reason));
      return reply.send(body);
    },
  );
}
