import { type Static, Type } from "@sinclair/typebox";
import { TopicsSchema } from "../events/schema.ts";
import { IdSchema, MomentOutSchema, orNull, TextSchema } from "../http/field-schemas.ts";

const UrlSchema = Type.String({ format: "uri", pattern: "^https?://", maxLength: 2000 });
const WantedTopicsSchema = Type.Array(TopicsSchema.items, { minItems: 1, maxItems: 50, uniqueItems: true });

/** A webhook as answers show it. */
export const WebhookSchema = Type.Object({
  id: IdSchema,
  url: Type.String(),
  description: orNull(Type.String()),
  topics: Type.Array(Type.String()),
  createdBy: IdSchema,
  createdAt: MomentOutSchema,
  disabledAt: orNull(MomentOutSchema),
  disabledReason: orNull(Type.String()),
});

/** The answer that shows the secret. */
export const CreatedWebhookSchema = Type.Object({
  ...WebhookSchema.properties,
  secret: Type.String({ description: "By which the receiver checks signatures (whsec_...). Shown this once." }),
});

/** What makes a webhook. */
export const NewWebhookSchema = Type.Object(
  { url: UrlSchema, topics: WantedTopicsSchema, description: Type.Optional(TextSchema) },
  { additionalProperties: false },
);

/** What may change. */
export const WebhookChangeSchema = Type.Partial(
  Type.Object(
    {
      url: UrlSchema,
      topics: WantedTopicsSchema,
      description: orNull(TextSchema),
      isEnabled: Type.Boolean({ description: "true: messages are written again from now on." }),
    },
    { additionalProperties: false },
  ),
  { additionalProperties: false, minProperties: 1 },
);

export type Webhook = Static<typeof WebhookSchema>;
export type NewWebhook = Static<typeof NewWebhookSchema>;
export type WebhookChange = Static<typeof WebhookChangeSchema>;
