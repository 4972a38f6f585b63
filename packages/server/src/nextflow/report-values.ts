/** Members of a JSON object. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** The object that a value is; an empty one for any other value. */
export function recordOf(value: unknown): JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonRecord) : {};
}

/** The list that a value is; an empty one for any other value. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

const CUT_PAIR = /[\uD800-\uDBFF]$/;

/** The text that a value is, without space around it, cut off after that many letters; null for none. */
export function textOf(value: unknown, longest: number): string | null {
  if (typeof value !== "string") return null;
  return value.trim().slice(0, longest).replace(CUT_PAIR, "").trim() || null;
}

/** The moment that a value is: ISO 8601 with its zone, or milliseconds since 1970; null for anything else. */
export function momentOf(value: unknown): Date | null {
  const isIso = typeof value === "string" && /^\d{4}-\d\d-\d\dT.*(Z|[-+]\d\d:?\d\d)$/.test(value);
  const milliseconds = isIso ? Date.parse(value) : typeof value === "number" ? value : Number.NaN;
  return milliseconds > 0 && milliseconds < Date.UTC(10_000, 0, 1) ? new Date(milliseconds) : null;
}
