import { type Static, type TInteger, type TNumber, Type } from "@sinclair/typebox";
import { ChartScaleSchema, MeasurementKindSchema } from "./baseline.ts";
import { DefinitionNameSchema, DefinitionVersionSchema } from "./common.ts";
import { PoliciesSchema, RuleSetSchema } from "./rule-set.ts";

const CLOSED = { additionalProperties: false } as const;

const CitationSchema = Type.String({
  minLength: 1,
  description: "Where the number comes from: publication and place, or the laboratory's own record.",
});

/** A number never stands without saying where it comes from. */
function cited<T extends TNumber | TInteger>(value: T) {
  return Type.Object({ value, citation: Type.Optional(CitationSchema) }, CLOSED);
}

const ShareSchema = Type.Number({ minimum: 0, maximum: 1 });

const ThresholdSchema = Type.Object(
  {
    score: Type.Union([Type.Literal("precision"), Type.Literal("recall"), Type.Literal("f1")]),
    variantType: Type.Union([Type.Literal("SNV"), Type.Literal("INDEL")]),
    minimum: cited(ShareSchema),
    observations: Type.Optional(cited(Type.Integer({ minimum: 1 }))),
    trendHorizonDays: Type.Optional(cited(Type.Number({ exclusiveMinimum: 0 }))),
    rules: Type.Optional(Type.Unknown({ description: "Refused: control rules are for measurements." })),
  },
  { ...CLOSED, description: "observations: fewest records that the score may be a share of; never left out." },
);

const AnalyteSchema = Type.Object(
  {
    analyte: Type.String({ minLength: 1 }),
    kind: MeasurementKindSchema,
    scale: Type.Optional(ChartScaleSchema),
    materials: Type.Array(Type.String({ minLength: 1 }), { minItems: 1, description: "Names from `materials`." }),
    depth: Type.Optional(cited(Type.Number({ exclusiveMinimum: 0 }))),
    controlIntervalDays: Type.Optional(cited(Type.Number({ exclusiveMinimum: 0 }))),
  },
  {
    ...CLOSED,
    description:
      "depth: fewest reads of a fraction that may be judged. controlIntervalDays: longest time between measurements of " +
      "each control; an alert tells when it is over.",
  },
);

const MaterialSchema = Type.Object(
  {
    name: Type.String({ minLength: 1 }),
    lot: Type.Optional(Type.String({ minLength: 1 })),
    use: Type.Union([Type.Literal("truth set"), Type.Literal("control"), Type.Literal("replicates")]),
    description: Type.Optional(Type.String()),
  },
  CLOSED,
);

/** JSON Schema of an assay definition: what is watched, by which limits, and where each limit comes from. */
export const AssaySchema = Type.Object(
  {
    schema: Type.Literal("touchstone/assay/1"),
    mark: Type.Optional(
      Type.Literal("EXAMPLE", { description: "Shows how a definition is written; never approved as it is." }),
    ),
    name: DefinitionNameSchema,
    version: DefinitionVersionSchema,
    description: Type.Optional(Type.String()),
    materials: Type.Array(MaterialSchema, { minItems: 1 }),
    thresholds: Type.Array(ThresholdSchema, { description: "Of scores, by counts." }),
    analytes: Type.Array(AnalyteSchema, { description: "Measurements, by baseline and control rules." }),
    baseline: Type.Object({ points: cited(Type.Integer({ minimum: 20 })) }, CLOSED),
    ruleSet: Type.Object(
      {
        name: DefinitionNameSchema,
        version: DefinitionVersionSchema,
        rules: RuleSetSchema.properties.rules,
        policies: Type.Optional(PoliciesSchema),
        citation: Type.Optional(CitationSchema),
      },
      CLOSED,
    ),
    reproducibility: Type.Object(
      { cvLimit: cited(Type.Number({ exclusiveMinimum: 0 })), replicates: cited(Type.Integer({ minimum: 2 })) },
      CLOSED,
    ),
  },
  { ...CLOSED, $id: "touchstone/assay/1" },
);

/** Contents of an assay file. */
export type AssayDocument = Static<typeof AssaySchema>;
