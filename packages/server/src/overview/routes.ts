import type { ServerContext } from "../context.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { findOverview } from "./find-overview.ts";
import { OverviewSchema } from "./schema.ts";

/** The overview: which assays are in control, what is open, what waits for a signature. */
export function addOverviewRoutes(server: Server, context: ServerContext): void {
  server.get(
    "/overview",
    {
      config: { access: "read" },
      schema: {
        operationId: "getOverview",
        tags: ["overview"],
        summary: "How every assay in force is, why, what is open about it and what waits for a signature",
        response: answers({ 200: OverviewSchema }),
      },
    },
    () => findOverview(context),
  );
}
