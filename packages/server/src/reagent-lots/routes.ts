import { Type } from "@sinclair/typebox";
import type { ServerContext } from "../context.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { changeReagentLot } from "./change-reagent-lot.ts";
import { createReagentLot } from "./create-reagent-lot.ts";
import { listReagentLots, ReagentLotListQuerySchema } from "./list-reagent-lots.ts";
import { findReagentLot } from "./queries.ts";
import { NewReagentLotSchema, ReagentLotChangeSchema, ReagentLotSchema } from "./schema.ts";

/** Reagent lots: what runs are made with. */
export function addReagentLotRoutes(server: Server, context: ServerContext): void {
  const tags = ["reagent lots"];
  const params = Type.Object({ id: IdSchema });
  server.post(
    "/reagent-lots",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "createReagentLot",
        tags,
        summary: "Add a reagent lot; the same one sent again gets the first answer",
        body: NewReagentLotSchema,
        response: answers({ 200: ReagentLotSchema, 201: ReagentLotSchema }),
      },
    },
    async (request, reply) => {
      const { status, body } = await writeOnce(context, request, (writing) => createReagentLot(writing, request.body));
      return reply.code(status as 200 | 201).send(body);
    },
  );
  server.get(
    "/reagent-lots",
    {
      config: { access: "read" },
      schema: {
        operationId: "listReagentLots",
        tags,
        summary: "Reagent lots by reagent and lot",
        querystring: ReagentLotListQuerySchema,
        response: answers({ 200: pageOf(ReagentLotSchema) }),
      },
    },
    ({ query }) => listReagentLots(context.database.kysely, query),
  );
  server.get(
    "/reagent-lots/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getReagentLot",
        tags,
        summary: "One reagent lot",
        params,
        response: answers({ 200: ReagentLotSchema }),
      },
    },
    ({ params: { id } }) => findReagentLot(context.database.kysely, id),
  );
  server.patch(
    "/reagent-lots/:id",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "changeReagentLot",
        tags,
        summary: "Change what is known of a reagent lot, or retire it",
        params,
        body: ReagentLotChangeSchema,
        response: answers({ 200: ReagentLotSchema }),
      },
    },
    async (request, reply) => {
      const { body } = await writeOnce(context, request, (writing) =>
        changeReagentLot(writing, request.params.id, request.body),
      );
      return reply.send(body);
    },
  );
}
