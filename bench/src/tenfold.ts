import { join } from "node:path";
import { best, type Measurement } from "./measure.ts";
import { comparisonOf } from "./pair-against-peers.ts";
import { type BenchmarkPair, pairNamed } from "./pairs.ts";
import { ratio, row, tableHead } from "./table.ts";
import { checkCounts, runTouchstone, summaryCounts } from "./touchstone.ts";

/** Times ten times the records on a reference of ten times the length, and prints how the time per record grows. */
export async function tenfold(options: { readonly runs: number; readonly folder: string }): Promise<void> {
  const pairs = [pairNamed("standard", options.folder), pairNamed("tenfold", options.folder)];
  const measurements: Measurement[][] = [[], []];
  for (let run = 0; run < options.runs; run++) {
    pairs.forEach((pair, i) => {
      const folder = join(options.folder, "runs", pair.name, "touchstone");
      measurements[i].push(runTouchstone(comparisonOf(pair), folder));
      checkCounts(pair, summaryCounts(folder));
    });
  }
  const [small, large] = measurements.map(best);
  console.log(`\n${tableHead}\n${row(`touchstone, ${recordsOf(pairs[0])} records`, small)}`);
  console.log(row(`touchstone, ${recordsOf(pairs[1])} records`, large));
  const perRecord = ratio(large.wallSeconds / recordsOf(pairs[1]), small.wallSeconds / recordsOf(pairs[0]));
  console.log(`\nwall time per record: ${perRecord} of the standard pair`);
}

function recordsOf(pair: BenchmarkPair): number {
  return (pair.counts.get("truth.total") ?? 0) + (pair.counts.get("query.records") ?? 0);
}
