import { Type } from "@sinclair/typebox";
import type { ServerContext } from "../context.ts";
import { callerOf } from "../http/access-control.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf, pageQuery } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { changePrincipal } from "./change-principal.ts";
import { createPrincipal, preparePassword } from "./create-principal.ts";
import { findPrincipal, listPrincipals } from "./queries.ts";
import { NewPrincipalSchema, PrincipalChangeSchema, PrincipalSchema } from "./schema.ts";

/** People and programs: who may sign in, and as what. */
export function addPrincipalRoutes(server: Server, context: ServerContext): void {
  const tags = ["principals"];
  const params = Type.Object({ id: IdSchema });
  server.get(
    "/principals",
    {
      config: { access: "read" },
      schema: {
        operationId: "listPrincipals",
        tags,
        summary: "People and programs, by name",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: answers({ 200: pageOf(PrincipalSchema) }),
      },
    },
    ({ query }) => listPrincipals(context.database.kysely, query),
  );
  server.post(
    "/principals",
    {
      config: { access: "admin" },
      schema: {
        operationId: "createPrincipal",
        tags,
        summary: "Add a person or a program",
        body: NewPrincipalSchema,
        response: answers({ 201: PrincipalSchema }),
      },
    },
    async (request, reply) => {
      const passwordHash = await preparePassword(request.body);
      const { status, body } = await writeOnce(context, request, (writing) =>
        createPrincipal(writing, request.body, passwordHash),
      );
      return reply.code(status as 201).send(body);
    },
  );
  server.get(
    "/principals/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getPrincipal",
        tags,
        summary: "One person or program",
        params,
        response: answers({ 200: PrincipalSchema }),
      },
    },
    ({ params: { id } }) => findPrincipal(context.database.kysely, id),
  );
  server.patch(
    "/principals/:id",
    {
      config: { access: "admin" },
      schema: {
        operationId: "changePrincipal",
        tags,
        summary: "Change roles, names or password, disable or enable",
        params,
        body: PrincipalChangeSchema,
        response: answers({ 200: PrincipalSchema }),
      },
    },
    async (request, reply) => {
      const passwordHash = await preparePassword(request.body);
      const { body } = await writeOnce(context, request, (writing) =>
        changePrincipal(writing, callerOf(request), request.params.id, request.body, passwordHash),
      );
      return reply.send(body);
    },
  );
}
