import { type Static, Type } from "@sinclair/typebox";
import { orNull, TextSchema } from "../http/field-schemas.ts";

const WordsSchema = Type.Unsafe<string>({ ...TextSchema, maxLength: 1000 });

/** A program that a process of a run was carried out with. */
export const ToolVersionSchema = Type.Object(
  { process: WordsSchema, tool: WordsSchema, version: WordsSchema },
  { additionalProperties: false },
);

const substitution = {
  standsFor: Type.Unsafe<string>({ ...WordsSchema, description: "The program that the pipeline names: BWA-MEM2." }),
  used: Type.Unsafe<string>({ ...WordsSchema, description: "The program that was run in its place: bwa." }),
  version: orNull(WordsSchema),
  note: orNull(TextSchema),
};

/** A program that was run in the place of another one. */
export const SubstitutionSchema = Type.Object({
  ...substitution,
  sentence: Type.String({ description: "It in words: bwa 0.7.17 stood in for BWA-MEM2." }),
});

/** What a run was carried out with, as `versions.json` and `substitutions.json` of a pipeline have it. */
export const RunToolsSchema = Type.Object(
  {
    toolVersions: Type.Array(ToolVersionSchema, { maxItems: 10_000 }),
    substitutions: Type.Array(Type.Object(substitution, { additionalProperties: false }), {
      maxItems: 100,
      description: "Empty where every program was the one that the pipeline names.",
    }),
  },
  { additionalProperties: false },
);

export type ToolVersion = Static<typeof ToolVersionSchema>;
export type Substitution = Static<typeof SubstitutionSchema>;
export type RunTools = Static<typeof RunToolsSchema>;
