import { type Static, Type } from "@sinclair/typebox";
import { readDefinition } from "../definition/read-definition.ts";
import type { DeclaredSample } from "./identity-input.ts";

const Text = Type.Union([Type.String(), Type.Null()]);

const SheetSchema = Type.Array(
  Type.Object({
    sample: Type.String({ minLength: 1 }),
    replicate: Type.Union([Type.String({ minLength: 1 }), Type.Integer({ minimum: 1 })]),
    sex: Type.Union([Type.Literal("female"), Type.Literal("male"), Type.Literal("unknown")]),
    truth_set: Type.Optional(Text),
    material: Type.Optional(Text),
  }),
  { minItems: 1 },
);

/**
 * The samples of a samplesheet as JSON (`samplesheet.json` of `touchstone run`: a row for each lane). Other fields are not
 * looked at.
 *
 * @param file the name that errors give the text
 * @throws QualityError TS_DEFINITION_INVALID with file, line, column and field; also where rows of one id contradict each
 *   other
 */
export function readDeclaredSamples(text: string, file: string): DeclaredSample[] {
  const sheet = readDefinition(text, file, SheetSchema);
  const declared = new Map<string, DeclaredSample>();
  for (const [place, row] of sheet.value.entries()) {
    const sample = declaredSample(row);
    const earlier = declared.get(sample.id);
    declared.set(sample.id, sample);
    const field = fields.find((name) => earlier !== undefined && earlier[name] !== sample[name]);
    if (earlier === undefined || field === undefined) continue;
    const what = `${sample.id} has ${field} ${sample[field]} here and ${earlier[field]} before`;
    throw sheet.error([place], what);
  }
  return [...declared.values()];
}

const fields = ["sex", "truthSet", "material"] as const;

function declaredSample(row: Static<typeof SheetSchema>[number]): DeclaredSample {
  const { sample, replicate, sex, truth_set, material } = row;
  return { id: `${sample}_R${replicate}`, sample, sex, truthSet: truth_set || null, material: material || null };
}
