import { type TInteger, type TNull, type TSchema, type TString, type TUnion, Type } from "@sinclair/typebox";

/** Largest whole number of a record's column for numbers and versions. */
export const LARGEST_INTEGER: number = 2 ** 31 - 1;

/** A number of bytes, milliseconds or records, as large as JSON's numbers hold exactly. */
export const CountInSchema: TInteger = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** Version of a definition. */
export const VersionInSchema: TInteger = Type.Integer({ minimum: 1, maximum: LARGEST_INTEGER });

/** Id of a record. */
export const IdSchema: TString = Type.String({ format: "uuid" });

/** A moment of an answer, in UTC. */
export const MomentOutSchema: TString = Type.String({ format: "date-time" });

/** A moment of a request: with its time zone, so that nothing has to be guessed. */
export const MomentInSchema: TString = Type.String({
  format: "date-time",
  description: "With its time zone: 2026-01-31T08:00:00Z.",
});

/** A name of 1 to 200 letters without space around it. */
export const NameSchema: TString = Type.String({ minLength: 1, maxLength: 200, pattern: "^\\S(.*\\S)?$" });

/** SHA-256 in lower-case hexadecimal digits. */
export const Sha256Schema: TString = Type.String({ pattern: "^[0-9a-f]{64}$" });

/** Free text. */
export const TextSchema: TString = Type.String({ minLength: 1, maxLength: 10_000, pattern: "\\S" });

/** That, or null where there is none. */
export function orNull<T extends TSchema>(schema: T): TUnion<[T, TNull]> {
  return Type.Union([schema, Type.Null()]);
}

/** A moment of a record as answers write it. */
export function momentOut(moment: Date): string {
  return moment.toISOString();
}

/** The same where there may be none. */
export function momentOutOrNull(moment: Date | null): string | null {
  return moment === null ? null : moment.toISOString();
}
