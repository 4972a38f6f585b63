/**
 * The one spelling of a JSON value that every program agrees on, for hashing: no spaces, object keys in order of their
 * UTF-16 code units, numbers as ECMAScript writes them (RFC 8785, JSON Canonicalization Scheme).
 *
 * Properties that are `undefined` are left out, and dates are texts, as in JSON.
 *
 * @throws TypeError for what JSON cannot hold: NaN, infinities, functions, symbols and big integers.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    if ("toJSON" in value && typeof value.toJSON === "function") return canonicalJson(value.toJSON());
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new TypeError(`${value} has no place in JSON`);
  }
  const text = value === undefined ? undefined : JSON.stringify(value);
  if (text === undefined) {
    throw new TypeError(`${typeof value} has no place in JSON`);
  }
  return text;
}
