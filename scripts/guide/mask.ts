const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, "ID"],
  [/\b[0-9a-f]{64}\b/g, "SHA256"],
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "TIME"],
];

/** A text without what differs each time: ids, hashes and times. */
export function mask(text: string): string {
  return PATTERNS.reduce((masked, [pattern, name]) => masked.replaceAll(pattern, name), text).trimEnd();
}
