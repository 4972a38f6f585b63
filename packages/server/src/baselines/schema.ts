import { type Static, Type } from "@sinclair/typebox";
import { ChartScaleSchema, MeasurementKindSchema } from "@touchstone/model";
import { ApprovalSchema } from "../access/approval.ts";
import { DefinitionStatusSchema } from "../assays/schema.ts";
import { IdSchema, MomentInSchema, MomentOutSchema, NameSchema, orNull, TextSchema } from "../http/field-schemas.ts";

/** A baseline in a list. */
export const BaselineSummarySchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  version: Type.Integer(),
  status: DefinitionStatusSchema,
  assay: orNull(Type.Object({ id: IdSchema, name: Type.String(), version: Type.Integer() })),
  series: Type.Integer({ description: "Series: each of one analyte in one material and lot on one level." }),
  contentSha256: Type.String(),
  supersedes: orNull(IdSchema),
  establishedAt: MomentOutSchema,
  effectiveFrom: MomentOutSchema,
  proposedBy: orNull(IdSchema),
  createdAt: MomentOutSchema,
  approvedAt: orNull(MomentOutSchema),
  retiredAt: orNull(MomentOutSchema),
});

const Interval = orNull(Type.Tuple([Type.Number(), Type.Number()], { description: "95% interval, low and high." }));

/** The limits of one series of a baseline. */
export const BaselineSeriesSchema = Type.Object({
  material: Type.String(),
  materialLot: orNull(Type.String()),
  analyte: Type.String(),
  level: orNull(Type.String()),
  kind: MeasurementKindSchema,
  scale: ChartScaleSchema,
  n: Type.Integer({ description: "Points that the limits come from." }),
  excluded: Type.Array(
    Type.Object({
      run: Type.String(),
      value: Type.Number(),
      by: Type.String(),
      at: MomentOutSchema,
      reason: Type.String(),
    }),
    { description: "Points that were left out, and why." },
  ),
  runs: Type.Integer(),
  days: Type.Integer(),
  depthRange: orNull(Type.Tuple([Type.Number(), Type.Number()], { description: "Reads, least and most." })),
  mean: orNull(Type.Number({ description: "On the scale." })),
  meanInterval: Interval,
  sd: orNull(Type.Number({ description: "On the scale." })),
  sdInterval: Interval,
  reason: orNull(Type.String({ description: "Why there are no limits." })),
  provisional: Type.Array(Type.String(), { description: "What the series lacks to be more than provisional." }),
});

/** One baseline with its limits and signatures. */
export const BaselineRecordSchema = Type.Object({
  ...BaselineSummarySchema.properties,
  pipelineVersion: orNull(Type.String({ description: "Judges runs of this version alone." })),
  limits: Type.Array(BaselineSeriesSchema),
  neededApprovals: Type.Integer({ description: "People who have to approve it by the rule set in force." }),
  approvals: Type.Array(ApprovalSchema, { description: "Oldest first." }),
  retirement: orNull(ApprovalSchema),
});

const Exclusion = Type.Object(
  {
    run: NameSchema,
    material: Type.Optional(NameSchema),
    analyte: Type.Optional(NameSchema),
    level: Type.Optional(NameSchema),
    reason: TextSchema,
  },
  { additionalProperties: false, description: "What is not given stands for any." },
);

const EstablishSchema = Type.Object(
  {
    name: NameSchema,
    materials: Type.Optional(
      Type.Array(Type.Object({ name: NameSchema, lot: Type.Optional(NameSchema) }, { additionalProperties: false }), {
        minItems: 1,
        maxItems: 100,
        description: "Without a lot: those of which no lot is given.",
      }),
    ),
    analytes: Type.Optional(Type.Array(NameSchema, { minItems: 1, maxItems: 10_000, uniqueItems: true })),
    from: MomentInSchema,
    before: MomentInSchema,
    pipelineVersion: Type.Optional(
      Type.Object({ pipeline: NameSchema, version: NameSchema }, { additionalProperties: false }),
    ),
    imported: Type.Optional(
      Type.Boolean({ description: "Whether measurements of the time before Touchstone count; they do unless false." }),
    ),
    effectiveFrom: Type.Optional(MomentInSchema),
    scales: Type.Optional(
      Type.Array(Type.Object({ analyte: NameSchema, scale: ChartScaleSchema }, { additionalProperties: false }), {
        description: "Of analytes that are not judged on the raw scale.",
      }),
    ),
    exclusions: Type.Optional(Type.Array(Exclusion, { maxItems: 10_000 })),
  },
  { additionalProperties: false, description: "Of stored measurements: the first replicate of each run." },
);

/** What makes a draft: a document, or what to make one of. */
export const NewBaselineSchema = Type.Object(
  {
    assayId: Type.Optional(IdSchema),
    document: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description: "What `touchstone baseline establish` wrote. Its signatures do not count: people sign here.",
      }),
    ),
    establish: Type.Optional(EstablishSchema),
  },
  { additionalProperties: false },
);

export type BaselineSummary = Static<typeof BaselineSummarySchema>;
export type BaselineRecord = Static<typeof BaselineRecordSchema>;
export type NewBaseline = Static<typeof NewBaselineSchema>;
export type Establishment = Static<typeof EstablishSchema>;
