import { type Static, Type } from "@sinclair/typebox";
import { EventSchema } from "../events/schema.ts";
import { IdSchema, MomentOutSchema, orNull } from "../http/field-schemas.ts";
import { pageQuery } from "../http/page.ts";

/** What can become of a message. */
export const DeliveryStatusSchema = Type.Union(
  [Type.Literal("pending"), Type.Literal("delivered"), Type.Literal("dead")],
  { description: "dead: not tried any more, until somebody asks for it." },
);

/** A message to one receiver about one event. */
export const DeliverySchema = Type.Object({
  id: Type.String({ format: "uuid", description: "Also the message's webhook-id." }),
  webhookId: orNull(IdSchema),
  mailSubscriptionId: orNull(IdSchema),
  event: EventSchema,
  status: DeliveryStatusSchema,
  attempts: Type.Integer({ minimum: 0 }),
  createdAt: MomentOutSchema,
  nextAttemptAt: orNull(MomentOutSchema),
  lastAttemptAt: orNull(MomentOutSchema),
  deliveredAt: orNull(MomentOutSchema),
  failure: orNull(Type.String({ description: "Of the last attempt." })),
});

/** What the list of messages can be narrowed to. */
export const DeliveryListQuerySchema = Type.Object(
  {
    ...pageQuery,
    status: Type.Optional(DeliveryStatusSchema),
    webhookId: Type.Optional(IdSchema),
    mailSubscriptionId: Type.Optional(IdSchema),
  },
  { additionalProperties: false },
);

export type Delivery = Static<typeof DeliverySchema>;
export type DeliveryListQuery = Static<typeof DeliveryListQuerySchema>;
