import type { Static, TSchema } from "@sinclair/typebox";
import { Value, type ValueError, ValueErrorType } from "@sinclair/typebox/value";
import { isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";

/** What is wrong in a YAML or JSON text, and where. */
export interface DefinitionProblem {
  /** Names file, line, column and field, and what is wrong there. */
  readonly message: string;
  readonly details: {
    readonly file: string;
    /** 1-based. */
    readonly line: number;
    /** 1-based. */
    readonly column: number;
    /** Path of the field, with dots; absent where the text as a whole is meant. */
    readonly field?: string;
  };
}

/** Path of a field, such as `["rules", 0, "rule"]`. */
export type DefinitionPath = readonly (string | number)[];

/** A text that was read; either it holds to its schema or there is a problem. */
export type ParsedDefinition<T> = (
  | { readonly value: T; readonly problem: null }
  | { readonly value: null; readonly problem: DefinitionProblem }
) & {
  /** A problem at a path of the text, for rules that a schema cannot express. */
  problemAt(path: DefinitionPath, what: string): DefinitionProblem;
};

/**
 * Reads YAML or JSON and holds it to a schema. The first problem is returned, not thrown: each package gives its own error.
 *
 * @param file the name that problems give the text
 */
export function parseDefinition<T extends TSchema>(text: string, file: string, schema: T): ParsedDefinition<Static<T>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const problemAtOffset = (offset: number, field: string, what: string): DefinitionProblem => {
    const { line, col } = lines.linePos(offset);
    const place = `${file}:${line}, column ${col}${field === "" ? "" : ` (${field})`}`;
    return {
      message: `${place}: ${what}`,
      details: { file, line, column: col, ...(field === "" ? {} : { field }) },
    };
  };
  const problemAt = (path: DefinitionPath, what: string) =>
    problemAtOffset(offsetOf(document, path), path.join("."), what);
  const [damage] = document.errors;
  if (damage !== undefined) {
    return { value: null, problem: problemAtOffset(damage.pos[0], "", damage.message.split("\n")[0]), problemAt };
  }
  const value: unknown = document.toJS();
  const problem = Value.Errors(schema, value).First();
  if (problem !== undefined) {
    const { path, what } = explain(innermost(problem));
    return { value: null, problem: problemAt(path, what), problemAt };
  }
  return { value: value as Static<T>, problem: null, problemAt };
}

/** Of the alternatives of a union, the problem that lies deepest is the one that the writer can act on. */
function innermost(problem: ValueError): ValueError {
  if (problem.type !== ValueErrorType.Union || constants(problem.schema).length > 0) return problem;
  const inner = problem.errors.flatMap((errors) => [...errors]).map(innermost);
  const deeper = inner.filter(({ path }) => path.length > problem.path.length);
  return deeper[0] ?? inner.find(({ schema }) => constants(schema).length > 0) ?? problem;
}

function explain(problem: ValueError): { path: DefinitionPath; what: string } {
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
function offsetOf(document: ReturnType<typeof parseDocument>, path: DefinitionPath): number {
  const around = document.getIn(path.slice(0, -1), true);
  const pair = isMap(around) ? around.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
