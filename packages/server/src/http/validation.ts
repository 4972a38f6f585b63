import type { TSchema } from "@sinclair/typebox";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import type { FastifySchemaCompiler } from "fastify";

/*
 * A body is taken as it is: "0.93" is no number and 1 is no text. What an address holds is always text, so that is
 * turned into what the schema says.
 */
const options = { strict: true, strictTypes: false, strictTuples: false, useDefaults: true } as const;
const ofBody = withFormats(new Ajv(options));
const ofAddress = withFormats(new Ajv({ ...options, coerceTypes: "array" }));

/** Makes the check of a part of a request from its schema. */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  return (httpPart === "body" ? ofBody : ofAddress).compile(schema);
};

function withFormats(ajv: Ajv): Ajv {
  // CommonJS, whose types say that the function is a namespace.
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  return ajv;
}
