import { Type } from "@sinclair/typebox";
import type { ServerContext } from "../context.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { listVerdicts, VerdictListQuerySchema } from "./list-verdicts.ts";
import { findVerdict } from "./queries.ts";
import { VerdictRecordSchema, VerdictSchema } from "./schema.ts";

/** Verdicts: what was concluded, from what, by which version of everything. */
export function addVerdictRoutes(server: Server, context: ServerContext): void {
  const tags = ["verdicts"];
  server.get(
    "/verdicts",
    {
      config: { access: "read" },
      schema: {
        operationId: "listVerdicts",
        tags,
        summary: "Verdicts in force, the latest first",
        querystring: VerdictListQuerySchema,
        response: answers({ 200: pageOf(VerdictSchema) }),
      },
    },
    ({ query }) => listVerdicts(context.database.kysely, query),
  );
  server.get(
    "/verdicts/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getVerdict",
        tags,
        summary: "One verdict with those that it replaced and that replaced it",
        params: Type.Object({ id: IdSchema }),
        response: answers({ 200: VerdictRecordSchema }),
      },
    },
    ({ params: { id } }) => findVerdict(context.database.kysely, id),
  );
}
