import { type Static, Type } from "@sinclair/typebox";

const InputIdentitySchema = Type.Object({
  path: Type.String(),
  sizeBytes: Type.Integer({ minimum: 0 }),
  sha256: Type.String({ pattern: "^[0-9a-f]{64}$", description: "Of the file as it is." }),
});
const NullableInput = Type.Union([InputIdentitySchema, Type.Null()], { description: "Null when not given." });
const SampleSchema = Type.Object({
  sample: Type.Union([Type.String(), Type.Null()], { description: "Null in files without samples." }),
});
const CallSetSchema = Type.Intersect([InputIdentitySchema, SampleSchema]);
const Moment = Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$", description: "UTC." });

const ContigSchema = Type.Object({
  name: Type.String(),
  length: Type.Integer({ minimum: 0 }),
  md5: Type.String({ pattern: "^[0-9a-f]{32}$", description: "Of the upper-case bases, as M5 in SAM headers." }),
});

/** JSON Schema of `P.provenance.json`: which inputs, options and versions a comparison is the result of. */
export const ComparisonProvenanceSchema = Type.Object(
  {
    schema: Type.Literal("touchstone/comparison-provenance/1"),
    touchstone: Type.String({ description: "Version." }),
    node: Type.String({ description: "Version." }),
    startedAt: Moment,
    finishedAt: Moment,
    inputs: Type.Object({
      truth: CallSetSchema,
      query: CallSetSchema,
      regions: NullableInput,
      targets: NullableInput,
      stratifications: NullableInput,
      strata: Type.Array(Type.Intersect([InputIdentitySchema, Type.Object({ name: Type.String() })]), {
        description: "The BED file of each stratum.",
      }),
      reference: Type.Object({ path: Type.String(), contigs: Type.Array(ContigSchema) }),
    }),
    options: Type.Object({
      match: Type.String(),
      phase: Type.String(),
      ploidy: Type.String(),
      allRecords: Type.Boolean(),
      scoreField: Type.String(),
      refMismatch: Type.String(),
      renameContigs: Type.Boolean(),
    }),
  },
  { $id: "touchstone/comparison-provenance/1" },
);

/** Contents of `P.provenance.json`. */
export type ComparisonProvenanceDocument = Static<typeof ComparisonProvenanceSchema>;
