import { type Static, Type } from "@sinclair/typebox";
import { ComparisonFormatSchema } from "../concordance/schema.ts";
import { IdSchema, MomentInSchema, MomentOutSchema, NameSchema, orNull } from "../http/field-schemas.ts";
import { VerdictStateSchema } from "../verdicts/schema.ts";
import { ChartSchema } from "./schema.ts";

/** The scores of a comparison. */
export const scoreNames = ["recall", "precision", "f1"] as const;

/** Which runs, and of which records the scores are. */
export const ScoreChartQuerySchema = Type.Object(
  {
    assayId: IdSchema,
    truthSetId: IdSchema,
    variantType: Type.String({ ...NameSchema, description: "SNP or INDEL." }),
    stratum: Type.String({ ...NameSchema, default: "*", description: "`*` for all that was compared." }),
    format: Type.Unsafe<Static<typeof ComparisonFormatSchema>>({
      ...ComparisonFormatSchema,
      default: "touchstone",
      description: "Program that counted: what two programs count is not held against each other.",
    }),
    pipelineVersionId: Type.Optional(IdSchema),
    instrumentId: Type.Optional(IdSchema),
    sampleId: Type.Optional(IdSchema),
    from: Type.Optional(MomentInSchema),
    before: Type.Optional(MomentInSchema),
    limit: Type.Integer({
      minimum: 1,
      maximum: 500,
      default: 200,
      description: "Points at most, the latest; a run has one for each sample.",
    }),
    cursor: Type.Optional(Type.String({ maxLength: 1000, description: "`next` of the points after these." })),
  },
  { additionalProperties: false },
);

const ShareSchema = orNull(Type.Number({ minimum: 0, maximum: 1 }));

const PointScoreSchema = Type.Object({
  value: ShareSchema,
  low: ShareSchema,
  high: ShareSchema,
  n: orNull(Type.Integer({ description: "Records that it is of; null for F1, which is of both sides." })),
  state: orNull(VerdictStateSchema),
  reason: orNull(Type.String({ description: "Why it is not evaluable." })),
  sentence: orNull(Type.String({ description: "Of the verdict." })),
  minimum: orNull(Type.Number({ description: "Threshold that it was judged by when it came." })),
});

const ScorePointSchema = Type.Object({
  comparisonId: IdSchema,
  run: Type.Object({ id: IdSchema, name: Type.String() }),
  time: MomentOutSchema,
  isImported: Type.Boolean(),
  sample: orNull(Type.Object({ id: IdSchema, name: Type.String() })),
  instrument: orNull(Type.String()),
  pipelineVersion: orNull(Type.Object({ id: IdSchema, pipeline: Type.String(), version: Type.String() })),
  recall: PointScoreSchema,
  precision: PointScoreSchema,
  f1: PointScoreSchema,
});

const TrendSchema = Type.Object({
  from: Type.String({ description: "First run since the last change." }),
  to: Type.String(),
  since: orNull(MomentOutSchema),
  n: Type.Integer({ description: "Runs with a value." }),
  mannKendall: Type.Object({
    s: Type.Integer(),
    p: orNull(Type.Number({ description: "Two-sided, after the correction for autocorrelation." })),
    levelOfLook: Type.Number({ description: "What p must stay below at this look." }),
    reason: orNull(Type.String({ description: "Why there is no p." })),
  }),
  sen: orNull(
    Type.Object({
      slopePerDay: Type.Number(),
      low: orNull(Type.Number()),
      high: orNull(Type.Number()),
      level: Type.Number({ description: "Confidence level of the interval." }),
      intercept: Type.Number({ description: "Value of the line at the run `from`." }),
    }),
  ),
  crossing: orNull(
    Type.Object({
      state: Type.Union((["crossed", "ahead", "never", "undefined"] as const).map((state) => Type.Literal(state))),
      days: orNull(Type.Number({ description: "From the run `from` to where the line meets the threshold." })),
      earliestDays: orNull(Type.Number()),
      latestDays: orNull(Type.Number({ description: "Null where the flatter line of the interval never meets it." })),
      at: orNull(MomentOutSchema),
    }),
  ),
  verdict: Type.Object({
    state: Type.Union((["decline", "no decline", "not evaluable"] as const).map((state) => Type.Literal(state))),
    reason: Type.String(),
  }),
});

const ScoreSchema = Type.Object({
  score: Type.Union(scoreNames.map((score) => Type.Literal(score))),
  threshold: orNull(
    Type.Object({
      id: IdSchema,
      minimum: Type.Number(),
      version: Type.Integer(),
      trendHorizonDays: orNull(Type.Number({ description: "Null: its trend raises no alert." })),
    }),
  ),
  trend: orNull(TrendSchema),
});

/** All that charts of scores by run show. */
export const ScoreChartSchema = Type.Object({
  points: Type.Array(ScorePointSchema, {
    description: "In order of time. All there are of the period, or the latest of them.",
  }),
  next: orNull(Type.String({ description: "Cursor of the points before these; null when these are all." })),
  scores: Type.Array(ScoreSchema, {
    description:
      "Threshold in force, and the trend of the runs that are held against the last one: of its pipeline version and " +
      "instrument, since the last change. Trends are of the latest runs; null where `before` or `cursor` ask for older ones.",
  }),
  series: orNull(Type.String({ description: "Which runs the trends are of." })),
  events: ChartSchema.properties.events,
  moreEvents: ChartSchema.properties.moreEvents,
});

export type ScoreChartQuery = Static<typeof ScoreChartQuerySchema>;
export type ScoreChart = Static<typeof ScoreChartSchema>;
export type ScorePoint = Static<typeof ScorePointSchema>;
export type ScoreTrend = Static<typeof TrendSchema>;
