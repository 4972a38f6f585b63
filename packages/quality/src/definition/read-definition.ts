import type { Static, TSchema } from "@sinclair/typebox";
import { type DefinitionPath, parseDefinition } from "@touchstone/model/definition";
import { QualityError, type QualityErrorCode } from "../error.ts";

/** A definition that holds to its schema, with the place of everything in it. */
export interface Definition<T> {
  readonly value: T;
  /** An error, TS_DEFINITION_INVALID unless another code is given, at a path such as `["rules", 0, "rule"]`. */
  error(path: DefinitionPath, what: string, code?: QualityErrorCode): QualityError;
}

/**
 * Reads a definition from YAML or JSON and holds it to its schema.
 *
 * @param file the name that errors give the text.
 * @throws QualityError TS_DEFINITION_INVALID naming file, line, column and field of the first problem.
 */
export function readDefinition<T extends TSchema>(text: string, file: string, schema: T): Definition<Static<T>> {
  const { value, problem, problemAt } = parseDefinition(text, file, schema);
  if (problem !== null) throw new QualityError("TS_DEFINITION_INVALID", problem.message, problem.details);
  const error: Definition<unknown>["error"] = (path, what, code = "TS_DEFINITION_INVALID") => {
    const { message, details } = problemAt(path, what);
    return new QualityError(code, message, details);
  };
  return { value: value as Static<T>, error };
}
