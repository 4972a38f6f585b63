import { type Static, Type } from "@sinclair/typebox";
import { ChartScaleSchema, MeasurementKindSchema } from "@touchstone/model";
import { IdSchema, MomentInSchema, MomentOutSchema, NameSchema, orNull } from "../http/field-schemas.ts";
import { VerdictStateSchema, ViolationSchema } from "../verdicts/schema.ts";

/** Points of one answer at most. */
export const MOST_POINTS = 5000;
/** Events of one answer at most. */
export const MOST_EVENTS = 500;

/** Which series a chart is of. */
export const ChartQuerySchema = Type.Object(
  {
    material: NameSchema,
    materialLot: Type.Optional(NameSchema),
    analyte: NameSchema,
    level: Type.Optional(Type.String({ ...NameSchema, description: "Of series that have levels." })),
    from: Type.Optional(MomentInSchema),
    before: Type.Optional(MomentInSchema),
    limit: Type.Integer({
      minimum: 1,
      maximum: MOST_POINTS,
      default: 1000,
      description: "Points at most, the latest.",
    }),
    cursor: Type.Optional(Type.String({ maxLength: 1000, description: "`next` of the points after these." })),
  },
  { additionalProperties: false },
);

const LineSchema = Type.Object({
  sd: Type.Integer({ description: "Standard deviations from the mean: -3 to 3." }),
  value: Type.Number({ description: "As measured, on the raw scale." }),
});

const NamedVersionSchema = Type.Object({ id: IdSchema, name: Type.String(), version: Type.Integer() });

const ExcludedSchema = Type.Object({
  baseline: orNull(Type.Object(NamedVersionSchema.properties, { description: "That was made without the point." })),
  exclusionId: orNull(Type.String({ format: "uuid", description: "Of what keeps it out of later baselines." })),
  by: Type.String(),
  at: MomentOutSchema,
  reason: Type.String(),
});

const PointSchema = Type.Object({
  measurementId: IdSchema,
  run: Type.Object({ id: IdSchema, name: Type.String() }),
  time: MomentOutSchema,
  materialLot: orNull(Type.String()),
  replicate: Type.Integer(),
  value: Type.Number(),
  depth: orNull(Type.Integer()),
  instrument: orNull(Type.String()),
  reagentLot: orNull(Type.Object({ reagent: Type.String(), lot: Type.String() })),
  pipelineVersion: orNull(Type.Object({ pipeline: Type.String(), version: Type.String() })),
  isImported: Type.Boolean(),
  score: orNull(Type.Number({ description: "Standard deviations from the mean that it was held against." })),
  state: orNull(VerdictStateSchema),
  reason: orNull(Type.String()),
  sentence: orNull(Type.String()),
  verdictId: orNull(IdSchema),
  baselineId: orNull(Type.String({ format: "uuid", description: "That judged it." })),
  ruleSet: orNull(Type.Object(NamedVersionSchema.properties, { description: "That judged it." })),
  violations: Type.Array(ViolationSchema),
  alertId: orNull(Type.String({ format: "uuid", description: "Of what the rules found in the run for the analyte." })),
  excluded: orNull(ExcludedSchema),
  isBaseline: Type.Boolean({ description: "Whether limits of a baseline come from it." }),
});

const UsedRunSchema = Type.Object({ run: Type.String(), time: MomentOutSchema });

const LimitsSchema = Type.Object({
  baseline: NamedVersionSchema,
  status: Type.Union([Type.Literal("approved"), Type.Literal("retired")]),
  materialLot: orNull(Type.String()),
  pipelineVersion: orNull(Type.String()),
  from: MomentOutSchema,
  to: orNull(MomentOutSchema),
  scale: ChartScaleSchema,
  n: Type.Integer(),
  mean: orNull(Type.Number({ description: "On the scale." })),
  sd: orNull(Type.Number({ description: "On the scale." })),
  reason: orNull(Type.String({ description: "Why there are no limits." })),
  provisional: Type.Array(Type.String()),
  period: orNull(
    Type.Object({ first: UsedRunSchema, last: UsedRunSchema }, { description: "Runs that the limits come from." }),
  ),
  lines: Type.Array(LineSchema, { description: "Mean and limits where the chart draws them; empty without limits." }),
});

const EventSchema = Type.Object({
  id: IdSchema,
  kind: Type.String(),
  time: MomentOutSchema,
  description: Type.String(),
  assayId: orNull(IdSchema),
  instrumentId: orNull(IdSchema),
});

/** All that a Levey-Jennings chart shows. */
export const ChartSchema = Type.Object({
  material: Type.String(),
  analyte: Type.String(),
  level: orNull(Type.String()),
  kind: orNull(MeasurementKindSchema),
  points: Type.Array(PointSchema, {
    description: "In order of time. All there are of the period, or the latest of them.",
  }),
  next: orNull(Type.String({ description: "Cursor of the points before these; null when these are all." })),
  thinned: Type.Literal(false, { description: "Points are never left out between others." }),
  limits: Type.Array(LimitsSchema, { description: "Which baseline judges when; none where none does." }),
  drafts: Type.Array(NamedVersionSchema, { description: "Baselines of the series that await approval." }),
  events: Type.Array(EventSchema, { description: "In the time of these points, in order of time." }),
  moreEvents: Type.Boolean({ description: "Whether there are earlier ones than the latest that are listed." }),
  lots: Type.Array(
    Type.Object({
      of: Type.Union([Type.Literal("material"), Type.Literal("reagent")]),
      name: Type.String(),
      lot: orNull(Type.String()),
      from: MomentOutSchema,
      to: MomentOutSchema,
      points: Type.Integer(),
    }),
    { description: "Lots that these points were measured with, in order of their first." },
  ),
});

export type ChartQuery = Static<typeof ChartQuerySchema>;
export type Chart = Static<typeof ChartSchema>;
export type ChartPoint = Chart["points"][number];
export type ChartLimits = Chart["limits"][number];
