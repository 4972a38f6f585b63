import { type Static, Type } from "@sinclair/typebox";
import { ReceivedFileSchema } from "../files/received-file.ts";
import { SourceFileSchema } from "../files/source-file.ts";
import {
  IdSchema,
  MomentInSchema,
  MomentOutSchema,
  NameSchema,
  orNull,
  Sha256Schema,
  TextSchema,
} from "../http/field-schemas.ts";
import { NewRunSchema } from "../runs/schema.ts";
import { DiscordantCountSchema } from "./discordant-schema.ts";

const CountSchema = orNull(Type.Integer({ minimum: 0 }));
const ShareSchema = orNull(Type.Number({ minimum: 0, maximum: 1 }));

/** Programs whose comparisons are taken in. */
export const comparisonFormats = ["touchstone", "hap.py", "rtg vcfeval", "aardvark", "som.py"] as const;

/** The same as a schema. */
export const ComparisonFormatSchema = Type.Union(comparisonFormats.map((format) => Type.Literal(format)));

/** What something that was judged can be. */
export const VerdictStateSchema = Type.Union(
  (["in control", "warning", "out of control", "not evaluable"] as const).map((state) => Type.Literal(state)),
);

/** One row of a comparison's table; null where there are no data. */
export const StratumSchema = Type.Object({
  variantType: Type.String(),
  subtype: Type.String({ description: "`*` for the whole type." }),
  stratum: Type.String({ description: "`*` for all that was compared." }),
  filter: Type.String(),
  truthTotal: CountSchema,
  truthTp: CountSchema,
  truthFn: CountSchema,
  queryTotal: CountSchema,
  queryTp: CountSchema,
  queryFp: CountSchema,
  queryFpGenotype: CountSchema,
  queryFpAllele: CountSchema,
  queryUnk: CountSchema,
  recall: ShareSchema,
  recallLow: ShareSchema,
  recallHigh: ShareSchema,
  precision: ShareSchema,
  precisionLow: ShareSchema,
  precisionHigh: ShareSchema,
  f1: ShareSchema,
  unknownFraction: ShareSchema,
  falsePositivesPerMegabase: orNull(Type.Number({ minimum: 0 })),
});

/** A comparison in a list. */
export const ComparisonSchema = Type.Object({
  id: IdSchema,
  run: Type.Object({ id: IdSchema, name: Type.String(), performedAt: MomentOutSchema }),
  assay: orNull(Type.Object({ id: IdSchema, name: Type.String(), version: Type.Integer() })),
  pipelineVersion: orNull(Type.Object({ id: IdSchema, pipeline: Type.String(), version: Type.String() })),
  truthSet: Type.Object({ id: IdSchema, name: Type.String(), version: Type.String() }),
  sample: orNull(
    Type.Object(
      { id: IdSchema, name: Type.String() },
      { description: "Whose calls were compared; null where nobody said." },
    ),
  ),
  format: ComparisonFormatSchema,
  contentSha256: Sha256Schema,
  performedAt: MomentOutSchema,
  createdAt: MomentOutSchema,
  supersedes: orNull(IdSchema),
  supersededAt: orNull(MomentOutSchema),
  state: orNull(VerdictStateSchema),
  discordant: DiscordantCountSchema,
  scores: Type.Array(StratumSchema, {
    description: "All that was compared, records that passed their filters, by variant type.",
  }),
});

/** A verdict on a score, or on what a comparison lacks. */
const ComparisonVerdictSchema = Type.Object({
  id: IdSchema,
  state: VerdictStateSchema,
  reason: orNull(Type.String({ description: "Why it is not evaluable." })),
  sentence: Type.String(),
  threshold: orNull(
    Type.Object({
      id: IdSchema,
      score: Type.String(),
      variantType: Type.String(),
      stratum: Type.String(),
      minimum: Type.Number(),
    }),
  ),
  judgedAt: MomentOutSchema,
  supersedes: orNull(IdSchema),
  supersededAt: orNull(MomentOutSchema),
});

/** One comparison with all but its rows. */
export const ComparisonRecordSchema = Type.Object({
  ...ComparisonSchema.properties,
  provenance: Type.Unknown({
    description: "How the results came about, as far as the files say; null when they do not.",
  }),
  verdicts: Type.Array(ComparisonVerdictSchema, {
    description: "One on each threshold; superseded together with the comparison.",
  }),
  files: Type.Array(SourceFileSchema, { description: "What it was read from." }),
});

/** The answer to files of a comparison. */
export const TakenComparisonSchema = Type.Object({
  ...ComparisonRecordSchema.properties,
  warnings: Type.Array(Type.String(), { description: "What was left out of the files or is doubtful." }),
});

/** What brings a comparison in. */
export const NewComparisonSchema = Type.Object(
  {
    run: Type.Union([NameSchema, NewRunSchema], {
      description: "Name or id of a run that is there, or a run as POST /runs takes it.",
    }),
    truthSet: Type.Optional(
      Type.Object(
        { name: NameSchema, version: NameSchema },
        { additionalProperties: false, description: "Without it, the one whose files the provenance names." },
      ),
    ),
    sample: Type.Optional(
      Type.Unsafe<string>({
        ...NameSchema,
        description:
          "Whose calls were compared, where the run is of several samples or replicates: one of the run's samples, if it names any.",
      }),
    ),
    format: Type.Optional(ComparisonFormatSchema),
    performedAt: Type.Optional(MomentInSchema),
    files: Type.Array(ReceivedFileSchema, { minItems: 1, maxItems: 50 }),
    supersede: Type.Optional(
      Type.Object(
        { reason: TextSchema },
        {
          additionalProperties: false,
          description:
            "Puts it in the place of the run's comparison of the same sample with the same truth set; where there is none, of the one that names no sample. Refused where there is neither.",
        },
      ),
    ),
  },
  { additionalProperties: false },
);

export type Stratum = Static<typeof StratumSchema>;
export type Comparison = Static<typeof ComparisonSchema>;
export type ComparisonRecord = Static<typeof ComparisonRecordSchema>;
export type ComparisonVerdict = Static<typeof ComparisonVerdictSchema>;
export type TakenComparison = Static<typeof TakenComparisonSchema>;
export type NewComparison = Static<typeof NewComparisonSchema>;
