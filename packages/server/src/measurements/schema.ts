import { type Static, Type } from "@sinclair/typebox";
import { MeasurementKindSchema } from "@touchstone/model";
import { ApprovalSchema } from "../access/approval.ts";
import { SignatureRequestSchema } from "../access/sign.ts";
import { IdSchema, MomentOutSchema, NameSchema, orNull, TextSchema } from "../http/field-schemas.ts";
import { NewRunSchema } from "../runs/schema.ts";

const LotSchema = Type.Object({ reagent: NameSchema, lot: NameSchema }, { additionalProperties: false });

/** One value of a control, as it is sent. */
export const NewMeasurementSchema = Type.Object(
  {
    material: NameSchema,
    materialLot: Type.Optional(NameSchema),
    analyte: NameSchema,
    level: Type.Optional(NameSchema),
    replicate: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 1000,
        description: "Where a control was measured several times; 1 unless given.",
      }),
    ),
    kind: MeasurementKindSchema,
    value: Type.Number(),
    depth: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: "Reads." })),
    instrument: Type.Optional(NameSchema),
    reagentLot: Type.Optional(LotSchema),
  },
  { additionalProperties: false },
);

/** Measurements of one run, as they are sent. */
export const NewMeasurementsSchema = Type.Object(
  {
    run: Type.Object(NewRunSchema.properties, {
      additionalProperties: false,
      description: "By its name; it is added when there is none, as one that succeeded unless it says otherwise.",
    }),
    measurements: Type.Array(NewMeasurementSchema, { minItems: 1, maxItems: 50_000 }),
    supersede: Type.Optional(
      Type.Object(
        { reason: TextSchema },
        {
          additionalProperties: false,
          description: "Whether values that differ from those stored correct them, and why. Refused unless given.",
        },
      ),
    ),
  },
  { additionalProperties: false },
);

const StateSchema = Type.Union([
  Type.Literal("in control"),
  Type.Literal("warning"),
  Type.Literal("out of control"),
  Type.Literal("not evaluable"),
]);

/** What became of the measurements of a run. */
export const MeasuredRunSchema = Type.Object({
  run: Type.Object({ id: IdSchema, name: Type.String(), isImported: Type.Boolean() }),
  measurements: Type.Integer({ description: "In force of this run." }),
  verdict: orNull(
    Type.Object(
      { id: IdSchema, state: StateSchema, reason: orNull(Type.String()), sentence: Type.String() },
      { description: "On the run as a whole; null for an imported one, which is not judged." },
    ),
  ),
});

/** A measurement as answers show it. */
export const MeasurementSchema = Type.Object({
  id: IdSchema,
  run: Type.Object({ id: IdSchema, name: Type.String() }),
  material: Type.Object({ id: IdSchema, name: Type.String(), lot: orNull(Type.String()) }),
  analyte: Type.String(),
  level: orNull(Type.String()),
  replicate: Type.Integer(),
  kind: MeasurementKindSchema,
  value: Type.Number(),
  depth: orNull(Type.Integer()),
  instrument: orNull(Type.String()),
  reagentLot: orNull(Type.Object({ reagent: Type.String(), lot: Type.String() })),
  pipelineVersion: orNull(Type.Object({ pipeline: Type.String(), version: Type.String() })),
  measuredAt: MomentOutSchema,
  isImported: Type.Boolean(),
  supersedes: orNull(IdSchema),
  supersededAt: orNull(MomentOutSchema),
  excluded: orNull(
    Type.Object(
      { id: IdSchema, by: Type.String(), at: MomentOutSchema, reason: Type.String() },
      { description: "Who leaves it out of the baselines that are made from then on, and why." },
    ),
  ),
  createdAt: MomentOutSchema,
});

/** What leaves a measurement out of later baselines, or takes that back. */
export const NewExclusionSchema = Type.Object(
  {
    reason: Type.String({
      ...TextSchema,
      description: "The cause that is known: a thawed control, half the input. That a value lies far out is none.",
    }),
    signature: SignatureRequestSchema,
  },
  { additionalProperties: false },
);

/** A measurement that is, or was, left out of later baselines. */
export const MeasurementExclusionSchema = Type.Object({
  id: IdSchema,
  measurementId: IdSchema,
  reason: Type.String(),
  excludedAt: MomentOutSchema,
  signature: ApprovalSchema,
  withdrawal: orNull(Type.Object({ reason: Type.String(), withdrawnAt: MomentOutSchema, signature: ApprovalSchema })),
});

export type MeasurementExclusion = Static<typeof MeasurementExclusionSchema>;
export type NewMeasurement = Static<typeof NewMeasurementSchema>;
export type NewMeasurements = Static<typeof NewMeasurementsSchema>;
export type MeasuredRun = Static<typeof MeasuredRunSchema>;
export type MeasurementRecord = Static<typeof MeasurementSchema>;
