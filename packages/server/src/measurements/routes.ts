import { Type } from "@sinclair/typebox";
import { authenticateSigner } from "../access/sign.ts";
import type { ServerContext } from "../context.ts";
import { callerOf } from "../http/access-control.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { addMeasurements } from "./add-measurements.ts";
import { listMeasurements, MeasurementListQuerySchema } from "./list-measurements.ts";
import { excludeMeasurement, withdrawExclusion } from "./measurement-exclusion.ts";
import {
  MeasuredRunSchema,
  MeasurementExclusionSchema,
  MeasurementSchema,
  NewExclusionSchema,
  NewMeasurementsSchema,
} from "./schema.ts";

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
  addExclusionRoutes(server, context);
}

function addExclusionRoutes(server: Server, context: ServerContext): void {
  const tags = ["measurements"];
  const params = Type.Object({ id: IdSchema });
  server.post(
    "/measurements/:id/exclusion",
    {
      config: { access: "sign" },
      schema: {
        operationId: "excludeMeasurement",
        tags,
        summary: "Sign that a measurement stays out of later baselines, and why; verdicts stay as they are",
        params,
        body: NewExclusionSchema,
        response: answers({ 201: MeasurementExclusionSchema }),
      },
    },
    async (request, reply) => {
      const signer = await authenticateSigner(context, callerOf(request), request.body.signature);
      const { body } = await writeOnce(context, request, (writing) =>
        excludeMeasurement(writing, signer, request.params.id, request.body.reason),
      );
      return reply.code(201).send(body);
    },
  );
  server.post(
    "/measurements/:id/exclusion/withdraw",
    {
      config: { access: "sign" },
      schema: {
        operationId: "withdrawMeasurementExclusion",
        tags,
        summary: "Sign that a measurement is excluded no longer, and why",
        params,
        body: NewExclusionSchema,
        response: answers({ 200: MeasurementExclusionSchema }),
      },
    },
    async (request, reply) => {
      const signer = await authenticateSigner(context, callerOf(request), request.body.signature);
      const { body } = await writeOnce(context, request, (writing) =>
        withdrawExclusion(writing, signer, request.params.id, request.body.reason),
      );
      return reply.send(body);
    },
  );
}
