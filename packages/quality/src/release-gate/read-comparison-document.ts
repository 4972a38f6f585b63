import type { Static, TSchema } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { QualityError } from "../error.ts";

/**
 * A JSON file of a comparison's result, held to its schema.
 *
 * @throws QualityError TS_COMPARISON_INVALID naming the file and the first field that is wrong
 */
export function readComparisonDocument<T extends TSchema>(
  { text, file }: { readonly text: string; readonly file: string },
  schema: T,
): Static<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new QualityError("TS_COMPARISON_INVALID", `${file} is no JSON: ${(cause as Error).message}`, { file }, cause);
  }
  const problem = Value.Errors(schema, value).First();
  if (problem !== undefined) {
    const field = problem.path.slice(1).replaceAll("/", ".");
    throw new QualityError("TS_COMPARISON_INVALID", `${file}: ${field}: ${problem.message.toLowerCase()}`, {
      file,
      field,
    });
  }
  return value as Static<T>;
}
