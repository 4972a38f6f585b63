import { isList, type Json } from "./reference-case.ts";

const NAMES = new Set(["labels", "see", "note", "comment"]);

/**
 * Whether an expected name only informs a reader: figures as they were printed (`published...`), labels, notes, and rows
 * that are prose, such as the names of a table's rows.
 */
export function isInformative(name: string, expected: Json): boolean {
  if (NAMES.has(name) || name.startsWith("published")) return true;
  return name === "rows" && isList(expected) && expected.every((row) => typeof row === "string");
}
