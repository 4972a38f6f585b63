import { type Static, Type } from "@sinclair/typebox";
import { IdSchema, orNull, Sha256Schema } from "../http/field-schemas.ts";

/** Whose record is without a match. */
export const LabelSchema = Type.Union([Type.Literal("FN"), Type.Literal("FP")], {
  description: "FN: a record of the truth; FP: one of the query.",
});

/** What the other side has there instead. */
export const MatchKindSchema = Type.Union([Type.Literal("allele"), Type.Literal("local")], {
  description: "allele: the same allele with another genotype; local: other alleles less than 30 bases away.",
});

const MethodSchema = orNull(
  Type.Union([Type.Literal("exact"), Type.Literal("search"), Type.Literal("bounded")], {
    description: "How it was decided; null where the program does not say.",
  }),
);
const ScoreSchema = orNull(
  Type.Number({ description: "Of the query call, or of the one that a truth call was matched with." }),
);

const placed = {
  position: Type.Integer({ description: "1-based." }),
  ref: Type.String(),
  alt: Type.String({ description: "Alleles separated by commas." }),
  filter: orNull(Type.String()),
  superlocus: orNull(Type.Integer({ description: "Records of one superlocus were decided together." })),
  method: MethodSchema,
};

/** A record on which truth and query differ. */
export const DiscordantVariantSchema = Type.Object({
  comparisonId: IdSchema,
  variant: Type.String({
    ...Sha256Schema,
    description:
      "The same in all comparisons with one truth set that have this record, written alike, among their FN or FP.",
  }),
  label: LabelSchema,
  contig: Type.String(),
  ...placed,
  genotype: Type.String({ description: "As it was called." }),
  variantType: Type.String(),
  subtype: orNull(Type.String()),
  genotypeClass: orNull(Type.String()),
  score: ScoreSchema,
  matchKind: orNull(MatchKindSchema),
  strata: orNull(Type.Array(Type.String(), { description: "Null where the files do not say." })),
});

const NearbyCallSchema = orNull(
  Type.Object({
    genotype: Type.String(),
    decision: Type.Union((["TP", "FN", "FP", "UNK", "N"] as const).map((decision) => Type.Literal(decision))),
    matchKind: orNull(Type.Union((["genotype", "allele", "local"] as const).map((kind) => Type.Literal(kind)))),
    score: ScoreSchema,
  }),
);

/** The same with what it lies in. */
export const DiscordantRecordSchema = Type.Object({
  ...DiscordantVariantSchema.properties,
  basesBefore: orNull(Type.String({ description: "Reference before POS; null where the files do not say." })),
  basesAfter: orNull(Type.String({ description: "Reference after REF." })),
  nearby: Type.Array(
    Type.Object({
      ...placed,
      reason: orNull(Type.String({ description: "Why it is not assessed, as `filtered`." })),
      truth: NearbyCallSchema,
      query: NearbyCallSchema,
    }),
    { description: "Records of its superlocus or less than 30 bases away, the 50 nearest at most." },
  ),
  alsoIn: Type.Array(IdSchema, {
    description: "Other comparisons in force with the same truth set that have it too, the latest 50 at most.",
  }),
});

/** How many FN and FP a set of comparisons have in common, and no other of those asked about has. */
export const IntersectionSchema = Type.Object({
  comparisonIds: Type.Array(IdSchema, { description: "In the order of the request." }),
  fn: Type.Integer({ minimum: 0 }),
  fp: Type.Integer({ minimum: 0 }),
});

/** What an UpSet plot shows. */
export const IntersectionsSchema = Type.Object({
  comparisons: Type.Array(
    Type.Object({
      id: IdSchema,
      fn: Type.Integer({ minimum: 0 }),
      fp: Type.Integer({ minimum: 0 }),
    }),
    { description: "In the order of the request." },
  ),
  intersections: Type.Array(IntersectionSchema, { description: "The largest first; none that is empty." }),
});

/** How many discordant variants a comparison has. */
export const DiscordantCountSchema = orNull(
  Type.Object(
    {
      total: Type.Integer({ minimum: 0 }),
      listed: Type.Integer({ minimum: 0, description: "The first in the genome where there are more than are kept." }),
    },
    { description: "Null where the files do not list them." },
  ),
);

export type DiscordantVariant = Static<typeof DiscordantVariantSchema>;
export type DiscordantRecord = Static<typeof DiscordantRecordSchema>;
export type Intersections = Static<typeof IntersectionsSchema>;
