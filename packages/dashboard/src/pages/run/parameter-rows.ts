/** A parameter of a run with its place, `caller.minDepth`, and its value as JSON. */
export interface ParameterRow {
  readonly name: string;
  readonly value: string;
}

/** Parameters as rows, by name; of records each field, of lists the whole. */
export function parameterRows(parameters: unknown): ParameterRow[] {
  return rowsOf("", parameters).sort((one, other) => (one.name < other.name ? -1 : 1));
}

function rowsOf(name: string, value: unknown): ParameterRow[] {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  if (isRecord && (name === "" || Object.keys(value).length > 0)) {
    return Object.entries(value).flatMap(([field, one]) => rowsOf(name === "" ? field : `${name}.${field}`, one));
  }
  if (name === "") return [];
  return [{ name, value: typeof value === "string" ? value : JSON.stringify(value) }];
}
