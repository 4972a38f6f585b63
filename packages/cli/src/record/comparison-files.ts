import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { ResultFile } from "@touchstone/ingest";
import { rocTables } from "../roc-tables.ts";

/** The files of a comparison that its record is read from: metrics, provenance and curves, as `compare` wrote them. */
export function comparisonFiles(prefix: string): ResultFile[] {
  return [`${prefix}.metrics.json`, `${prefix}.provenance.json`, ...rocTables(prefix)].map((path) => {
    return { name: basename(path), bytes: readFileSync(path) };
  });
}
