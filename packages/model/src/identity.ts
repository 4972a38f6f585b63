import { type Static, type TLiteral, type TUnion, Type } from "@sinclair/typebox";
import { NullableText } from "./common.ts";

function oneOf<const T extends string>(...values: readonly T[]): TUnion<TLiteral<T>[]> {
  return Type.Union(values.map((value) => Type.Literal(value)));
}

const StateSchema = oneOf("match", "mismatch", "not evaluable");
const Reason = Type.Union([Type.String(), Type.Null()], { description: "Why the state is not match; null for match." });
const Sites = {
  compared: Type.Integer({ minimum: 0, description: "Sites with a genotype on both sides." }),
  discordant: Type.Integer({ minimum: 0, description: "Of these, sites with different genotypes." }),
  discordance: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()], {
    description: "discordant / compared; null where nothing was compared.",
  }),
};

/** `P.identity.json`: whether samples are who a samplesheet says. */
export const IdentitySchema = Type.Object({
  schema: Type.Literal("touchstone.identity/1"),
  state: StateSchema,
  options: Type.Object({
    maxDiscordance: Type.Number({ description: "Genotypes of one individual differ at this share of sites at most." }),
    minSites: Type.Integer({ description: "Fewer sites are not evaluable." }),
  }),
  samples: Type.Array(
    Type.Object({
      id: Type.String(),
      sample: Type.String(),
      truthSet: NullableText,
      identity: StateSchema,
      sex: Type.Object({
        state: StateSchema,
        declared: oneOf("female", "male", "unknown"),
        inferred: Type.Union([oneOf("female", "male"), Type.Null()]),
        autosomalDepth: Type.Union([Type.Number(), Type.Null()], { description: "Mean over chromosomes 1 to 22." }),
        xRatio: Type.Union([Type.Number(), Type.Null()], { description: "Depth of X / depth of autosomes." }),
        yShare: Type.Union([Type.Number(), Type.Null()], { description: "Bases on Y / bases on X and Y." }),
        reason: Reason,
      }),
    }),
  ),
  pairs: Type.Array(
    Type.Object({
      first: Type.String(),
      second: Type.String(),
      expected: oneOf("same", "different"),
      ...Sites,
      state: StateSchema,
      reason: Reason,
    }),
    { description: "Every two ids of the samplesheet." },
  ),
  truths: Type.Array(
    Type.Object({ id: Type.String(), truthSet: Type.String(), ...Sites, state: StateSchema, reason: Reason }),
    { description: "Every id that names a truth set, against its genotypes." },
  ),
  explanations: Type.Array(
    Type.Object({
      kind: oneOf("exchanged", "another sample", "unknown individual"),
      ids: Type.Array(Type.String(), { minItems: 1 }),
      sample: Type.Union([Type.String(), Type.Null()], { description: "Sample or truth set that the id is of." }),
      sentence: Type.String(),
    }),
    {
      description:
        "What alone would explain every mismatch; several where the genotypes cannot tell. Empty without any.",
    },
  ),
});

export type IdentityDocument = Static<typeof IdentitySchema>;
