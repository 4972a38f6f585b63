import { type Static, Type } from "@sinclair/typebox";

const Count = Type.Integer({ minimum: 0 });
const Bases = Type.Integer({ minimum: 0, description: "Number of reference bases." });
const Fraction = Type.Number({ minimum: 0, maximum: 1 });
const NullableFraction = Type.Union([Fraction, Type.Null()]);
const NullableRatio = Type.Union([Type.Number({ minimum: 0 }), Type.Null()]);
const NullableInterval = Type.Union([Type.Tuple([Fraction, Fraction]), Type.Null()], {
  description: "Lower and upper bound at 95%; null without trials.",
});

const ProportionSchema = Type.Object(
  {
    value: NullableFraction,
    wilson95: NullableInterval,
    jeffreys95: Type.Optional(NullableInterval),
  },
  { description: "A proportion with its intervals; all null where there is no data." },
);

const StratumSchema = Type.Object({
  name: Type.String({ description: "`*` for all that was compared." }),
  sizeBases: Bases,
  confidentBases: Type.Union([Bases, Type.Null()]),
  assessedBases: Bases,
});

const SideRecordsSchema = Type.Object({
  total: Count,
  assessed: Count,
  notAssessed: Type.Record(Type.String(), Count, { description: "Number of records by reason." }),
  bounded: Type.Integer({ minimum: 0, description: "Assessed records that a bounded search decided." }),
});

const PhaseCountsSchema = Type.Object(
  {
    pairs: Type.Integer({
      minimum: 0,
      description: "Pairs of neighbouring heterozygotes in one phase set of each side.",
    }),
    switchErrors: Count,
    flipErrors: Count,
  },
  { description: "Phase errors of the query." },
);

const MetricsRowSchema = Type.Object({
  type: Type.Union([Type.Literal("SNP"), Type.Literal("INDEL")]),
  subtype: Type.String({ description: "`*` for the whole type." }),
  stratum: Type.String({ description: "`*` for all that was compared." }),
  filter: Type.Union([Type.Literal("ALL"), Type.Literal("PASS")]),
  truth: Type.Object({ total: Count, tp: Count, fn: Count, titv: NullableRatio, hetHom: NullableRatio }),
  query: Type.Object({
    total: Count,
    tp: Count,
    fp: Count,
    fpGenotype: Count,
    fpAllele: Count,
    unk: Count,
    titv: NullableRatio,
    hetHom: NullableRatio,
  }),
  recall: ProportionSchema,
  precision: ProportionSchema,
  f1: NullableFraction,
  fracNa: NullableFraction,
  fpPerMb: NullableRatio,
});

/** JSON Schema of `P.metrics.json`, the result of a comparison. Without data a value is null, never 0 or 1. */
export const ComparisonMetricsSchema = Type.Object(
  {
    schema: Type.Literal("touchstone/comparison-metrics/1"),
    scoreField: Type.String(),
    records: Type.Object({ truth: SideRecordsSchema, query: SideRecordsSchema }),
    phase: Type.Union([PhaseCountsSchema, Type.Null()], { description: "Null unless phase was respected." }),
    strata: Type.Array(StratumSchema),
    rows: Type.Array(MetricsRowSchema),
  },
  { $id: "touchstone/comparison-metrics/1" },
);

/** Contents of `P.metrics.json`. */
export type ComparisonMetricsDocument = Static<typeof ComparisonMetricsSchema>;
