import { type Static, Type } from "@sinclair/typebox";
import { VerdictStateSchema } from "../concordance/schema.ts";
import { ReceivedFileSchema } from "../files/received-file.ts";
import { SourceFileSchema } from "../files/source-file.ts";
import { IdSchema, MomentOutSchema, NameSchema, orNull, Sha256Schema, TextSchema } from "../http/field-schemas.ts";
import { NewRunSchema } from "../runs/schema.ts";

const NumberSchema = orNull(Type.Number());

/** A study of replicates in a list. */
export const StudySchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  run: orNull(Type.Object({ id: IdSchema, name: Type.String() })),
  assay: orNull(Type.Object({ id: IdSchema, name: Type.String(), version: Type.Integer() })),
  sample: orNull(Type.Object({ id: IdSchema, name: Type.String() })),
  kind: Type.Union([Type.Literal("variants"), Type.Literal("table")]),
  runs: Type.Array(Type.Object({ position: Type.Integer(), name: Type.String(), runId: orNull(IdSchema) }), {
    description: "The replicates; runId where there is a run of that name.",
  }),
  variants: Type.Integer(),
  medianCv: NumberSchema,
  correctedMedianCv: NumberSchema,
  floorMedianCv: NumberSchema,
  iccAgreement: NumberSchema,
  contentSha256: Sha256Schema,
  performedAt: MomentOutSchema,
  createdAt: MomentOutSchema,
  supersedes: orNull(IdSchema),
  supersededAt: orNull(MomentOutSchema),
  verdict: orNull(
    Type.Object({
      id: IdSchema,
      state: VerdictStateSchema,
      reason: orNull(Type.String()),
      sentence: Type.String(),
      judgedAt: MomentOutSchema,
      supersededAt: orNull(MomentOutSchema),
    }),
  ),
});

/** One study with its report. */
export const StudyRecordSchema = Type.Object({
  ...StudySchema.properties,
  document: Type.Unknown({ description: "P.reproducibility.json." }),
  files: Type.Array(SourceFileSchema, { description: "What it was read from." }),
});

/** How two runs of a study agree in a stratum. */
export const PairSchema = Type.Object({
  stratum: Type.String(),
  first: Type.String(),
  second: Type.String(),
  n: Type.Integer(),
  bias: NumberSchema,
  sd: NumberSchema,
  lowerLimit: NumberSchema,
  upperLimit: NumberSchema,
  jaccard: NumberSchema,
});

/** A variant, or an analyte of a table, over the runs of a study. */
export const StudyVariantSchema = Type.Object({
  number: Type.Integer({ description: "From 1, in the order of the file." }),
  analyte: Type.String(),
  contig: orNull(Type.String()),
  position: orNull(Type.Integer({ description: "1-based, as POS in VCF." })),
  ref: orNull(Type.String()),
  alt: orNull(Type.String()),
  variantType: orNull(Type.String()),
  zygosity: orNull(Type.String()),
  vafBin: orNull(Type.String()),
  stratum: orNull(Type.String()),
  values: Type.Array(NumberSchema, { description: "By run; null where there is none." }),
  depths: Type.Array(orNull(Type.Integer())),
  states: Type.Array(Type.String()),
  mean: NumberSchema,
  sd: NumberSchema,
  cv: NumberSchema,
  floorCv: NumberSchema,
});

/** Variants of a study as charts show them. */
export const VariantSampleSchema = Type.Object({
  of: Type.Integer({ minimum: 0, description: "Variants that the study has; 0 where only its report was sent." }),
  variants: Type.Array(
    Type.Pick(StudyVariantSchema, [
      "number",
      "variantType",
      "zygosity",
      "vafBin",
      "stratum",
      "values",
      "depths",
      "mean",
      "cv",
    ]),
    { description: "2,000 at most, evenly chosen along the file." },
  ),
});

/** What brings a study in. */
export const NewStudySchema = Type.Object(
  {
    run: Type.Union([NameSchema, NewRunSchema], {
      description: "What it is recorded with: name or id of a run that is there, or a run as POST /runs takes it.",
    }),
    name: Type.Optional(Type.String({ ...NameSchema, description: "Of the study; that of the run unless given." })),
    sample: Type.Optional(NameSchema),
    files: Type.Array(ReceivedFileSchema, { minItems: 1, maxItems: 3 }),
    supersede: Type.Optional(
      Type.Object(
        { reason: TextSchema },
        { additionalProperties: false, description: "Puts it in the place of the run's study of this name." },
      ),
    ),
  },
  { additionalProperties: false },
);

export type Study = Static<typeof StudySchema>;
export type StudyRecord = Static<typeof StudyRecordSchema>;
export type Pair = Static<typeof PairSchema>;
export type StudyVariant = Static<typeof StudyVariantSchema>;
export type VariantSample = Static<typeof VariantSampleSchema>;
export type NewStudy = Static<typeof NewStudySchema>;
