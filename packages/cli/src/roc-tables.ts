import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Paths of the roc tables that `compare` wrote, in the order of their names.
 *
 * @param kind how their names go on after `PREFIX.roc.`; all unless given.
 */
export function rocTables(prefix: string, kind = ""): string[] {
  const folder = dirname(prefix);
  const beginning = `${basename(prefix)}.roc.${kind}`;
  return readdirSync(folder)
    .filter((file) => file.startsWith(beginning) && file.endsWith(".csv.gz"))
    .sort()
    .map((file) => join(folder, file));
}
