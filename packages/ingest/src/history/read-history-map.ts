import { type TLiteral, type TObject, type TOptional, type TString, type TUnion, Type } from "@sinclair/typebox";
import { type MeasurementKind, readDefinition } from "@touchstone/quality";
import type { ConstantField, HistoryField, HistoryMap } from "./history-map.ts";

const NAME = Type.String({ minLength: 1 });

const CONSTANT_FIELDS = [
  "material",
  "materialLot",
  "analyte",
  "level",
  "depth",
  "instrument",
  "reagentLot",
  "pipelineVersion",
] as const satisfies readonly ConstantField[];
const FIELDS = ["run", "time", "value", ...CONSTANT_FIELDS] as const satisfies readonly HistoryField[];

/** An object that may have each of the fields, and no others. */
function optionalNames<K extends string>(fields: readonly K[]): TObject<Record<K, TOptional<TString>>> {
  const properties = Object.fromEntries(fields.map((field) => [field, Type.Optional(NAME)]));
  return Type.Object(properties as Record<K, TOptional<TString>>, { additionalProperties: false });
}

function choice<T extends string>(...values: readonly T[]): TUnion<TLiteral<T>[]> {
  return Type.Union(values.map((value) => Type.Literal(value)));
}

const FRACTIONS = ["vaf", "methylation level"] as const satisfies readonly MeasurementKind[];

const HistoryMapSchema = Type.Object(
  {
    schema: Type.Optional(Type.Literal("touchstone/history-map/1")),
    columns: optionalNames(FIELDS),
    constants: Type.Optional(optionalNames(CONSTANT_FIELDS)),
    values: Type.Union([
      Type.Object(
        { kind: choice(...FRACTIONS), scale: choice("fraction", "percent") },
        { additionalProperties: false },
      ),
      Type.Object({ kind: Type.Literal("quantity") }, { additionalProperties: false }),
    ]),
    decimalSeparator: choice(".", ","),
    dateFormat: choice("iso", "day-first", "month-first"),
  },
  { additionalProperties: false },
);

/**
 * Reads the map of a history's columns from YAML or JSON.
 *
 * @param file the name that errors give the text.
 * @throws QualityError TS_DEFINITION_INVALID naming file, line, column and field.
 */
export function readHistoryMap(text: string, file: string): HistoryMap {
  const { schema: _, ...map } = readDefinition(text, file, HistoryMapSchema).value;
  return map as HistoryMap;
}
