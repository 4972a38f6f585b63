import type { TakenBody } from "./add-example-records.ts";
import type { ExampleValues } from "./example-values.ts";

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, object>> };
}

const API = "/api/v1";
/** Values of a parameter at most. */
const EXAMPLES = 8;

/**
 * The document with examples that lead to records: in paths some values of each parameter, and of bodies those that were
 * taken. Nothing that the document says is changed.
 */
export function documentWithExamples(
  document: object,
  valuesOfPath: ReadonlyMap<string, ExampleValues>,
  taken: readonly TakenBody[],
): object {
  const paths = Object.entries((document as Document).paths).map(([path, methods]) => {
    const values = valuesOfPath.get(path) ?? {};
    const bodies = taken.filter((one) => isAt(one.path, path)).map(({ body }) => body);
    const withExamples = Object.entries(methods).map(([method, operation]) => [
      method,
      { ...operation, ...parametersOf(operation, values), ...(method === "post" ? bodyOf(operation, bodies) : {}) },
    ]);
    return [path, Object.fromEntries(withExamples)];
  });
  return JSON.parse(JSON.stringify({ ...document, paths: Object.fromEntries(paths) }), forSchemathesis);
}

/** Longest list of different values that is made up to its end: longer ones take most of the time. */
const LONGEST_LIST = 20;

/**
 * What the document says, in the words of Schemathesis 4.32: it takes `prefixItems` in an answer for a wrong schema, and pairs
 * of alike values need none.
 */
function forSchemathesis(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { prefixItems, maxItems, ...rest } = value as { readonly prefixItems?: unknown; readonly maxItems?: unknown };
  if (Array.isArray(prefixItems) && new Set(prefixItems.map((item) => JSON.stringify(item))).size === 1) {
    return { ...rest, maxItems, items: prefixItems[0] };
  }
  const isLong = Number(maxItems) > LONGEST_LIST && "uniqueItems" in rest;
  return isLong ? rest : value;
}

function isAt(path: string, pattern: string): boolean {
  const [parts, wanted] = [`${API}${path}`.split("/"), pattern.split("/")];
  return parts.length === wanted.length && wanted.every((part, place) => part.startsWith("{") || part === parts[place]);
}

function parametersOf({ parameters }: Operation, values: ExampleValues): Pick<Operation, "parameters"> {
  if (parameters === undefined) return {};
  return {
    parameters: parameters.map((parameter) => {
      const known = values[`${parameter.in}.${parameter.name}`] ?? [];
      return known.length === 0 ? parameter : { ...parameter, examples: examplesOf(known.slice(0, EXAMPLES)) };
    }),
  };
}

function bodyOf({ requestBody }: Operation, bodies: readonly unknown[]): Pick<Operation, "requestBody"> {
  const json = requestBody?.content["application/json"];
  if (requestBody === undefined || json === undefined || bodies.length === 0) return {};
  const content = { ...requestBody.content, "application/json": { ...json, examples: examplesOf(bodies) } };
  return { requestBody: { ...requestBody, content } };
}

function examplesOf(values: readonly unknown[]): object {
  return Object.fromEntries(values.map((value, place) => [`example-${place}`, { value }]));
}
