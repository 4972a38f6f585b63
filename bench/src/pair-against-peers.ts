import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { toolAvailable } from "@touchstone/test-support";
import { runAardvark } from "./aardvark.ts";
import { intersection, runBcftools } from "./bcftools.ts";
import { best, type Measurement } from "./measure.ts";
import type { BenchmarkPair } from "./pairs.ts";
import { ratio, row, tableHead } from "./table.ts";
import { checkCounts, labelledRecords, runTouchstone, summaryCounts } from "./touchstone.ts";

/** How a benchmark is run. */
export interface PeerOptions {
  readonly runs: number;
  readonly peerOnly: boolean;
  /** Folder for outputs. */
  readonly folder: string;
}

/** Times the peers and Touchstone in turn on the same pair, and prints the table and the ratios. */
export async function pairAgainstPeers(pair: BenchmarkPair, options: PeerOptions): Promise<void> {
  const bcftools: Measurement[] = [];
  const touchstone: Measurement[] = [];
  const aardvark: Measurement[] = [];
  const withAardvark = toolAvailable("aardvark");
  if (withAardvark) for (const vcf of [pair.truth, pair.query]) execFileSync("tabix", ["-f", vcf]);
  const digests = new Set<string>();
  const folderOf = (program: string): string => join(options.folder, pair.name, program);
  for (let run = 0; run < options.runs; run++) {
    bcftools.push(runBcftools(pair, folderOf("bcftools")));
    if (withAardvark) aardvark.push(runAardvark(pair, folderOf("aardvark")));
    if (options.peerOnly) continue;
    touchstone.push(runTouchstone(comparisonOf(pair), folderOf("touchstone")));
    checkCounts(pair, summaryCounts(folderOf("touchstone")));
    digests.add((await labelledRecords(folderOf("touchstone"))).digest);
  }
  if (digests.size > 1) throw new Error("the labelled records differ from run to run");
  console.log(
    `\n${pair.name}: ${pair.counts.get("truth.total")} truth and ${pair.counts.get("query.records")} query records`,
  );
  const { truthOnly, queryOnly, shared } = intersection(folderOf("bcftools"));
  console.log(`bcftools: ${shared} shared, ${truthOnly} and ${queryOnly} private records\n\n${tableHead}`);
  console.log(row("bcftools norm, tabix, isec", best(bcftools)));
  if (withAardvark) console.log(row("aardvark compare", best(aardvark)));
  if (options.peerOnly) return;
  console.log(row("touchstone compare", best(touchstone)));
  const counts = summaryCounts(folderOf("touchstone"));
  console.log(
    `\ntouchstone: FN ${counts.falseNegatives} (generated ${pair.counts.get("inside.FN")}), FP ${counts.falsePositives} (generated ${pair.counts.get("inside.FP")})`,
  );
  console.log(`labelled records SHA-256 ${[...digests][0]}`);
  const [ours, theirs] = [best(touchstone), best(bcftools)];
  console.log(
    `wall ${ratio(ours.wallSeconds, theirs.wallSeconds)} of bcftools, CPU ${ratio(ours.cpuSeconds, theirs.cpuSeconds)}`,
  );
}

/** The files of a pair as arguments of a comparison. */
export function comparisonOf(pair: BenchmarkPair): {
  truth: string;
  query: string;
  reference: string;
  regions: string;
} {
  const { truth, query, reference, regions } = pair;
  return { truth, query, reference, regions };
}
