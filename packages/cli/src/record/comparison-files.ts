import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { ResultFile } from "@touchstone/ingest";

/** The files of a comparison that its record is read from: metrics, provenance and curves, as `compare` wrote them. */
export function comparisonFiles(prefix: string): ResultFile[] {
  const folder = dirname(prefix);
  const name = basename(prefix);
  const curves = readdirSync(folder)
    .filter((file) => file.startsWith(`${name}.roc.`) && file.endsWith(".csv.gz"))
    .sort();
  return [`${name}.metrics.json`, `${name}.provenance.json`, ...curves].map((file) => {
    return { name: file, bytes: readFileSync(join(folder, file)) };
  });
}
