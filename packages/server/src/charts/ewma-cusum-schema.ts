import { type Static, Type } from "@sinclair/typebox";
import { IdSchema, MomentOutSchema, orNull } from "../http/field-schemas.ts";
import { ChartQuerySchema } from "./schema.ts";

const { material, materialLot, analyte, level, from, before } = ChartQuerySchema.properties;

/** Which series EWMA and CUSUM are of, and their designs, in standard deviations of the baseline. */
export const EwmaCusumQuerySchema = Type.Object(
  {
    ...{ material, materialLot, analyte, level, from, before },
    lambda: Type.Number({
      exclusiveMinimum: 0,
      maximum: 1,
      default: 0.2,
      description: "Weight of the newest measurement in the EWMA.",
    }),
    ewmaLimit: Type.Number({
      exclusiveMinimum: 0,
      maximum: 100,
      default: 2.962,
      description: "L: limits of the EWMA, in its own standard deviations.",
    }),
    k: Type.Number({ minimum: 0, maximum: 100, default: 0.5, description: "Reference value (slack) of the CUSUM." }),
    h: Type.Number({ exclusiveMinimum: 0, maximum: 1000, default: 5, description: "Decision limit of the CUSUM." }),
  },
  { additionalProperties: false },
);

const StateSchema = Type.Union(
  ["fired", "not fired", "not applicable", "not evaluable"].map((state) => Type.Literal(state)),
);

const EwmaCusumPointSchema = Type.Object({
  measurementId: IdSchema,
  run: Type.Object({ id: IdSchema, name: Type.String() }),
  time: MomentOutSchema,
  materialLot: orNull(Type.String()),
  replicate: Type.Integer(),
  score: orNull(Type.Number({ description: "Of its verdict; null for one that does not move the charts." })),
  ewma: Type.Number(),
  ewmaLimit: Type.Number({ description: "The EWMA signals above this and below its negative." }),
  ewmaState: StateSchema,
  upper: Type.Number({ description: "Upper sum of the CUSUM, at least 0." }),
  lower: Type.Number({ description: "Lower sum of the CUSUM, counted positive." }),
  cusumState: StateSchema,
  restarts: orNull(
    Type.Union([Type.Literal("start"), Type.Literal("baseline"), Type.Literal("corrective action")], {
      description: "Why both charts begin anew with this point.",
    }),
  ),
});

/** EWMA and CUSUM of a series. */
export const EwmaCusumSchema = Type.Object({
  material: Type.String(),
  analyte: Type.String(),
  level: orNull(Type.String()),
  lambda: Type.Number(),
  ewmaLimit: Type.Number(),
  k: Type.Number(),
  h: Type.Number(),
  points: Type.Array(EwmaCusumPointSchema, {
    description:
      "In order of time; the latest 5,000 of the period at most. Lots of the material and replicates have charts of their " +
      "own, which go on from before `from`.",
  }),
});

export type EwmaCusumQuery = Static<typeof EwmaCusumQuerySchema>;
export type EwmaCusum = Static<typeof EwmaCusumSchema>;
export type EwmaCusumPoint = EwmaCusum["points"][number];
