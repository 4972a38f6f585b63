import { type TInteger, type TNull, type TNumber, type TString, type TUnion, Type } from "@sinclair/typebox";

/** A moment in UTC, to the millisecond. */
export const MomentSchema: TString = Type.String({
  pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$",
  description: "UTC.",
});

/** SHA-256 in lower-case hexadecimal digits. */
export const Sha256Schema: TString = Type.String({ pattern: "^[0-9a-f]{64}$" });

/** Text, or null where it is not known. */
export const NullableText: TUnion<[TString, TNull]> = Type.Union([Type.String(), Type.Null()]);

/** A finite number, or null where it is not known or not defined. */
export const NullableNumber: TUnion<[TNumber, TNull]> = Type.Union([Type.Number(), Type.Null()]);

/** Name of a definition, which records keep: 1 to 200 letters without space around them. */
export const DefinitionNameSchema: TString = Type.String({ minLength: 1, maxLength: 200, pattern: "^\\S(.*\\S)?$" });

/** Version of a definition, as large as records keep it. */
export const DefinitionVersionSchema: TInteger = Type.Integer({
  minimum: 1,
  maximum: 2 ** 31 - 1,
  description: "Raised with every change.",
});
