import { type Static, Type } from "@sinclair/typebox";
import { IdSchema, MomentOutSchema, NameSchema, orNull, Sha256Schema } from "../http/field-schemas.ts";

/** A truth set as answers show it. */
export const TruthSetSchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  version: Type.String(),
  material: orNull(Type.Object({ id: IdSchema, name: Type.String(), lot: orNull(Type.String()) })),
  reference: Type.String(),
  vcfSha256: Sha256Schema,
  regionsSha256: orNull(Sha256Schema),
  createdAt: MomentOutSchema,
  retiredAt: orNull(MomentOutSchema),
});

/** What makes a truth set. */
export const NewTruthSetSchema = Type.Object(
  {
    name: NameSchema,
    version: NameSchema,
    material: Type.Optional(
      Type.Object({ name: NameSchema, lot: Type.Optional(NameSchema) }, { additionalProperties: false }),
    ),
    reference: Type.String({ minLength: 1, maxLength: 200, pattern: "^\\S(.*\\S)?$", description: "GRCh38." }),
    vcfSha256: Type.String({
      pattern: "^[0-9a-f]{64}$",
      description: "SHA-256 of the VCF file as comparisons read it: their provenance has to name the same.",
    }),
    regionsSha256: Type.Optional(
      Type.String({ pattern: "^[0-9a-f]{64}$", description: "Of the BED file of the confident regions." }),
    ),
  },
  { additionalProperties: false },
);

export type TruthSet = Static<typeof TruthSetSchema>;
export type NewTruthSet = Static<typeof NewTruthSetSchema>;
