import { type Static, Type } from "@sinclair/typebox";
import { MomentSchema, NullableNumber, NullableText, Sha256Schema } from "./common.ts";

const NullableInterval = Type.Union([Type.Tuple([Type.Number(), Type.Number()]), Type.Null()], {
  description: "[low, high]; null where it is not defined.",
});

const VersionedSchema = Type.Object({
  name: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  contentSha256: Sha256Schema,
});

const ControlSchema = Type.Object({ material: Type.String(), materialLot: NullableText, level: NullableText });

const WestgardEvidenceSchema = Type.Object(
  {
    type: Type.Literal("westgard rejection"),
    run: Type.String(),
    analyte: Type.String(),
    ruleSet: VersionedSchema,
    violations: Type.Array(
      Type.Object({
        rule: Type.String({ description: "Westgard's notation, such as 2-2s." }),
        scope: Type.String({ description: "within run, across runs or across materials." }),
        side: Type.Union([Type.Literal("above"), Type.Literal("below"), Type.Null()]),
        window: Type.Array(Type.Intersect([Type.Object({ run: Type.String() }), ControlSchema]), {
          description: "Points that violate the rule together, oldest first.",
        }),
      }),
      { minItems: 1, description: "Each rejection rule once, however many of the run's controls take part in it." },
    ),
    points: Type.Array(
      Type.Intersect([
        ControlSchema,
        Type.Object({ value: Type.Number(), score: NullableNumber, baseline: VersionedSchema }),
      ]),
      { description: "Controls of the run that are out of control; score: distance from the mean in SD." },
    ),
  },
  { description: "A control rule of severity rejection is violated." },
);

const ThresholdEvidenceSchema = Type.Object(
  {
    type: Type.Literal("threshold failed"),
    run: Type.String(),
    score: Type.String({ description: "precision, recall or f1." }),
    value: NullableNumber,
    observations: Type.Integer({ minimum: 0, description: "Records that the score is a share of." }),
    interval: NullableInterval,
    minimum: Type.Number({ minimum: 0, maximum: 1 }),
    stage: Type.Union([Type.Literal("release"), Type.Literal("routine")]),
  },
  { description: "A score stays below its threshold." },
);

const DeclineEvidenceSchema = Type.Object(
  {
    type: Type.Literal("decline"),
    run: Type.String({ description: "The last of the segment." }),
    n: Type.Integer({ minimum: 8, description: "Values of the segment since the last change event." }),
    s: Type.Number({ description: "Mann-Kendall's S." }),
    p: Type.Number({ description: "Two-sided, corrected for autocorrelation." }),
    varianceFactor: Type.Number({ minimum: 1, description: "max(1, Hamed-Rao)." }),
    look: Type.Integer({ minimum: 1, description: "Which look at the segment this is." }),
    levelOfLook: Type.Number({ description: "What p has to stay below at this look." }),
    pAfterLooks: Type.Number({ description: "p corrected for all looks so far." }),
    slope: NullableNumber,
    slopeInterval: NullableInterval,
    unit: Type.Union([Type.Literal("day"), Type.Literal("run")], { description: "Slopes and times are per this." }),
    threshold: Type.Union([
      Type.Object({ value: Type.Number(), badSide: Type.Union([Type.Literal("below"), Type.Literal("above")]) }),
      Type.Null(),
    ]),
    crossing: Type.Union([
      Type.Object({
        state: Type.Union([Type.Literal("crossed"), Type.Literal("ahead")]),
        ahead: NullableNumber,
        earliestAhead: NullableNumber,
        latestAhead: NullableNumber,
      }),
      Type.Null(),
    ]),
    horizon: NullableNumber,
  },
  { description: "A significant trend towards the bad side whose line reaches the threshold within the horizon." },
);

const ReproducibilityEvidenceSchema = Type.Object(
  {
    type: Type.Literal("replicates vary"),
    run: Type.String({ description: "Run that the study is recorded with." }),
    study: Type.String(),
    stratum: NullableText,
    variants: Type.Integer({ minimum: 1 }),
    medianCv: NullableNumber,
    correctedMedianCv: Type.Number({ description: "Median CV, corrected for the number of replicates." }),
    limit: Type.Number({ description: "What the corrected median must not exceed." }),
    floorCv: Type.Union([Type.Number(), Type.Null()], { description: "Median CV of counting reads alone." }),
    ratioToFloor: NullableNumber,
  },
  { description: "The corrected median coefficient of variation is above its limit." },
);

const OverdueEvidenceSchema = Type.Object(
  {
    type: Type.Literal("control overdue"),
    material: Type.String(),
    materialLot: NullableText,
    series: Type.Array(
      Type.Object({
        analyte: Type.String(),
        level: NullableText,
        lastMeasuredAt: Type.Union([MomentSchema, Type.Null()]),
        since: MomentSchema,
        intervalDays: Type.Number({ exclusiveMinimum: 0 }),
        dueAt: MomentSchema,
      }),
      { minItems: 1, description: "Those that are overdue, the longest first." },
    ),
  },
  { description: "Nobody measured a control within the interval that the assay's definition demands." },
);

const ExpiryEvidenceSchema = Type.Object(
  {
    type: Type.Literal("lot expires"),
    use: Type.Union([Type.Literal("reagent"), Type.Literal("control material")]),
    name: Type.String(),
    lot: NullableText,
    expiresOn: Type.String({ description: "YYYY-MM-DD; the last day on which it may be used." }),
    daysLeft: Type.Integer({ description: "On the day, in UTC, on which it was found; negative once it has expired." }),
    warningDays: Type.Integer({ minimum: 0 }),
  },
  { description: "A lot that is in use expires within so many days, or has expired." },
);

const EvidenceSchema = Type.Union([
  WestgardEvidenceSchema,
  ThresholdEvidenceSchema,
  DeclineEvidenceSchema,
  ReproducibilityEvidenceSchema,
  OverdueEvidenceSchema,
  ExpiryEvidenceSchema,
]);

const OccurrenceSchema = Type.Object({
  key: Type.String({ minLength: 1, description: "The same for the same finding, and for no other of this cause." }),
  time: MomentSchema,
  sentence: Type.String({ description: "For the person who looks into it." }),
  evidence: EvidenceSchema,
});

const RecordSchema = Type.Object({
  action: Type.Union([
    Type.Literal("raised"),
    Type.Literal("escalated"),
    Type.Literal("acknowledged"),
    Type.Literal("resolved"),
  ]),
  at: MomentSchema,
  by: Type.Union([Type.String(), Type.Null()], { description: "Person; null where a policy acted." }),
  reason: NullableText,
  level: Type.Integer({ minimum: 0, description: "Level of escalation from then on." }),
});

/** JSON Schema of an alert: a cause that somebody has to look into, with every time it was found. */
export const AlertSchema = Type.Object(
  {
    schema: Type.Literal("touchstone/alert/1"),
    id: Sha256Schema,
    kind: Type.Union(
      [Type.Literal("immediate"), Type.Literal("predictive"), Type.Literal("reproducibility"), Type.Literal("due")],
      { description: "due: found by the clock, such as a control that nobody measured." },
    ),
    cause: Type.String({ minLength: 1, description: "Of one cause one alert at most is not resolved." }),
    subject: Type.String({ description: "What the alert is about, for people." }),
    state: Type.Union([Type.Literal("open"), Type.Literal("acknowledged"), Type.Literal("resolved")]),
    level: Type.Integer({ minimum: 0, description: "Steps of escalation so far." }),
    follows: Type.Union([Sha256Schema, Type.Null()], {
      description: "The resolved alert of the same cause that this one reopens.",
    }),
    occurrences: Type.Array(OccurrenceSchema, { minItems: 1, description: "In the order in which they were found." }),
    history: Type.Array(RecordSchema, { minItems: 1, description: "What was done, the raising first." }),
  },
  { $id: "touchstone/alert/1" },
);

/** An alert as it is stored. */
export type AlertDocument = Static<typeof AlertSchema>;
