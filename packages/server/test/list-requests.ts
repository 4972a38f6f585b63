import type { ListOperation, ListParameter, ParameterSchema } from "./list-operations.ts";

/** Values that a filter is asked with. */
export interface FilterValues {
  /** Each of these leads to records. */
  readonly known: readonly string[];
  /** These may, or may not. */
  readonly others: readonly string[];
}

/** What to ask a list. */
export interface ListRequest {
  readonly query: Readonly<Record<string, string>>;
  /** Whether the records have something of the kind. */
  readonly hasItems: boolean;
}

/** Parameters that are no filters. */
const OF_PAGES = new Set(["limit", "cursor", "sort"]);
/** Before, amid and after all records of the large database. */
const MOMENTS = ["2001-01-01T00:00:00Z", "2024-01-15T08:00:00Z", "2040-01-01T00:00:00Z"];
const NO_ID = "ffffffff-ffff-7fff-8fff-ffffffffffff";
const NO_TEXT = "none-such";
const NO_SHA256 = "f".repeat(64);

/**
 * Requests of a list: as it is, in each order, and by each filter in each order, with every value that the filter can have
 * or, of ids and texts, with one that leads to records and one that leads to none.
 *
 * @param knownValues values of ids and texts that lead to records, by the filter's name or by `operationId.name`.
 * @param together what a filter cannot be used without, by `operationId.name`.
 * @throws Error for an id or a text of which `knownValues` has no value.
 */
export function listRequestsOf(
  { operationId, parameters }: ListOperation,
  knownValues: Readonly<Record<string, string>>,
  together: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): ListRequest[] {
  const valuesOf = (parameter: ListParameter): FilterValues =>
    valuesOfSchema(parameter.schema, () => {
      const known = knownValues[`${operationId}.${parameter.name}`] ?? knownValues[parameter.name];
      if (known !== undefined) return known;
      throw new Error(`say by which ${parameter.name} ${operationId} finds records of the large database`);
    });
  const filters = parameters.filter(({ name }) => !OF_PAGES.has(name)).map((one) => ({ ...one, ...valuesOf(one) }));
  const required = filters.filter(({ isRequired }) => isRequired);
  const always = Object.fromEntries(required.map(({ name, known: [value] }) => [name, value ?? ""]));
  const filtered = filters.flatMap(({ name, known, others }) => {
    const queryOf = (value: string) => ({ ...always, ...together[`${operationId}.${name}`], [name]: value });
    return [
      ...known.map((value) => ({ query: queryOf(value), hasItems: true })),
      ...others.map((value) => ({ query: queryOf(value), hasItems: false })),
    ];
  });
  const most = parameters.find(({ name }) => name === "limit")?.schema.maximum;
  const long = most === undefined ? [] : [{ query: { ...always, limit: String(most) }, hasItems: true }];
  const requests = [{ query: always, hasItems: true }, ...long, ...filtered];
  const orders = parameters.find(({ name }) => name === "sort")?.schema;
  if (orders === undefined) return requests;
  const sorts = valuesOfSchema(orders, () => "").others;
  return sorts.flatMap((sort) => requests.map(({ query, hasItems }) => ({ query: { ...query, sort }, hasItems })));
}

function valuesOfSchema(schema: ParameterSchema, knownValue: () => string): FilterValues {
  if (schema.anyOf !== undefined) {
    return { known: [], others: schema.anyOf.flatMap((one) => valuesOfSchema(one, knownValue).others) };
  }
  if (schema.enum !== undefined) return { known: [], others: schema.enum };
  if (schema.type === "array") return valuesOfSchema(schema.items ?? {}, knownValue);
  if (schema.type === "boolean") return { known: [], others: ["true", "false"] };
  if (schema.type === "integer") return { known: [], others: [`${schema.minimum ?? 0}`, "2", `${schema.maximum}`] };
  if (schema.format === "date-time") return { known: [], others: MOMENTS };
  if (schema.format === "date") return { known: [], others: MOMENTS.map((moment) => moment.slice(0, 10)) };
  if (schema.format === "uuid") return { known: [knownValue()], others: [NO_ID] };
  const others = [NO_TEXT, NO_SHA256].filter((text) => new RegExp(schema.pattern ?? "").test(text));
  return { known: [knownValue()], others: others.slice(0, 1) };
}

/** The cursor of a place amid a list by time, made of one at its start; null for a list by anything else. */
export function cursorAmid(cursor: string): string | null {
  const [moment, ...rest] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  if (!/^\d{4}-\d\d-\d\dT/.test(String(moment))) return null;
  return Buffer.from(JSON.stringify(["2024-01-15T08:00:00.000Z", ...rest])).toString("base64url");
}
