import type { EvidenceRecord } from "@touchstone/evidence";

/** A row as a bundle shows it: names in camel case, moments as text. Values of JSON columns stay as they are. */
export function toRecord(row: object): EvidenceRecord {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [camelCase(name), value instanceof Date ? value.toISOString() : value]),
  );
}

/** The rows of a query as a bundle shows them. */
export async function recordsOf(query: { execute(): Promise<object[]> }): Promise<EvidenceRecord[]> {
  return (await query.execute()).map(toRecord);
}

/** Ids that records have under a name, each once; without those that are null. */
export function idsIn(records: readonly EvidenceRecord[], name: string): string[] {
  return [...new Set(records.map((record) => record[name]).filter((id) => typeof id === "string"))];
}

function camelCase(name: string): string {
  return name.replaceAll(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}
