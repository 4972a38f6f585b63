import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Measurement, measure } from "./measure.ts";
import type { BenchmarkPair } from "./pairs.ts";

const script = `set -e
bcftools norm -m -any -f "$1" -Oz -o "$4/truth.vcf.gz" "$2"
bcftools norm -m -any -f "$1" -Oz -o "$4/query.vcf.gz" "$3"
tabix "$4/truth.vcf.gz"
tabix "$4/query.vcf.gz"
bcftools isec -p "$4/isec" "$4/truth.vcf.gz" "$4/query.vcf.gz"
`;

/** One run of the peer, on one thread: normalise both files, index both, intersect. It finds exact matches only. */
export function runBcftools(pair: BenchmarkPair, folder: string): Measurement {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const measurement = measure("sh", ["-c", script, "sh", pair.reference, pair.truth, pair.query, folder]);
  checkIntersection(pair, folder);
  return measurement;
}

/** Splitting makes more records, so each file has to have at least as many as it had; most of the truth has to be shared. */
function checkIntersection(pair: BenchmarkPair, folder: string): void {
  const { truthOnly, queryOnly, shared } = intersection(folder);
  const truthRecords = pair.counts.get("truth.total") ?? 0;
  const queryRecords = pair.counts.get("query.records") ?? 0;
  const complete =
    truthOnly + shared >= truthRecords && queryOnly + shared >= queryRecords && shared > 0.8 * truthRecords;
  if (!complete)
    throw new Error(`bcftools isec found ${truthOnly} + ${queryOnly} private and ${shared} shared records: too few`);
}

/** Numbers of records that the last run wrote as private and shared. */
export function intersection(folder: string): { truthOnly: number; queryOnly: number; shared: number } {
  const sites = join(folder, "isec", "sites.txt");
  const count = { "10": 0, "01": 0, "11": 0 };
  if (!existsSync(sites)) throw new Error(`${sites} was not written`);
  for (const line of readFileSync(sites, "utf8").trimEnd().split("\n")) count[line.slice(-2) as keyof typeof count]++;
  return { truthOnly: count["10"], queryOnly: count["01"], shared: count["11"] };
}
