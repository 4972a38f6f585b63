import { type Static, Type } from "@sinclair/typebox";
import { IdSchema, MomentOutSchema, NameSchema, orNull } from "../http/field-schemas.ts";

/** A sequencer, or another instrument. */
export const InstrumentSchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  model: orNull(Type.String()),
  serialNumber: orNull(Type.String()),
  createdAt: MomentOutSchema,
  retiredAt: orNull(MomentOutSchema),
});

/** What adds one. */
export const NewInstrumentSchema = Type.Object(
  {
    name: NameSchema,
    model: Type.Optional(NameSchema),
    serialNumber: Type.Optional(NameSchema),
  },
  { additionalProperties: false },
);

/** What may change; what identifies it does not. */
export const InstrumentChangeSchema = Type.Object(
  {
    model: Type.Optional(orNull(NameSchema)),
    serialNumber: Type.Optional(orNull(NameSchema)),
    retired: Type.Optional(Type.Boolean({ description: "Not in use any more." })),
  },
  { additionalProperties: false, minProperties: 1 },
);

export type Instrument = Static<typeof InstrumentSchema>;
export type NewInstrument = Static<typeof NewInstrumentSchema>;
export type InstrumentChange = Static<typeof InstrumentChangeSchema>;
