import type { ResultFormat } from "./recognise-format.ts";

const SCHEMAS: readonly (readonly [RegExp, ResultFormat])[] = [
  [/^touchstone\/comparison-metrics\//, "touchstone metrics"],
  [/^touchstone\/comparison-provenance\//, "touchstone provenance"],
  [/^touchstone\/reproducibility\//, "touchstone reproducibility"],
];

/** Run and time may be the same for all, and said by somebody. */
const FIELDS_OF_MEASUREMENT = ["material", "analyte", "value"];

/** A document names its schema first; where it is damaged, that tells whose it was. */
const SCHEMA_AT_BEGINNING = /^\s*\{\s*"schema"\s*:\s*"([^"]*)"/;

/** What a JSON text is, by its schema or by the fields of its first item; null when it is nothing known, or no JSON. */
export function formatOfJson(text: string): ResultFormat | null {
  const root = parseJson(text);
  const stated = isObject(root) ? root.schema : SCHEMA_AT_BEGINNING.exec(text)?.[1];
  const known = SCHEMAS.find(([pattern]) => typeof stated === "string" && pattern.test(stated));
  if (known !== undefined) return known[1];
  const list = isObject(root) && "measurements" in root ? root.measurements : root;
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  return isObject(first) && FIELDS_OF_MEASUREMENT.every((field) => field in first) ? "measurements" : null;
}

/** The value of a JSON object or list; undefined for other texts. */
export function parseJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
