import { type Static, Type } from "@sinclair/typebox";

const Count = Type.Integer({ minimum: 0 });
const Score = Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()], {
  description: "Null without records.",
});
const Text = Type.Union([Type.String(), Type.Null()]);
const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });

const VersionSchema = Type.Object({
  comparison: Type.String({ description: "Prefix of the result of touchstone compare, as it was given." }),
  query: Type.Object(
    { path: Type.String(), sha256: Sha256, sample: Text },
    { description: "The call set that was compared with the truth." },
  ),
  labelled: Type.Object(
    { path: Type.String(), sha256: Sha256 },
    { description: "P.vcf.gz that the verdicts come from." },
  ),
});

const CriterionSchema = Type.Object({
  type: Type.Union([Type.Literal("SNP"), Type.Literal("INDEL")]),
  score: Type.Union([Type.Literal("recall"), Type.Literal("precision"), Type.Literal("f1")]),
  current: Score,
  candidate: Score,
  difference: Type.Union([Type.Number({ minimum: -1, maximum: 1 }), Type.Null()], {
    description: "Candidate less current: below 0 the candidate is worse.",
  }),
  interval: Type.Union([Type.Tuple([Type.Number(), Type.Number()]), Type.Null()], {
    description:
      "What the verdict goes by: hull of the percentile bootstrap over blocks and the cluster-robust interval.",
  }),
  margin: Type.Union([Type.Number({ exclusiveMinimum: 0, maximum: 1 }), Type.Null()], {
    description: "Largest acceptable loss; null where none was stated.",
  }),
  verdict: Type.Union([
    Type.Literal("non-inferior"),
    Type.Literal("inferior"),
    Type.Literal("indeterminate"),
    Type.Literal("not evaluable"),
    Type.Literal("not judged"),
  ]),
  reason: Text,
});

const ChiSquared = Type.Union([Type.Object({ statistic: Type.Number(), p: Type.Number() }), Type.Null()]);

const TypeComparisonSchema = Type.Object({
  found: Type.Object(
    { both: Count, currentOnly: Count, candidateOnly: Count, neither: Count },
    { description: "Truth variants; currentOnly were lost, candidateOnly gained." },
  ),
  falsePositives: Type.Object({ both: Count, currentOnly: Count, candidateOnly: Count }),
  mcnemar: Type.Object(
    {
      discordant: Count,
      exactP: Type.Number(),
      midP: Type.Union([Type.Number(), Type.Null()]),
      asymptotic: ChiSquared,
      continuityCorrected: ChiSquared,
      recommended: Type.Union([Type.Literal("exact"), Type.Literal("asymptotic")]),
      reason: Text,
    },
    { description: "Of lost against gained variants, as if variants were independent." },
  ),
  blocks: Type.Integer({ minimum: 0, description: "1 Mb blocks with records." }),
});

/** JSON Schema of `P.gate.json`: two versions on one truth set, judged by margins. */
export const VersionComparisonSchema = Type.Object(
  {
    schema: Type.Literal("touchstone/version-comparison/1"),
    touchstone: Type.String({ description: "Version." }),
    current: VersionSchema,
    candidate: VersionSchema,
    settings: Type.Object({
      level: Type.Number({ description: "Two-sided confidence of the intervals." }),
      replicates: Type.Integer(),
      seed: Type.Integer(),
      blockBases: Type.Integer(),
    }),
    passed: Type.Boolean({ description: "Every criterion with a margin is non-inferior." }),
    criteria: Type.Array(CriterionSchema),
    types: Type.Object({ SNP: TypeComparisonSchema, INDEL: TypeComparisonSchema }),
  },
  { $id: "touchstone/version-comparison/1" },
);

/** Contents of `P.gate.json`. */
export type VersionComparisonDocument = Static<typeof VersionComparisonSchema>;
