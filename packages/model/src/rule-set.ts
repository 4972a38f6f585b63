import { type Static, type TLiteral, type TUnion, Type } from "@sinclair/typebox";
import { DefinitionNameSchema, DefinitionVersionSchema } from "./common.ts";

function oneOf<const T extends string>(values: readonly T[], description: string): TUnion<TLiteral<T>[]> {
  return Type.Union(
    values.map((value) => Type.Literal(value)),
    { description },
  );
}

const CLOSED = { additionalProperties: false } as const;

const RuleNameSchema = oneOf(
  ["1-2s", "1-3s", "2-2s", "2of3-2s", "R-4s", "3-1s", "4-1s", "6-x", "8-x", "10-x", "12-x"],
  "Westgard's notation: number of measurements, then the limit in SD (x: the mean).",
);

const RuleSchema = Type.Object(
  {
    rule: RuleNameSchema,
    scopes: Type.Optional(
      Type.Array(oneOf(["within run", "across runs", "across materials"], "Which measurements form a window."), {
        minItems: 1,
        description: "Each is evaluated separately; the rule's own unless given.",
      }),
    ),
    severity: Type.Optional(
      oneOf(["warning", "rejection"], "warning for 1-2s and rejection for the others unless given."),
    ),
    rangeForm: Type.Optional(
      oneOf(
        ["two-sided 2s", "difference"],
        "R-4s: one control above +2s and another below -2s, or a difference above 4s.",
      ),
    ),
  },
  CLOSED,
);

/** What causes windows of rules to start anew. */
export const ResetCauseSchema = oneOf(
  ["corrective action", "reagent lot", "service"],
  "A new control lot, pipeline version or baseline always starts them anew.",
);

const DispositionSchema = oneOf(["released", "held", "rejected", "repeat"], "What is proposed for the run.");

/** JSON Schema of the policies of a rule set, all of which have a default. */
export const PoliciesSchema = Type.Object(
  {
    rejectedRuns: Type.Optional(
      oneOf(["counted", "left out"], "Whether values of a run that is out of control count in later windows."),
    ),
    countersResetBy: Type.Optional(
      Type.Array(ResetCauseSchema, { description: "Events after which windows start anew." }),
    ),
    approvals: Type.Optional(
      Type.Integer({ minimum: 1, description: "People who have to approve a baseline before it judges." }),
    ),
    newControlLot: Type.Optional(
      oneOf(["not evaluable", "refuse"], "A point of a control lot that no baseline was made with."),
    ),
    pipelineVersionChange: Type.Optional(
      oneOf(["not evaluable", "refuse"], "A point of a pipeline version that no baseline was made with."),
    ),
    depthOutsideRange: Type.Optional(
      oneOf(["adjust", "not evaluable"], "A fraction measured at a depth that the baseline does not cover."),
    ),
    missingDepth: Type.Optional(
      oneOf(["not evaluable", "judge"], "A point without depth where the baseline has depths."),
    ),
    provisionalBaseline: Type.Optional(
      oneOf(["judge", "not evaluable"], "Points whose limits come from fewer than 20 points, runs or days."),
    ),
    limits: Type.Optional(
      oneOf(
        ["baseline", "prediction"],
        "prediction widens the limits by the uncertainty of the baseline's mean and SD.",
      ),
    ),
    missingControl: Type.Optional(oneOf(["hold", "ignore"], "A series of the baseline that a run has no value of.")),
    dispositions: Type.Optional(
      Type.Object(
        {
          outOfControl: Type.Optional(DispositionSchema),
          notEvaluable: Type.Optional(DispositionSchema),
          warning: Type.Optional(DispositionSchema),
        },
        CLOSED,
      ),
    ),
  },
  CLOSED,
);

/** JSON Schema of a rule set: which control rules judge a run, and by which policies. */
export const RuleSetSchema = Type.Object(
  {
    schema: Type.Literal("touchstone/rule-set/1"),
    name: DefinitionNameSchema,
    version: DefinitionVersionSchema,
    description: Type.Optional(Type.String()),
    rules: Type.Array(Type.Union([RuleNameSchema, RuleSchema]), {
      minItems: 1,
      description: "A bare name stands for the rule's defaults.",
    }),
    policies: Type.Optional(PoliciesSchema),
  },
  { ...CLOSED, $id: "touchstone/rule-set/1" },
);

/** Contents of a rule-set file. */
export type RuleSetDocument = Static<typeof RuleSetSchema>;
