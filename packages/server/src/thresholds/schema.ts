import { type Static, Type } from "@sinclair/typebox";
import { ApprovalSchema, ApprovedBySchema } from "../access/approval.ts";
import { DefinitionStatusSchema } from "../assays/schema.ts";
import {
  IdSchema,
  LARGEST_INTEGER,
  MomentOutSchema,
  NameSchema,
  orNull,
  TextSchema,
  VersionInSchema,
} from "../http/field-schemas.ts";
import { ThresholdVariantTypeSchema } from "./variant-type.ts";

const ScoreSchema = Type.Union([Type.Literal("precision"), Type.Literal("recall"), Type.Literal("f1")]);
const StageSchema = Type.Union([Type.Literal("release"), Type.Literal("routine")], {
  description: "routine: each run is judged by its estimate; release: a version once, by the interval.",
});

/** A threshold as answers show it. */
export const ThresholdSchema = Type.Object({
  id: IdSchema,
  assay: Type.Object({ id: IdSchema, name: Type.String(), version: Type.Integer() }),
  version: Type.Integer(),
  score: ScoreSchema,
  variantType: Type.String(),
  stratum: Type.String({ description: "`*` for all that was compared." }),
  stage: StageSchema,
  minimum: Type.Number(),
  observations: orNull(Type.Integer({ description: "Fewest records that may be judged." })),
  trendHorizonDays: orNull(Type.Number({ description: "How far ahead a decline counts; null: no trend is watched." })),
  citation: orNull(Type.String()),
  status: DefinitionStatusSchema,
  proposedBy: orNull(IdSchema),
  createdAt: MomentOutSchema,
  approvedBy: ApprovedBySchema,
  approvedAt: orNull(MomentOutSchema),
  retiredAt: orNull(MomentOutSchema),
});

/** One threshold with the signature under it. */
export const ThresholdRecordSchema = Type.Object({
  ...ThresholdSchema.properties,
  approval: orNull(ApprovalSchema),
});

/** What makes a threshold. */
export const NewThresholdSchema = Type.Object(
  {
    assay: Type.Object({ name: NameSchema, version: Type.Optional(VersionInSchema) }, { additionalProperties: false }),
    score: ScoreSchema,
    variantType: ThresholdVariantTypeSchema,
    stratum: Type.Optional(NameSchema),
    stage: Type.Optional(StageSchema),
    minimum: Type.Number({ minimum: 0, maximum: 1 }),
    observations: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: LARGEST_INTEGER,
        description: "Fewest records that may be judged; refused without.",
      }),
    ),
    trendHorizonDays: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
    citation: TextSchema,
  },
  { additionalProperties: false },
);

export type Threshold = Static<typeof ThresholdSchema>;
export type ThresholdRecord = Static<typeof ThresholdRecordSchema>;
export type NewThreshold = Static<typeof NewThresholdSchema>;
