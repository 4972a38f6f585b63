/** A value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | JsonRecord;
export type JsonRecord = { readonly [name: string]: Json };

/** A calculation with its known results. */
export interface ReferenceCase {
  readonly id: string;
  /** What the calculation is about; decides which meaning a name has where it could have several. */
  readonly category: string;
  /** Publication or data set; may name a convention. */
  readonly source: string;
  /** Program that made the figures; may name a convention. */
  readonly referenceImplementation: string;
  readonly input: JsonRecord;
  readonly expected: JsonRecord;
  /** Relative; absolute where the expected value is 0. 0: exact, or a matter of structure. */
  readonly tolerance: number;
}

/** Whether a value of JSON is an object. */
export function isRecord(value: Json | undefined): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value of JSON is an array. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
