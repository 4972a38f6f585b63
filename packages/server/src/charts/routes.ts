import type { ServerContext } from "../context.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { leveyJennings } from "./levey-jennings.ts";
import { ChartQuerySchema, ChartSchema } from "./schema.ts";

/** Data of charts, in one call each. */
export function addChartRoutes(server: Server, context: ServerContext): void {
  server.get(
    "/charts/levey-jennings",
    {
      config: { access: "read" },
      schema: {
        operationId: "getLeveyJenningsChart",
        tags: ["charts"],
        summary: "A series of control measurements with verdicts, limits, events and lots",
        querystring: ChartQuerySchema,
        response: answers({ 200: ChartSchema }),
      },
    },
    ({ query }) => leveyJennings(context.database.kysely, query),
  );
}
