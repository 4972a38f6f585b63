import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Random } from "@touchstone/simulation";
import { TextOutput } from "./text-output.ts";

/** Sets of regions as GIAB ships them: some with a few long intervals, some with many short ones. */
export interface StratificationOptions {
  /** Folder that gets strata.tsv and the BED files that it lists. */
  readonly folder: string;
  readonly seed: number;
  readonly fileCount: number;
  readonly contigs: readonly { readonly name: string; readonly length: number }[];
  /** Intervals of the largest files. */
  readonly maxIntervals: number;
}

/** Generates the BED files and the TSV that lists them; returns the path of the TSV and the number of intervals in all files. */
export function generateStratifications(options: StratificationOptions): { tsv: string; intervalCount: number } {
  mkdirSync(options.folder, { recursive: true });
  const random = new Random(options.seed);
  const tsv = join(options.folder, "strata.tsv");
  const list = new TextOutput(tsv);
  let intervalCount = 0;
  for (let i = 0; i < options.fileCount; i++) {
    const name = `stratum${String(i + 1).padStart(3, "0")}`;
    list.text(`${name}\t${name}.bed\n`);
    // Evenly spread over the orders of magnitude from 10 intervals on.
    const wanted = Math.round(10 * (options.maxIntervals / 10) ** random.fraction());
    intervalCount += writeBed(random, join(options.folder, `${name}.bed`), options.contigs, wanted);
  }
  list.close();
  return { tsv, intervalCount };
}

/** Returns the number of intervals written. */
function writeBed(random: Random, path: string, contigs: StratificationOptions["contigs"], wanted: number): number {
  const output = new TextOutput(path);
  const total = contigs.reduce((sum, { length }) => sum + length, 0);
  const meanStep = total / wanted;
  const coveredShare = 0.02 + 0.5 * random.fraction();
  let count = 0;
  for (const { name, length } of contigs) {
    let at = Math.floor(random.exponential(meanStep));
    while (at < length) {
      const end = Math.min(length, at + 1 + Math.floor(random.exponential(meanStep * coveredShare)));
      output.text(`${name}\t${at}\t${end}\n`);
      at = end + 1 + Math.floor(random.exponential(meanStep * (1 - coveredShare)));
      count++;
    }
  }
  output.close();
  return count;
}
