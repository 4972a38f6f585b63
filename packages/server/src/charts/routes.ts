import type { ServerContext } from "../context.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { ewmaCusum } from "./ewma-cusum.ts";
import { EwmaCusumQuerySchema, EwmaCusumSchema } from "./ewma-cusum-schema.ts";
import { leveyJennings } from "./levey-jennings.ts";
import { ControlSeriesQuerySchema, ControlSeriesSchema, listControlSeries } from "./list-control-series.ts";
import { ChartQuerySchema, ChartSchema } from "./schema.ts";
import { scoreChart } from "./score-chart.ts";
import { ScoreChartQuerySchema, ScoreChartSchema } from "./score-chart-schema.ts";

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
  server.get(
    "/charts/ewma-cusum",
    {
      config: { access: "read" },
      schema: {
        operationId: "getEwmaCusumChart",
        tags: ["charts"],
        summary: "EWMA and two-sided CUSUM of a series of control measurements, by the baselines that judged them",
        querystring: EwmaCusumQuerySchema,
        response: answers({ 200: EwmaCusumSchema }),
      },
    },
    ({ query }) => ewmaCusum(context.database.kysely, query),
  );
  server.get(
    "/charts/series",
    {
      config: { access: "read" },
      schema: {
        operationId: "listControlSeries",
        tags: ["charts"],
        summary: "The series that there are charts of, each with its latest measurement and verdict",
        querystring: ControlSeriesQuerySchema,
        response: answers({ 200: pageOf(ControlSeriesSchema) }),
      },
    },
    ({ query }) => listControlSeries(context.database.kysely, query),
  );
  server.get(
    "/charts/scores",
    {
      config: { access: "read" },
      schema: {
        operationId: "getScoreChart",
        tags: ["charts"],
        summary: "Recall, precision and F1 by run with verdicts, thresholds, events and the trend as it is judged",
        querystring: ScoreChartQuerySchema,
        response: answers({ 200: ScoreChartSchema }),
      },
    },
    ({ query }) => scoreChart(context.database.kysely, query),
  );
}
