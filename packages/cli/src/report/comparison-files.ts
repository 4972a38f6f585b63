import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { ResultFile } from "@touchstone/ingest";
import { readBytes } from "../read-text.ts";

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
  const curves = readdirSync(dirname(prefix))
    .filter((file) => file.startsWith(`${basename(prefix)}.roc.Locations.`) && file.endsWith(".csv.gz"))
    .sort()
    .map((file) => join(dirname(prefix), file));
  const others = [...(existsSync(provenance) ? [provenance] : []), ...curves];
  return [metrics, ...others.map((name) => ({ name, bytes: readBytes(name) }))];
}
