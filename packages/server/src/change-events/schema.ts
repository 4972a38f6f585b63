import { type Static, Type } from "@sinclair/typebox";
import { IdSchema, MomentInSchema, MomentOutSchema, orNull, TextSchema } from "../http/field-schemas.ts";
import { PersonSchema } from "../principals/person.ts";

const KindSchema = Type.Union([
  Type.Literal("reagent lot"),
  Type.Literal("control lot"),
  Type.Literal("service"),
  Type.Literal("pipeline version"),
  Type.Literal("corrective action"),
]);

/** Something between runs that lines on a chart mark, and that control rules may start anew after. */
export const ChangeEventSchema = Type.Object({
  id: IdSchema,
  kind: KindSchema,
  happenedAt: MomentOutSchema,
  description: Type.String(),
  assay: orNull(Type.Object({ id: IdSchema, name: Type.String(), version: Type.Integer() })),
  instrument: orNull(Type.Object({ id: IdSchema, name: Type.String() })),
  reagentLot: orNull(Type.Object({ id: IdSchema, reagent: Type.String(), lot: Type.String() })),
  material: orNull(Type.Object({ id: IdSchema, name: Type.String(), lot: orNull(Type.String()) })),
  pipelineVersion: orNull(Type.Object({ id: IdSchema, pipeline: Type.String(), version: Type.String() })),
  recordedBy: orNull(PersonSchema),
  createdAt: MomentOutSchema,
});

/** What records one. */
export const NewChangeEventSchema = Type.Object(
  {
    kind: KindSchema,
    happenedAt: MomentInSchema,
    description: TextSchema,
    assayId: Type.Optional(IdSchema),
    instrumentId: Type.Optional(IdSchema),
    reagentLotId: Type.Optional(Type.String({ ...IdSchema, description: "Needed for a reagent lot." })),
    materialId: Type.Optional(Type.String({ ...IdSchema, description: "Needed for a control lot." })),
    pipelineVersionId: Type.Optional(Type.String({ ...IdSchema, description: "Needed for a pipeline version." })),
  },
  { additionalProperties: false },
);

export type ChangeEvent = Static<typeof ChangeEventSchema>;
export type NewChangeEvent = Static<typeof NewChangeEventSchema>;
