/** What stands in an address after the `?`, before anything is known of it. */
export type RawSearch = Readonly<Record<string, unknown>>;

/** A text of the address; undefined where there is none. A number that was written bare is one too. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** One of the words that are known; undefined for any other. */
export function oneOf<Word extends string>(value: unknown, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === value);
}

/** A day, `2026-03-01`. */
export function dayOf(value: unknown): string | undefined {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;
}

/** Without the fields that say nothing, so that the address stays short. */
export function compact<Search extends object>(
  search: Search,
): { [Field in keyof Search]?: Exclude<Search[Field], undefined> } {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Field in keyof Search]?: Exclude<Search[Field], undefined> };
}
