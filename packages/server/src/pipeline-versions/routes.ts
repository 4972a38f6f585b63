import type { ServerContext } from "../context.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import {
  listPipelineVersions,
  PipelineVersionListQuerySchema,
  PipelineVersionSchema,
} from "./list-pipeline-versions.ts";

/** Versions of pipelines; a run that names a new one adds it. */
export function addPipelineVersionRoutes(server: Server, context: ServerContext): void {
  server.get(
    "/pipeline-versions",
    {
      config: { access: "read" },
      schema: {
        operationId: "listPipelineVersions",
        tags: ["pipeline versions"],
        summary: "Pipeline versions, those seen last first",
        querystring: PipelineVersionListQuerySchema,
        response: answers({ 200: pageOf(PipelineVersionSchema) }),
      },
    },
    ({ query }) => listPipelineVersions(context.database.kysely, query),
  );
}
