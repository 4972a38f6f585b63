import { readFileSync, writeFileSync } from "node:fs";
import type { GeneratedPair } from "./pair-options.ts";

/**
 * Calls of another version of the pipeline that made the query of a plain, phased or unphased pair on one contig: right in
 * the first half of the contig, where the query has its errors, and with every seventh record of the second half missing.
 *
 * @returns the path of the new query.
 */
export function generateNextVersion(pair: GeneratedPair, path: string, contigLength: number): string {
  const half = contigLength / 2;
  const [truth, query] = [pair.truth, pair.query].map((file) => readFileSync(file, "utf8").trimEnd().split("\n"));
  const isRecord = (line: string) => !line.startsWith("#");
  const positionOf = (line: string) => Number(line.split("\t")[1]);
  // The truth has no FILTER and QUAL of its own; what a version calls has passed.
  const right = truth.filter((line) => isRecord(line) && positionOf(line) < half).map(asQuery);
  const kept = query.filter((line) => isRecord(line) && positionOf(line) >= half).filter((_, place) => place % 7 !== 6);
  const lines = [...query.filter((line) => !isRecord(line)), ...right, ...kept];
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

function asQuery(line: string): string {
  const cells = line.split("\t");
  const [chrom, pos, id, ref, alt, , , , , sample = ""] = cells;
  return [chrom, pos, id, ref, alt, "50", "PASS", ".", "GT", sample.split(":", 1)[0]].join("\t");
}
