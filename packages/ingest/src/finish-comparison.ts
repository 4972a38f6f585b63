import { canonicalJson } from "@touchstone/model";
import { contentHash } from "@touchstone/quality";
import type { ImportedComparison } from "./imported-comparison.ts";

/** The comparison with the hash of what it holds; its discordant variants are in another file. */
export function finishComparison(
  comparison: Omit<ImportedComparison, "contentSha256" | "discordant">,
): ImportedComparison {
  const { format, metrics, strata, points } = comparison;
  return { ...comparison, discordant: null, contentSha256: contentHash({ format, metrics, strata, points }) };
}

/**
 * The document to keep of tables that are no JSON: the cells of each, by the name of its columns. Rows are in an order of
 * their own, and one that two files share is there once, so that the same results give the same document.
 */
export function tablesDocument(
  format: string,
  tables: Readonly<Record<string, readonly object[]>>,
): Record<string, unknown> {
  const sorted = Object.entries(tables).map(([name, rows]) => [name, distinctRows(rows)]);
  return { schema: "touchstone/imported-comparison/1", format, tables: Object.fromEntries(sorted) };
}

function distinctRows(rows: readonly object[]): object[] {
  const spelled = new Map(rows.map((row) => [canonicalJson(row), row]));
  return [...spelled.keys()].sort().map((key) => spelled.get(key) ?? {});
}
