import { existsSync } from "node:fs";
import type { ResultFile } from "@touchstone/ingest";
import { readBytes } from "../read-text.ts";
import { rocTables } from "../roc-tables.ts";

const METRICS = ".metrics.json";

/**
 * The files of a comparison that a report is made of.
 *
 * @param target the prefix that was given to `compare --out`, or PREFIX.metrics.json.
 * @throws FormatError TS_FILE_NOT_FOUND when the metrics are not there; provenance and roc tables may be missing.
 */
export function reportedComparison(target: string): ResultFile[] {
  const prefix = target.endsWith(METRICS) ? target.slice(0, -METRICS.length) : target;
  const metrics = { name: `${prefix}${METRICS}`, bytes: readBytes(`${prefix}${METRICS}`) };
  const provenance = `${prefix}.provenance.json`;
  const others = [...(existsSync(provenance) ? [provenance] : []), ...rocTables(prefix, "Locations.")];
  return [metrics, ...others.map((name) => ({ name, bytes: readBytes(name) }))];
}
