import { type Static, Type } from "@sinclair/typebox";
import { IdSchema, MomentOutSchema, orNull } from "../http/field-schemas.ts";
import { ThresholdSchema } from "../thresholds/schema.ts";

/** What a verdict can say. */
export const verdictStates = ["in control", "warning", "out of control", "not evaluable"] as const;

/** The same as a schema. */
export const VerdictStateSchema = Type.Union(verdictStates.map((state) => Type.Literal(state)));

/** A control rule that is violated, with the measurements that violate it together. */
export const ViolationSchema = Type.Object({
  rule: Type.String({ description: "Westgard's notation: 2-2s." }),
  scope: Type.String({ description: "within run, across runs or across materials." }),
  severity: Type.String({ description: "warning or rejection." }),
  side: orNull(Type.String({ description: "Of the mean: above or below; null for R-4s." })),
  begins: Type.Boolean({ description: "False where the violation was reported already and goes on." }),
  window: Type.Array(
    Type.Object({
      run: Type.String(),
      material: Type.String(),
      materialLot: orNull(Type.String()),
      level: orNull(Type.String()),
    }),
    { description: "Oldest first." },
  ),
});

const threshold = ThresholdSchema.properties;
const JudgingThresholdSchema = Type.Object({
  id: IdSchema,
  version: threshold.version,
  score: threshold.score,
  variantType: threshold.variantType,
  stratum: threshold.stratum,
  stage: threshold.stage,
  minimum: threshold.minimum,
});

const NamedVersionSchema = Type.Object({ id: IdSchema, name: Type.String(), version: Type.Integer() });

/** A verdict as answers show it. */
export const VerdictSchema = Type.Object({
  id: IdSchema,
  run: Type.Object({ id: IdSchema, name: Type.String() }),
  about: Type.Union(
    [Type.Literal("measurement"), Type.Literal("comparison"), Type.Literal("replicate study"), Type.Literal("run")],
    { description: "What it is a verdict on; run: on the run's controls as a whole." },
  ),
  measurement: orNull(
    Type.Object({
      id: IdSchema,
      material: Type.String(),
      materialLot: orNull(Type.String()),
      analyte: Type.String(),
      level: orNull(Type.String()),
      replicate: Type.Integer(),
      value: Type.Number(),
    }),
  ),
  comparisonId: orNull(IdSchema),
  sample: orNull(Type.String({ description: "Whose calls were compared, of a verdict on a comparison that says so." })),
  comparisonStratumId: orNull(IdSchema),
  replicateStudyId: orNull(IdSchema),
  state: VerdictStateSchema,
  reason: orNull(Type.String({ description: "Why it is not evaluable." })),
  score: orNull(Type.Number({ description: "Standard deviations from the baseline's mean." })),
  baseline: orNull(NamedVersionSchema),
  ruleSet: orNull(NamedVersionSchema),
  thresholdId: orNull(IdSchema),
  threshold: orNull(JudgingThresholdSchema),
  violations: Type.Array(ViolationSchema),
  sentence: Type.String(),
  inputsSha256: Type.String({ description: "Of what it rests on; docs/methods/monitoring.md says how it is made." }),
  touchstone: Type.String({ description: "Version that judged." }),
  judgedAt: MomentOutSchema,
  supersedes: orNull(IdSchema),
  supersededAt: orNull(MomentOutSchema),
});

/** One verdict with those before and after it. */
export const VerdictRecordSchema = Type.Object({
  ...VerdictSchema.properties,
  history: Type.Array(VerdictSchema, {
    description: "Every verdict on the same, oldest first, this one among them; the last one is in force.",
  }),
});

export type Verdict = Static<typeof VerdictSchema>;
export type VerdictRecord = Static<typeof VerdictRecordSchema>;
