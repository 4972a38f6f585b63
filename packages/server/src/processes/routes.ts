import type { ServerContext } from "../context.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { findRunKey } from "../runs/queries.ts";
import { RunParams } from "../runs/routes.ts";
import { findProcessUsages } from "./find-process-usages.ts";
import { ProcessUsagesSchema } from "./schema.ts";

/** What each step of a run needed, and what it cost. */
export function addProcessRoutes(server: Server, { database, settings }: ServerContext): void {
  server.get(
    "/runs/:run/processes",
    {
      config: { access: "read" },
      schema: {
        operationId: "getRunProcesses",
        tags: ["tasks"],
        summary: "What each process of a run needed: tasks, time, processors, memory, and what it cost",
        params: RunParams,
        response: answers({ 200: ProcessUsagesSchema }),
      },
    },
    async ({ params }) => {
      const { kysely } = database;
      return findProcessUsages(kysely, (await findRunKey(kysely, params.run)).id, settings.resourcePrices);
    },
  );
}
