import { Type } from "@sinclair/typebox";
import { RetirementSchema } from "../assays/schema.ts";
import type { ServerContext } from "../context.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { createTruthSet } from "./create-truth-set.ts";
import { listTruthSets, TruthSetListQuerySchema } from "./list-truth-sets.ts";
import { findTruthSet } from "./queries.ts";
import { retireTruthSet } from "./retire-truth-set.ts";
import { NewTruthSetSchema, TruthSetSchema } from "./schema.ts";

/** Truth sets: what is known of a reference sample, by the hashes of its files. */
export function addTruthSetRoutes(server: Server, context: ServerContext): void {
  const tags = ["truth sets"];
  const params = Type.Object({ id: IdSchema });
  server.post(
    "/truth-sets",
    {
      config: { access: "review" },
      schema: {
        operationId: "createTruthSet",
        tags,
        summary: "Add a truth set; the same one sent again gets the first answer",
        body: NewTruthSetSchema,
        response: answers({ 200: TruthSetSchema, 201: TruthSetSchema }),
      },
    },
    async (request, reply) => {
      const { status, body } = await writeOnce(context, request, (writing) => createTruthSet(writing, request.body));
      return reply.code(status as 200 | 201).send(body);
    },
  );
  server.get(
    "/truth-sets",
    {
      config: { access: "read" },
      schema: {
        operationId: "listTruthSets",
        tags,
        summary: "Truth sets by name and version",
        querystring: TruthSetListQuerySchema,
        response: answers({ 200: pageOf(TruthSetSchema) }),
      },
    },
    ({ query }) => listTruthSets(context.database.kysely, query),
  );
  server.get(
    "/truth-sets/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getTruthSet",
        tags,
        summary: "One truth set",
        params,
        response: answers({ 200: TruthSetSchema }),
      },
    },
    ({ params: { id } }) => findTruthSet(context.database.kysely, id),
  );
  server.post(
    "/truth-sets/:id/retire",
    {
      config: { access: "review" },
      schema: {
        operationId: "retireTruthSet",
        tags,
        summary: "End the use of a truth set",
        params,
        body: RetirementSchema,
        response: answers({ 200: TruthSetSchema }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { reason } = request.body;
      const { body } = await writeOnce(context, request, (writing) => retireTruthSet(writing, id, reason));
      return reply.send(body);
    },
  );
}
