import type { Static, TSchema } from "@sinclair/typebox";
import { Value, type ValueError, ValueErrorType } from "@sinclair/typebox/value";
import { isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import { QualityError, type QualityErrorCode } from "../error.ts";

/** A definition that holds to its schema, with the place of everything in it. */
export interface Definition<T> {
  readonly value: T;
  /** An error, TS_DEFINITION_INVALID unless another code is given, at a path such as `["rules", 0, "rule"]`. */
  error(path: Path, what: string, code?: QualityErrorCode): QualityError;
}

type Path = readonly (string | number)[];

/**
 * Reads a definition from YAML or JSON and holds it to its schema.
 *
 * @param file the name that errors give the text.
 * @throws QualityError TS_DEFINITION_INVALID naming file, line, column and field of the first problem.
 */
export function readDefinition<T extends TSchema>(text: string, file: string, schema: T): Definition<Static<T>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const errorAt = (offset: number, field: string, what: string, code: QualityErrorCode = "TS_DEFINITION_INVALID") => {
    const { line, col } = lines.linePos(offset);
    const details = { file, line, column: col, ...(field === "" ? {} : { field }) };
    const place = `${file}:${line}, column ${col}${field === "" ? "" : ` (${field})`}`;
    return new QualityError(code, `${place}: ${what}`, details);
  };
  const error: Definition<unknown>["error"] = (path, what, code) => {
    return errorAt(offsetOf(document, path), path.join("."), what, code);
  };
  const [damage] = document.errors;
  if (damage !== undefined) throw errorAt(damage.pos[0], "", damage.message.split("\n")[0]);
  const value: unknown = document.toJS();
  const problem = Value.Errors(schema, value).First();
  if (problem !== undefined) {
    const { path, what } = explain(innermost(problem));
    throw error(path, what);
  }
  return { value: value as Static<T>, error };
}

/** Of the alternatives of a union, the problem that lies deepest is the one that the writer can act on. */
function innermost(problem: ValueError): ValueError {
  if (problem.type !== ValueErrorType.Union || constants(problem.schema).length > 0) return problem;
  const inner = problem.errors.flatMap((errors) => [...errors]).map(innermost);
  const deeper = inner.filter(({ path }) => path.length > problem.path.length);
  return deeper[0] ?? inner.find(({ schema }) => constants(schema).length > 0) ?? problem;
}

function explain(problem: ValueError): { path: Path; what: string } {
  const path = problem.path
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const allowed = constants(problem.schema);
  const found = problem.value === undefined ? "nothing" : JSON.stringify(problem.value);
  if (problem.type === ValueErrorType.ObjectRequiredProperty) return { path, what: "this field is missing" };
  if (problem.type === ValueErrorType.ObjectAdditionalProperties) return { path, what: "there is no such field" };
  if (allowed.length > 0) return { path, what: `${found} is none of ${allowed.join(", ")}` };
  return { path, what: `${problem.message.toLowerCase()}, found ${found}` };
}

/** The values that a literal, or a union of literals, allows. */
function constants(schema: TSchema): string[] {
  const alternatives: readonly TSchema[] = Array.isArray(schema.anyOf) ? schema.anyOf : [schema];
  const values = alternatives.map((alternative) => alternative.const as string | undefined);
  return values.every((value) => value !== undefined) ? (values as string[]) : [];
}

/** Offset of what lies at the path, with its name where it has one; or of the nearest thing around it. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: Path): number {
  const around = document.getIn(path.slice(0, -1), true);
  const pair = isMap(around) ? around.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
