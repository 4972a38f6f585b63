import { type Static, type TLiteral, type TUnion, Type } from "@sinclair/typebox";
import { ChartScaleSchema, MeasurementKindSchema } from "./baseline.ts";
import { MomentSchema, NullableNumber, NullableText, Sha256Schema } from "./common.ts";

function oneOf<const T extends string>(...values: readonly T[]): TUnion<TLiteral<T>[]> {
  return Type.Union(values.map((value) => Type.Literal(value)));
}

const IdentitySchema = Type.Object({
  name: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  contentSha256: Sha256Schema,
});

const StateSchema = oneOf("in control", "warning", "out of control", "not evaluable");

const ViolationSchema = Type.Object({
  rule: Type.String({ description: "Westgard's notation, such as 2-2s." }),
  scope: oneOf("within run", "across runs", "across materials"),
  severity: oneOf("warning", "rejection"),
  side: Type.Union([oneOf("above", "below"), Type.Null()], { description: "Of the mean; null for R-4s." }),
  window: Type.Array(
    Type.Object({ run: Type.String(), material: Type.String(), materialLot: NullableText, level: NullableText }),
    { description: "The points that violate the rule together, oldest first." },
  ),
  begins: Type.Boolean({ description: "False where the violation was reported already and goes on." }),
});

const PointSchema = Type.Object({
  measurement: Type.Object({
    run: Type.String(),
    time: MomentSchema,
    material: Type.String(),
    materialLot: NullableText,
    analyte: Type.String(),
    level: NullableText,
    kind: MeasurementKindSchema,
    value: Type.Number(),
    depth: NullableNumber,
    instrument: NullableText,
    reagentLot: NullableText,
    pipelineVersion: NullableText,
  }),
  state: StateSchema,
  reason: Type.Union([Type.String(), Type.Null()], { description: "Why the point is not evaluable; null otherwise." }),
  score: Type.Union([Type.Number(), Type.Null()], { description: "SD from the baseline's mean, unrounded." }),
  limits: Type.Union(
    [
      Type.Object({
        scale: ChartScaleSchema,
        mean: Type.Number({ description: "On the scale." }),
        sd: Type.Number({ description: "On the scale, for the point's depth where that was adjusted." }),
        isDepthAdjusted: Type.Boolean(),
        isProvisional: Type.Boolean(),
      }),
      Type.Null(),
    ],
    { description: "What the point was held against." },
  ),
  baseline: Type.Union([IdentitySchema, Type.Null()]),
  violations: Type.Array(ViolationSchema),
  sentence: Type.String({ description: "For the person at the bench." }),
});

const RunSchema = Type.Object({
  run: Type.String(),
  time: MomentSchema,
  state: StateSchema,
  proposal: Type.Union(
    [
      Type.Object({ disposition: oneOf("released", "held", "rejected", "repeat"), reasons: Type.Array(Type.String()) }),
      Type.Null(),
    ],
    { description: "Null for a run that made the baseline." },
  ),
  points: Type.Array(PointSchema),
  ruleSet: IdentitySchema,
});

/** JSON Schema of what `touchstone monitor --json` prints: verdicts, proposed dispositions, and what they rest on. */
export const MonitorResultSchema = Type.Object(
  {
    schema: Type.Literal("touchstone/monitor/1"),
    touchstone: Type.String({ description: "Version." }),
    inputs: Type.Object({ measurements: Type.Object({ file: Type.String(), sha256: Sha256Schema }) }),
    ruleSet: IdentitySchema,
    baselines: Type.Array(IdentitySchema),
    runs: Type.Array(RunSchema, { description: "In order of time." }),
  },
  { $id: "touchstone/monitor/1" },
);

/** What `touchstone monitor --json` prints. */
export type MonitorResultDocument = Static<typeof MonitorResultSchema>;
