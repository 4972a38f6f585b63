import { Type } from "@sinclair/typebox";
import type { ServerContext } from "../context.ts";
import { callerOf } from "../http/access-control.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { perform } from "../writing/perform.ts";
import { findDelivery, listDeliveries } from "./list-deliveries.ts";
import { redeliver } from "./redeliver.ts";
import { DeliveryListQuerySchema, DeliverySchema } from "./schema.ts";

const params = Type.Object({ id: IdSchema });

/** Messages to webhooks and by e-mail: what became of each. */
export function addDeliveryRoutes(server: Server, context: ServerContext): void {
  const tags = ["deliveries"];
  const config = { access: "admin" } as const;
  server.get(
    "/deliveries",
    {
      config,
      schema: {
        operationId: "listDeliveries",
        tags,
        summary: "Messages to webhooks and by e-mail, newest first",
        querystring: DeliveryListQuerySchema,
        response: answers({ 200: pageOf(DeliverySchema) }),
      },
    },
    ({ query }) => listDeliveries(context.database.kysely, query),
  );
  server.get(
    "/deliveries/:id",
    {
      config,
      schema: {
        operationId: "getDelivery",
        tags,
        summary: "One message",
        params,
        response: answers({ 200: DeliverySchema }),
      },
    },
    (request) => findDelivery(context.database.kysely, request.params.id),
  );
  server.post(
    "/deliveries/:id/redelivery",
    {
      config,
      schema: {
        operationId: "redeliver",
        tags,
        summary: "Try a message again that was given up",
        params,
        response: answers({ 202: DeliverySchema }),
      },
    },
    async (request, reply) => {
      const delivery = await perform(context, callerOf(request), (writing) => redeliver(writing, request.params.id));
      return reply.code(202).send(delivery);
    },
  );
}
