import { Type } from "@sinclair/typebox";
import type { ServerContext } from "../context.ts";
import { callerOf } from "../http/access-control.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf, pageQuery } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { perform } from "../writing/perform.ts";
import { changeWebhook, createWebhook, disableWebhook } from "./change-webhook.ts";
import { findWebhook, listWebhooks } from "./queries.ts";
import { CreatedWebhookSchema, NewWebhookSchema, WebhookChangeSchema, WebhookSchema } from "./schema.ts";

const params = Type.Object({ id: IdSchema });

/** Webhooks: programs that are told what happens. */
export function addWebhookRoutes(server: Server, context: ServerContext): void {
  const tags = ["webhooks"];
  const config = { access: "admin" } as const;
  const { settings, database } = context;
  server.post(
    "/webhooks",
    {
      config,
      schema: {
        operationId: "createWebhook",
        tags,
        summary: "Add a webhook; the answer holds its secret, and no other ever will",
        body: NewWebhookSchema,
        response: answers({ 201: CreatedWebhookSchema }),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      // Not once by Idempotency-Key: the answer, which holds the secret, would be kept.
      const webhook = await perform(context, caller, (writing) =>
        createWebhook(writing, caller, settings, request.body),
      );
      return reply.code(201).send(webhook);
    },
  );
  server.get(
    "/webhooks",
    {
      config,
      schema: {
        operationId: "listWebhooks",
        tags,
        summary: "Webhooks, newest first",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: answers({ 200: pageOf(WebhookSchema) }),
      },
    },
    ({ query }) => listWebhooks(database.kysely, query),
  );
  server.get(
    "/webhooks/:id",
    {
      config,
      schema: {
        operationId: "getWebhook",
        tags,
        summary: "One webhook",
        params,
        response: answers({ 200: WebhookSchema }),
      },
    },
    (request) => findWebhook(database.kysely, request.params.id),
  );
  server.patch(
    "/webhooks/:id",
    {
      config,
      schema: {
        operationId: "changeWebhook",
        tags,
        summary: "Change a webhook, or enable or disable it",
        params,
        body: WebhookChangeSchema,
        response: answers({ 200: WebhookSchema }),
      },
    },
    (request) =>
      perform(context, callerOf(request), (writing) =>
        changeWebhook(writing, settings, request.params.id, request.body),
      ),
  );
  server.delete(
    "/webhooks/:id",
    {
      config,
      schema: {
        operationId: "disableWebhook",
        tags,
        summary: "Disable a webhook; what it was told stays on record",
        params,
        response: answers({ 200: WebhookSchema }),
      },
    },
    (request) =>
      perform(context, callerOf(request), (writing) =>
        disableWebhook(writing, request.params.id, `by ${writing.actor}`),
      ),
  );
}
