type Value = Readonly<Partial<Record<string, unknown>>>;

/**
 * A value of the OpenAPI document, when the document is read by `JSON.parse` with this reviver: as the routes behave and as
 * OpenAPI 3.1 writes it, where the routes' schemas and the plugin that gathers them say it otherwise.
 */
export function corrected(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return withPrefixItems(withoutRequiredDefaults(withOptionalBody(value as Value)));
}

/** What has a default may be left out: the schemas ask for it, since handlers always get it. */
function withoutRequiredDefaults(value: Value): Value {
  const { required, schema, properties } = value;
  if (required === true && hasDefault(schema)) return { ...value, required: false };
  if (!Array.isArray(required) || typeof properties !== "object" || properties === null) return value;
  return { ...value, required: required.filter((name) => !hasDefault((properties as Value)[name])) };
}

function hasDefault(schema: unknown): boolean {
  return typeof schema === "object" && schema !== null && "default" in schema;
}

/** A list whose places have a schema each: JSON Schema wrote it as `items` before 2020-12, the version of OpenAPI 3.1. */
function withPrefixItems(value: Value): Value {
  const { items, additionalItems, ...rest } = value;
  if (!Array.isArray(items)) return value;
  return { ...rest, prefixItems: items, ...(additionalItems === false ? { items: false } : {}) };
}

/** A body of JSON that may be anything may be missing too. */
function withOptionalBody(value: Value): Value {
  const { content, required } = value;
  if (required !== true || typeof content !== "object" || content === null) return value;
  const { schema } = ((content as Value)["application/json"] ?? {}) as Value;
  if (typeof schema !== "object" || schema === null) return value;
  return Object.keys(schema).some((key) => key !== "description") ? value : { ...value, required: false };
}
