import { type Static, Type } from "@sinclair/typebox";
import { MomentSchema, NullableNumber, NullableText, Sha256Schema } from "./common.ts";

/** What an analyte's values are. Scores (precision, recall, F1) are none of these: they get thresholds, no limits. */
export const MeasurementKindSchema = Type.Union(
  [Type.Literal("vaf"), Type.Literal("methylation level"), Type.Literal("quantity")],
  { description: "vaf and methylation level are fractions of reads, 0 to 1; a quantity is any finite number." },
);

/** Scale on which limits are computed. */
export const ChartScaleSchema = Type.Union(
  [Type.Literal("raw"), Type.Literal("logit"), Type.Literal("arcsine"), Type.Literal("log")],
  { description: "Scale on which mean, SD and z are computed." },
);

const ExclusionSchema = Type.Object({
  by: Type.String({ minLength: 1, description: "Who excluded the point." }),
  at: MomentSchema,
  reason: Type.String({ minLength: 1, description: "The assignable cause." }),
});

const PointSchema = Type.Object({
  run: Type.String(),
  time: MomentSchema,
  value: Type.Number({ description: "As measured, on the raw scale." }),
  depth: NullableNumber,
  instrument: NullableText,
  reagentLot: NullableText,
  excluded: Type.Union([Type.Null(), ExclusionSchema], { description: "Null for a point that the limits come from." }),
});

const IntervalSchema = Type.Union([Type.Tuple([Type.Number(), Type.Number()]), Type.Null()], {
  description: "95% confidence interval, [low, high]; null where it is not defined.",
});

const LimitsSchema = Type.Object({
  n: Type.Integer({ minimum: 0, description: "Points used." }),
  runs: Type.Integer({ minimum: 0 }),
  days: Type.Integer({ minimum: 0, description: "Different days (UTC)." }),
  from: Type.Union([MomentSchema, Type.Null()], { description: "First point used." }),
  to: Type.Union([MomentSchema, Type.Null()], { description: "Last point used." }),
  depthRange: Type.Union([Type.Tuple([Type.Number(), Type.Number()]), Type.Null()], {
    description: "Smallest and largest depth; of the points that state one, null when none does.",
  }),
  mean: NullableNumber,
  meanInterval: IntervalSchema,
  sd: NullableNumber,
  sdInterval: IntervalSchema,
  reason: Type.Union([Type.String(), Type.Null()], { description: "Why there are no limits; null when there are." }),
  provisional: Type.Array(Type.String(), {
    description: "What the series lacks to be more than provisional; empty when it lacks nothing.",
  }),
});

const SeriesSchema = Type.Object({
  material: Type.String(),
  materialLot: NullableText,
  analyte: Type.String(),
  level: NullableText,
  kind: MeasurementKindSchema,
  scale: ChartScaleSchema,
  limits: LimitsSchema,
  points: Type.Array(PointSchema, { description: "In order of time; excluded ones too." }),
});

const ContentSchema = Type.Object({
  name: Type.String({ minLength: 1 }),
  version: Type.Integer({ minimum: 1 }),
  supersedes: Type.Union([Sha256Schema, Type.Null()], { description: "Content hash of the version before." }),
  establishedAt: MomentSchema,
  effectiveFrom: MomentSchema,
  pipelineVersion: NullableText,
  source: Type.Object({ file: Type.String(), sha256: Sha256Schema }),
  touchstone: Type.String({ description: "Version of the program." }),
  series: Type.Array(SeriesSchema, { minItems: 1 }),
});

const ApprovalSchema = Type.Object({
  action: Type.Union([Type.Literal("approve"), Type.Literal("retire")]),
  name: Type.String({ minLength: 1 }),
  at: MomentSchema,
  meaning: Type.String({ minLength: 1, description: "What the signature means." }),
  contentSha256: Sha256Schema,
  previousSha256: Type.Union([Sha256Schema, Type.Null()], { description: "Hash of the record before this one." }),
  sha256: Type.String({ pattern: "^[0-9a-f]{64}$", description: "Of this record without this field." }),
});

/** JSON Schema of a baseline file: the frozen control measurements that limits come from. */
export const BaselineSchema = Type.Object(
  {
    schema: Type.Literal("touchstone/baseline/1"),
    status: Type.Union([Type.Literal("draft"), Type.Literal("approved"), Type.Literal("retired")]),
    contentSha256: Type.String({
      pattern: "^[0-9a-f]{64}$",
      description: "SHA-256 of `content` as canonical JSON (RFC 8785).",
    }),
    content: ContentSchema,
    approvals: Type.Array(ApprovalSchema, { description: "A chain: each record names the hash of the one before." }),
  },
  { $id: "touchstone/baseline/1" },
);

/** Contents of a baseline file. */
export type BaselineDocument = Static<typeof BaselineSchema>;
