import { type Static, Type } from "@sinclair/typebox";
import { DaySchema } from "../http/day-schema.ts";
import { IdSchema, MomentInSchema, MomentOutSchema, NameSchema, orNull } from "../http/field-schemas.ts";

/** A lot of a reagent. */
export const ReagentLotSchema = Type.Object({
  id: IdSchema,
  reagent: Type.String(),
  lot: Type.String(),
  expiresOn: orNull(DaySchema),
  openedAt: orNull(MomentOutSchema),
  createdAt: MomentOutSchema,
  retiredAt: orNull(MomentOutSchema),
});

/** What adds one. */
export const NewReagentLotSchema = Type.Object(
  {
    reagent: NameSchema,
    lot: NameSchema,
    expiresOn: Type.Optional(DaySchema),
    openedAt: Type.Optional(MomentInSchema),
  },
  { additionalProperties: false },
);

/** What may change; what identifies it does not. */
export const ReagentLotChangeSchema = Type.Object(
  {
    expiresOn: Type.Optional(orNull(DaySchema)),
    openedAt: Type.Optional(orNull(MomentInSchema)),
    retired: Type.Optional(Type.Boolean({ description: "Not in use any more." })),
  },
  { additionalProperties: false, minProperties: 1 },
);

export type ReagentLot = Static<typeof ReagentLotSchema>;
export type NewReagentLot = Static<typeof NewReagentLotSchema>;
export type ReagentLotChange = Static<typeof ReagentLotChangeSchema>;
