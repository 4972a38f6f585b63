import type { ServerContext } from "../context.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { addMeasurements } from "./add-measurements.ts";
import { listMeasurements, MeasurementListQuerySchema } from "./list-measurements.ts";
import { MeasuredRunSchema, MeasurementSchema, NewMeasurementsSchema } from "./schema.ts";

/** Control measurements, judged as they come in. */
export function addMeasurementRoutes(server: Server, context: ServerContext): void {
  const tags = ["measurements"];
  server.post(
    "/measurements",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "addMeasurements",
        tags,
        summary: "Add control measurements of a run and judge them; the same ones sent again change nothing",
        body: NewMeasurementsSchema,
        response: answers({ 200: MeasuredRunSchema, 201: MeasuredRunSchema }),
      },
    },
    async (request, reply) => {
      const { status, body } = await writeOnce(context, request, (writing) =>
        addMeasurements(writing, request.body, context.settings.touchstone),
      );
      return reply.code(status as 200 | 201).send(body);
    },
  );
  server.get(
    "/measurements",
    {
      config: { access: "read" },
      schema: {
        operationId: "listMeasurements",
        tags,
        summary: "Control measurements by time",
        querystring: MeasurementListQuerySchema,
        response: answers({ 200: pageOf(MeasurementSchema) }),
      },
    },
    ({ query }) => listMeasurements(context.database.kysely, query),
  );
}
