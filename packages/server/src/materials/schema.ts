import { type Static, Type } from "@sinclair/typebox";
import { DaySchema } from "../http/day-schema.ts";
import { IdSchema, MomentOutSchema, NameSchema, orNull, TextSchema } from "../http/field-schemas.ts";

const UseSchema = Type.Union([Type.Literal("truth set"), Type.Literal("control"), Type.Literal("replicates")]);

/** A reference sample or control, and its lot. */
export const MaterialSchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  lot: orNull(Type.String()),
  use: UseSchema,
  description: orNull(Type.String()),
  expiresOn: orNull(DaySchema),
  createdAt: MomentOutSchema,
  retiredAt: orNull(MomentOutSchema),
});

/** What adds one. */
export const NewMaterialSchema = Type.Object(
  {
    name: NameSchema,
    lot: Type.Optional(NameSchema),
    use: UseSchema,
    description: Type.Optional(TextSchema),
    expiresOn: Type.Optional(DaySchema),
  },
  { additionalProperties: false },
);

/** What may change; what identifies it does not. */
export const MaterialChangeSchema = Type.Object(
  {
    description: Type.Optional(orNull(TextSchema)),
    expiresOn: Type.Optional(orNull(DaySchema)),
    retired: Type.Optional(Type.Boolean({ description: "Not in use any more." })),
  },
  { additionalProperties: false, minProperties: 1 },
);

export type Material = Static<typeof MaterialSchema>;
export type NewMaterial = Static<typeof NewMaterialSchema>;
export type MaterialChange = Static<typeof MaterialChangeSchema>;
