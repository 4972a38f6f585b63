import { Type } from "@sinclair/typebox";
import type { ServerContext } from "../context.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf, pageQuery } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { changeMailSubscription, createMailSubscription } from "./change-subscription.ts";
import { findMailSubscription, listMailSubscriptions } from "./queries.ts";
import { MailSubscriptionChangeSchema, MailSubscriptionSchema, NewMailSubscriptionSchema } from "./schema.ts";

const params = Type.Object({ id: IdSchema });

/** Subscriptions: people who are written to about alerts. */
export function addMailSubscriptionRoutes(server: Server, context: ServerContext): void {
  const tags = ["mail subscriptions"];
  const config = { access: "admin" } as const;
  const { settings, database } = context;
  server.post(
    "/mail-subscriptions",
    {
      config,
      schema: {
        operationId: "createMailSubscription",
        tags,
        summary: "Have somebody written to about alerts",
        body: NewMailSubscriptionSchema,
        response: answers({ 201: MailSubscriptionSchema }),
      },
    },
    async (request, reply) => {
      const { body } = await writeOnce(context, request, (writing, caller) =>
        createMailSubscription(writing, caller, settings, request.body),
      );
      return reply.code(201).send(body);
    },
  );
  server.get(
    "/mail-subscriptions",
    {
      config,
      schema: {
        operationId: "listMailSubscriptions",
        tags,
        summary: "Who is written to, newest first",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: answers({ 200: pageOf(MailSubscriptionSchema) }),
      },
    },
    ({ query }) => listMailSubscriptions(database.kysely, query),
  );
  server.get(
    "/mail-subscriptions/:id",
    {
      config,
      schema: {
        operationId: "getMailSubscription",
        tags,
        summary: "One subscription",
        params,
        response: answers({ 200: MailSubscriptionSchema }),
      },
    },
    (request) => findMailSubscription(database.kysely, request.params.id),
  );
  server.patch(
    "/mail-subscriptions/:id",
    {
      config,
      schema: {
        operationId: "changeMailSubscription",
        tags,
        summary: "Change a subscription, or end it or take it up again",
        params,
        body: MailSubscriptionChangeSchema,
        response: answers({ 200: MailSubscriptionSchema }),
      },
    },
    async (request, reply) => {
      const { body } = await writeOnce(context, request, (writing) =>
        changeMailSubscription(writing, request.params.id, request.body),
      );
      return reply.send(body);
    },
  );
  server.delete(
    "/mail-subscriptions/:id",
    {
      config,
      schema: {
        operationId: "endMailSubscription",
        tags,
        summary: "End a subscription",
        params,
        response: answers({ 200: MailSubscriptionSchema }),
      },
    },
    async (request, reply) => {
      const { body } = await writeOnce(context, request, (writing) =>
        changeMailSubscription(writing, request.params.id, { isEnabled: false }),
      );
      return reply.send(body);
    },
  );
}
