import { Type } from "@sinclair/typebox";
import type { ServerContext } from "../context.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { changeMaterial } from "./change-material.ts";
import { createMaterial } from "./create-material.ts";
import { listMaterials, MaterialListQuerySchema } from "./list-materials.ts";
import { findMaterial } from "./queries.ts";
import { MaterialChangeSchema, MaterialSchema, NewMaterialSchema } from "./schema.ts";

/** Materials: reference samples with known truth, controls, and samples that replicates are made of. */
export function addMaterialRoutes(server: Server, context: ServerContext): void {
  const tags = ["materials"];
  const params = Type.Object({ id: IdSchema });
  server.post(
    "/materials",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "createMaterial",
        tags,
        summary: "Add a material; the same one sent again gets the first answer",
        body: NewMaterialSchema,
        response: answers({ 200: MaterialSchema, 201: MaterialSchema }),
      },
    },
    async (request, reply) => {
      const { status, body } = await writeOnce(context, request, (writing) => createMaterial(writing, request.body));
      return reply.code(status as 200 | 201).send(body);
    },
  );
  server.get(
    "/materials",
    {
      config: { access: "read" },
      schema: {
        operationId: "listMaterials",
        tags,
        summary: "Materials by name",
        querystring: MaterialListQuerySchema,
        response: answers({ 200: pageOf(MaterialSchema) }),
      },
    },
    ({ query }) => listMaterials(context.database.kysely, query),
  );
  server.get(
    "/materials/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getMaterial",
        tags,
        summary: "One material",
        params,
        response: answers({ 200: MaterialSchema }),
      },
    },
    ({ params: { id } }) => findMaterial(context.database.kysely, id),
  );
  server.patch(
    "/materials/:id",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "changeMaterial",
        tags,
        summary: "Change what is known of a material, or retire it",
        params,
        body: MaterialChangeSchema,
        response: answers({ 200: MaterialSchema }),
      },
    },
    async (request, reply) => {
      const { body } = await writeOnce(context, request, (writing) =>
        changeMaterial(writing, request.params.id, request.body),
      );
      return reply.send(body);
    },
  );
}
