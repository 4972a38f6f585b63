import { type Static, Type } from "@sinclair/typebox";
import { AlertSchema } from "@touchstone/model";
import { IdSchema, MomentOutSchema, orNull } from "../http/field-schemas.ts";

const { kind: KindSchema } = AlertSchema.properties;
const AddressSchema = Type.String({ format: "email", maxLength: 254 });
const KindsSchema = Type.Array(KindSchema, { minItems: 1, uniqueItems: true });
const LevelSchema = Type.Integer({ minimum: 0, maximum: 100, description: "Only alerts of this level and above." });

/** Kinds of alerts. */
export const alertKinds = ["immediate", "predictive", "reproducibility", "due"] as const;

/** Who is written to about alerts. */
export const MailSubscriptionSchema = Type.Object({
  id: IdSchema,
  address: Type.String(),
  kinds: Type.Array(KindSchema),
  leastLevel: Type.Integer(),
  createdBy: IdSchema,
  createdAt: MomentOutSchema,
  disabledAt: orNull(MomentOutSchema),
  disabledReason: orNull(Type.String()),
});

/** What makes a subscription. */
export const NewMailSubscriptionSchema = Type.Object(
  {
    address: AddressSchema,
    kinds: Type.Optional(KindsSchema),
    leastLevel: Type.Optional(LevelSchema),
  },
  {
    additionalProperties: false,
    description: "Without kinds: all. Without leastLevel: from 0 on, when they are raised.",
  },
);

/** What may change. */
export const MailSubscriptionChangeSchema = Type.Object(
  {
    kinds: Type.Optional(KindsSchema),
    leastLevel: Type.Optional(LevelSchema),
    isEnabled: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false, minProperties: 1 },
);

export type MailSubscription = Static<typeof MailSubscriptionSchema>;
export type NewMailSubscription = Static<typeof NewMailSubscriptionSchema>;
export type MailSubscriptionChange = Static<typeof MailSubscriptionChangeSchema>;
