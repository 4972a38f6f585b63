import { type Static, type TSchema, Type } from "@sinclair/typebox";

const Count = Type.Integer({ minimum: 0 });
const Nullable = <T extends TSchema>(schema: T, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description });
const NullableNumber = (description?: string) => Nullable(Type.Number(), description);
const NullableInterval = (description?: string) => Nullable(Type.Tuple([Type.Number(), Type.Number()]), description);
const Reason = Nullable(Type.String(), "Why a number beside it is null.");
const NullableShare = (description: string) => Nullable(Type.Number({ minimum: 0, maximum: 1 }), description);

const FileIdentitySchema = Type.Object({
  path: Type.String(),
  sizeBytes: Count,
  sha256: Type.String({ pattern: "^[0-9a-f]{64}$", description: "Of the file as it is, compressed or not." }),
});

const RunSchema = Type.Object({
  name: Type.String({ description: "Short name, as in the tables." }),
  file: Nullable(FileIdentitySchema, "Null for the runs of a table."),
  sample: Nullable(Type.String()),
  depthSources: Type.Record(Type.String(), Count, { description: "Records by the fields that their VAF comes from." }),
  unresolvedAlleles: Type.Integer({
    minimum: 0,
    description: "ALT alleles that are no sequence of bases (symbolic, breakends, `*`) and so are not compared.",
  }),
  hasReferenceBlocks: Type.Boolean({ description: "The file is a gVCF." }),
});

const WithinSchema = Type.Object(
  {
    variants: Type.Integer({ minimum: 0, description: "Variants that at least two runs measured." }),
    degreesOfFreedom: Count,
    sd: Nullable(Type.Number({ minimum: 0 }), "Pooled standard deviation between runs: the root of the mean square."),
    sdInterval: NullableInterval("Chi-squared interval at 95% that takes variants as independent."),
    limits: NullableInterval("Limits between any two runs: -+ 1.96 sqrt(2) sd; the bias of runs is part of it."),
    reason: Reason,
  },
  { description: "Variation between runs within a variant, in the unit of the values." },
);

const BetweenRunsSchema = Type.Object(
  {
    subjects: Count,
    runs: Count,
    level: Type.Number(),
    multiplier: Type.Number(),
    runVariance: Type.Number({ minimum: 0, description: "Variance between runs." }),
    residualVariance: Type.Number({ minimum: 0 }),
    differenceSd: NullableNumber("Standard deviation of the difference between two runs at one variant."),
    differenceSdInterval: NullableInterval(),
    limits: NullableInterval("Limits of agreement between any two runs, also future ones."),
    upperLimitInterval: NullableInterval("The lower limit's is its mirror image."),
    reason: Reason,
  },
  { description: "Limits by the mixed model of random variants and runs, over variants that all runs measured." },
);

const IccSchema = Type.Object({
  form: Type.String({ description: "McGraw & Wong's name, e.g. ICC(A,1)." }),
  value: NullableNumber("At most 1; may be negative; null where undefined."),
  interval: NullableInterval("At 95%."),
  f: NullableNumber("F statistic of no difference between variants; null where infinite or undefined."),
  df1: NullableNumber(),
  df2: NullableNumber(),
  p: NullableNumber("One-sided p-value of f."),
  v: NullableNumber("Satterthwaite's degrees of freedom of the interval."),
  flags: Type.Array(Type.String()),
  reason: Reason,
});

const RemlIccSchema = Type.Object({
  form: Type.String({ description: "McGraw & Wong's name, e.g. ICC(A,1)." }),
  value: NullableShare("Never negative: variances are not; null where undefined."),
  interval: NullableInterval("Profile likelihood interval at 95%."),
  reason: Reason,
});

const CvSchema = Type.Object(
  {
    n: Type.Integer({ minimum: 0, description: "Variants with a CV." }),
    belowLeastMean: Type.Integer({ minimum: 0, description: "Variants without, because their mean is too low." }),
    leastMean: Type.Number({ minimum: 0 }),
    pooled: NullableNumber("Root mean square of the CVs, weighted by degrees of freedom."),
    median: NullableNumber("Quantile of type 7, of CVs kept as 32-bit floats (relative error at most 6e-8)."),
    p90: NullableNumber("As the median."),
    correctedMedian: NullableNumber(
      "Median of the CVs, each divided by sqrt(median of chi-squared / df): does not depend on the number of runs.",
    ),
    floorPooled: NullableNumber("The same of the binomial floors sqrt((1 - p) / (p depth))."),
    floorMedian: NullableNumber("Median of the binomial floors."),
    ratioToFloor: NullableNumber("correctedMedian over floorMedian."),
    reason: Reason,
  },
  { description: "Coefficients of variation between runs, as fractions." },
);

const OverdispersionSchema = Type.Object(
  { n: Count, value: Nullable(Type.Number({ minimum: 0 })), reason: Reason },
  { description: "Observed variance over the binomial variance of the depths, summed over variants." },
);

const RunCallsSchema = Type.Object({
  run: Type.String(),
  called: Type.Integer({ minimum: 0, description: "Called, with a VAF." }),
  recorded: Type.Integer({ minimum: 0, description: "Measured without a call: filtered, or another genotype." }),
  lowDepth: Type.Integer({ minimum: 0, description: "Fewer reads than the least depth: not evaluable." }),
  noDepth: Type.Integer({ minimum: 0, description: "Called without depths." }),
  imputed: Type.Integer({ minimum: 0, description: "Covered by a reference block of a gVCF: VAF 0." }),
  absent: Type.Integer({ minimum: 0, description: "Neither a record nor a reference block." }),
  callRate: NullableShare("Calls over variants that are not of low depth in this run."),
});

const CallsSchema = Type.Object({
  callRate: NullableShare("Over all runs and variants that are not of low depth."),
  runs: Type.Array(RunCallsSchema),
  calledIn: Type.Array(Count, { description: "Number of variants called in 0, 1, ... all runs." }),
});

const AgreementSchema = Type.Object({
  n: Count,
  level: Type.Number(),
  multiplier: Type.Number(),
  bias: NullableNumber("Mean of first minus second."),
  sd: NullableNumber("Of the differences."),
  biasStandardError: NullableNumber(),
  biasInterval: NullableInterval(),
  biasT: NullableNumber(),
  biasP: NullableNumber(),
  limits: NullableInterval("bias -+ multiplier sd."),
  intervalMethod: Type.String({ description: "1999, 1986 or exact." }),
  limitStandardError: NullableNumber(),
  lowerLimitInterval: NullableInterval(),
  upperLimitInterval: NullableInterval(),
  reason: Reason,
});

const ProportionalBiasSchema = Type.Object({
  n: Count,
  slope: NullableNumber(),
  intercept: NullableNumber(),
  slopeStandardError: NullableNumber(),
  r: NullableNumber(),
  p: NullableNumber(),
  meaning: Type.Literal("slope or unequal precision"),
  reason: Reason,
});

const PairSchema = Type.Object({
  first: Type.String(),
  second: Type.String(),
  agreement: AgreementSchema,
  proportionalBias: ProportionalBiasSchema,
  oddsRatio: Nullable(
    Type.Object({ n: Count, bias: Type.Number(), limits: Type.Tuple([Type.Number(), Type.Number()]) }),
    "Limits on the logit scale as odds ratios of first to second; null where depths are unknown.",
  ),
  jaccard: NullableShare("bothCall over eitherCalls."),
  bothCall: Type.Integer({ minimum: 0, description: "Variants that both runs call, among those evaluable in both." }),
  eitherCalls: Count,
});

const StratumSchema = Type.Object({
  name: Type.String(),
  dimension: Type.Union(
    ["all", "zygosity", "zygosity and type", "VAF bin", "type", "table"].map((name) => Type.Literal(name)),
    { description: "By what the variants were chosen." },
  ),
  variants: Count,
  discordantZygosity: Type.Integer({ minimum: 0, description: "Het in some runs, hom in others." }),
  complete: Type.Integer({ minimum: 0, description: "Variants that all runs measured: those that ICC is of." }),
  within: WithinSchema,
  betweenRuns: Nullable(BetweenRunsSchema, "Null with fewer than two complete variants."),
  icc: Type.Object({ agreement: IccSchema, consistency: IccSchema }),
  iccReml: Type.Object(
    {
      variants: Type.Integer({ minimum: 0, description: "Variants that at least two runs measured." }),
      values: Type.Integer({ minimum: 0, description: "Their values, of all runs." }),
      agreement: RemlIccSchema,
      consistency: RemlIccSchema,
    },
    { description: "ICC by restricted maximum likelihood, which variants that a run lacks are part of." },
  ),
  cv: CvSchema,
  overdispersion: OverdispersionSchema,
  calls: CallsSchema,
  pairs: Type.Array(PairSchema),
  pairsFamilyLevel: Type.Number({
    minimum: 0,
    maximum: 1,
    description: "Level at which, at least, the intervals of one kind of all pairs hold together (Bonferroni).",
  }),
});

/** Contents of `P.reproducibility.json`: how well replicate runs agree, by stratum. */
export const ReproducibilitySchema = Type.Object(
  {
    schema: Type.Literal("touchstone/reproducibility/1"),
    touchstone: Type.String({ description: "Version of the program." }),
    node: Type.String(),
    startedAt: Type.String({ description: "UTC, ISO 8601." }),
    finishedAt: Type.String(),
    kind: Type.Union([Type.Literal("variants"), Type.Literal("table")]),
    runs: Type.Array(RunSchema, { minItems: 2 }),
    inputs: Type.Object({
      regions: Nullable(FileIdentitySchema),
      reference: Nullable(FileIdentitySchema),
      table: Nullable(FileIdentitySchema),
    }),
    options: Type.Record(Type.String(), Type.Unknown(), { description: "Options that the numbers depend on." }),
    normalisation: Nullable(
      Type.Union([Type.Literal("trimmed and left-aligned"), Type.Literal("trimmed only")]),
      "How alleles were made comparable; null for tables.",
    ),
    variants: Type.Integer({ minimum: 0, description: "Variants that some run calls, or analytes." }),
    plotPoints: Type.Object({ shown: Count, rule: Type.String({ description: "How the points were chosen." }) }),
    strata: Type.Array(StratumSchema, { minItems: 1, description: "The first is over all variants." }),
  },
  { $id: "touchstone/reproducibility/1" },
);

export type ReproducibilityDocument = Static<typeof ReproducibilitySchema>;
