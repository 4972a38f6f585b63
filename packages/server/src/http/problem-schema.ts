import { type TObject, type TSchema, Type } from "@sinclair/typebox";

/** Schema of every answer that is no success. */
export const ProblemSchema: TObject = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String({ description: "Stable code; docs/errors.md explains each." }),
    hint: Type.String({ description: "What to do." }),
    retryable: Type.Boolean({ description: "Whether the same request may succeed later without any change." }),
    instance: Type.String(),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          pointer: Type.String({ description: "JSON pointer (RFC 6901): /body/name, /query/limit." }),
          message: Type.String(),
        }),
      ),
    ),
    retryAfter: Type.Optional(Type.Number({ description: "Seconds." })),
  },
  { $id: "Problem" },
);

/** Statuses that any route may answer with. */
const ALWAYS = [400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503, 507] as const;

/** An answer that is no success. */
const problem = {
  description: "Why the request was not carried out.",
  content: { "application/problem+json": { schema: { $ref: "Problem#" } } },
};

/** The answers of a route: its own, and the problem documents that any route may answer with. */
export function answers<Own extends Readonly<Record<number, TSchema>>>(own: Own): Own {
  return { ...Object.fromEntries(ALWAYS.map((status) => [status, problem])), ...own };
}
