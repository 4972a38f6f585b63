import { types as pgTypes } from "pg";
import { StoreError } from "../error.ts";

/*
 * The one place that decides what a value of PostgreSQL is in TypeScript. Left alone, the two drivers differ: int8 is
 * text in one, a number or a BigInt in the other; a date is local midnight in one and UTC midnight in the other.
 */

/** Turns PostgreSQL's text of a value into a value of TypeScript. */
type ParseText = (text: string) => unknown;

/** By PostgreSQL's type numbers (pg_type.oid), which never change. */
export const valueParsers: Readonly<Record<number, ParseText>> = {
  /** int8 */ 20: parseInteger,
  /** json */ 114: (text) => JSON.parse(text),
  /** float4 */ 700: Number,
  /** float8 */ 701: Number,
  /** date: a day has no time zone, so it stays text, YYYY-MM-DD. */ 1082: (text) => text,
  /** int8[] */ 1016: parseIntegers,
  /** timestamptz */ 1184: parseMoment,
  /** numeric, which sums and averages of integers are */ 1700: Number,
  /** jsonb */ 3802: (text) => JSON.parse(text),
};

/** The same for `pg`, which asks for a parser by type and format. */
export const pgTypeParsers: { getTypeParser(oid: number, format?: string): (value: never) => unknown } = {
  getTypeParser(oid, format) {
    const parse = format === "binary" ? undefined : valueParsers[oid];
    return (parse ?? pgTypes.getTypeParser(oid, format as "text")) as (value: never) => unknown;
  },
};

/**
 * A value for a jsonb column. Given an array itself, `pg` would write an array of PostgreSQL; text is JSON to both.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value);
}

/** "2024-06-30 21:59:59.123+00" in the form that JavaScript defines: anything else it may read as another century. */
function parseMoment(text: string): Date {
  return new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
}

function parseIntegers(text: string): (number | null)[] {
  if (text === "{}") return [];
  const elements = text.slice(1, -1).split(",");
  return elements.map((element) => (element === "NULL" ? null : parseInteger(element)));
}

/** @throws StoreError TS_NUMBER_TOO_LARGE beyond 2^53 - 1, where neighbouring integers are one number. */
function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new StoreError("TS_NUMBER_TOO_LARGE", `the integer ${text} is beyond 2^53 - 1`);
  }
  return value;
}
