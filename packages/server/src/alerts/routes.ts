import { Type } from "@sinclair/typebox";
import type { FastifyRequest } from "fastify";
import type { Caller } from "../access/caller.ts";
import type { ServerContext } from "../context.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import type { Writing } from "../writing/perform.ts";
import { writeOnce } from "../writing/write-once.ts";
import { assignAlert } from "./assign-alert.ts";
import { changeStoredAlert } from "./change-stored-alert.ts";
import { AlertListQuerySchema, listAlerts } from "./list-alerts.ts";
import { alertHistory, findAlertDetail, findAlertSummary } from "./queries.ts";
import {
  AlertDetailSchema,
  AlertHistorySchema,
  AlertSchema,
  type AlertSummary,
  AssignmentSchema,
  ResolutionSchema,
} from "./schema.ts";

const tags = ["alerts"];
const params = Type.Object({ id: IdSchema });

/** Alerts: causes that somebody has to look into. */
export function addAlertRoutes(server: Server, context: ServerContext): void {
  addReading(server, context);
  addMoves(server, context);
}

function addReading(server: Server, context: ServerContext): void {
  server.get(
    "/alerts",
    {
      config: { access: "read" },
      schema: {
        operationId: "listAlerts",
        tags,
        summary: "Alerts, those opened last first",
        querystring: AlertListQuerySchema,
        response: answers({ 200: pageOf(AlertSchema) }),
      },
    },
    ({ query }) => listAlerts(context.database.kysely, query),
  );
  server.get(
    "/alerts/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getAlert",
        tags,
        summary: "One alert, with every time that its cause was found and all that was done",
        params,
        response: answers({ 200: AlertDetailSchema }),
      },
    },
    ({ params: { id } }) => findAlertDetail(context.database.kysely, id),
  );
  server.get(
    "/alerts/:id/history",
    {
      config: { access: "read" },
      schema: {
        operationId: "getAlertHistory",
        tags,
        summary: "What was done about an alert and who was to look into it, oldest first; always one page",
        params,
        response: answers({ 200: pageOf(AlertHistorySchema) }),
      },
    },
    async ({ params: { id } }) => ({ items: await alertHistory(context.database.kysely, id), next: null }),
  );
}

function addMoves(server: Server, context: ServerContext): void {
  server.patch(
    "/alerts/:id/acknowledge",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "acknowledgeAlert",
        tags,
        summary: "Say that somebody is looking into an open alert",
        params,
        response: answers({ 200: AlertSchema }),
      },
    },
    (request) => {
      const { id } = request.params;
      return move(context, request, id, (writing, caller) =>
        changeStoredAlert(writing, caller, id, { type: "acknowledge" }),
      );
    },
  );
  server.patch(
    "/alerts/:id/resolve",
    {
      config: { access: "review" },
      schema: {
        operationId: "resolveAlert",
        tags,
        summary: "Close an acknowledged alert, with the reason",
        params,
        body: ResolutionSchema,
        response: answers({ 200: AlertSchema }),
      },
    },
    (request) => {
      const { id } = request.params;
      const { reason } = request.body;
      return move(context, request, id, (writing, caller) =>
        changeStoredAlert(writing, caller, id, { type: "resolve", reason }),
      );
    },
  );
  server.patch(
    "/alerts/:id/assign",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "assignAlert",
        tags,
        summary: "Give an alert to a person to look into, or take it back",
        params,
        body: AssignmentSchema,
        response: answers({ 200: AlertSchema }),
      },
    },
    (request) => {
      const { id } = request.params;
      return move(context, request, id, (writing, caller) => assignAlert(writing, caller, id, request.body.assignedTo));
    },
  );
}

async function move(
  context: ServerContext,
  request: FastifyRequest,
  id: string,
  work: (writing: Writing, caller: Caller) => Promise<void>,
): Promise<AlertSummary> {
  const { body } = await writeOnce<AlertSummary>(context, request, async (writing, caller) => {
    await work(writing, caller);
    return { status: 200, body: await findAlertSummary(writing.transaction, id) };
  });
  return body;
}
