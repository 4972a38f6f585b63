import type { ServerContext } from "../context.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { findRunKey } from "../runs/queries.ts";
import { RunParams } from "../runs/routes.ts";
import { findNextflowRun } from "./queries.ts";
import { NextflowRunSchema } from "./schema.ts";

/** What Nextflow reported of a run, as its own protocol (`tower-routes.ts`) brought it. */
export function addNextflowRoutes(server: Server, context: ServerContext): void {
  server.get(
    "/runs/:run/nextflow",
    {
      config: { access: "read" },
      schema: {
        operationId: "getNextflowRun",
        tags: ["nextflow"],
        summary: "What Nextflow reported of a run as a whole",
        params: RunParams,
        response: answers({ 200: NextflowRunSchema }),
      },
    },
    async ({ params }) => {
      const { kysely } = context.database;
      return findNextflowRun(kysely, await findRunKey(kysely, params.run));
    },
  );
}
