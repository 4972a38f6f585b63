import { join, resolve } from "node:path";
import { generateStratifications } from "@touchstone/test-support";
import { best, type Measurement, measure } from "./measure.ts";
import { comparisonOf } from "./pair-against-peers.ts";
import { pairNamed } from "./pairs.ts";
import { ratio, row, tableHead } from "./table.ts";
import { checkCounts, runTouchstone, summaryCounts } from "./touchstone.ts";

const fileCount = 500;
const maxIntervals = 100_000;

/** Times a comparison with 500 stratification files, without, and the reading of these files alone. */
export async function stratified(options: { readonly runs: number; readonly folder: string }): Promise<void> {
  const pair = pairNamed("standard", options.folder);
  const strata = generateStratifications({
    folder: join(options.folder, "stratifications"),
    seed: 500,
    fileCount,
    contigs: pair.contigs,
    maxIntervals,
  });
  const without: Measurement[] = [];
  const within: Measurement[] = [];
  const reading: Measurement[] = [];
  const folder = join(options.folder, "runs", "stratified");
  for (let run = 0; run < options.runs; run++) {
    without.push(runTouchstone(comparisonOf(pair), folder));
    const expected = summaryCounts(folder);
    within.push(runTouchstone({ ...comparisonOf(pair), stratifications: strata.tsv }, folder));
    checkCounts(pair, summaryCounts(folder));
    if (JSON.stringify(summaryCounts(folder)) !== JSON.stringify(expected))
      throw new Error("the strata changed the totals");
    const script = resolve(import.meta.dirname, "read-beds.ts");
    reading.push(measure(process.execPath, ["--conditions=@touchstone/source", script, strata.tsv]));
  }
  console.log(`\n${fileCount} stratification files, ${strata.intervalCount} intervals\n\n${tableHead}`);
  console.log(row("touchstone without", best(without)));
  console.log(row("touchstone with", best(within)));
  console.log(row("reading the files, one thread", best(reading)));
  const [a, b, c] = [best(without), best(within), best(reading)];
  console.log(
    `\nwithout the reading: CPU ${ratio(b.cpuSeconds - c.cpuSeconds, a.cpuSeconds)} of a comparison without strata`,
  );
  // Two threads read in half the time at best.
  console.log(`and wall ${ratio(b.wallSeconds - c.wallSeconds / 2, a.wallSeconds)}`);
}
