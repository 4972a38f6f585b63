import { generatePair } from "./generate-pair.ts";
import type { GeneratedPair } from "./pair-options.ts";

/**
 * A pair small enough to look through: one contig of 200 kb, 300 truth records, and a query that gets a few dozen wrong.
 * The files are always the same.
 */
export function generateDemoPair(folder: string): GeneratedPair {
  const errorRates = { dropped: 0.04, gt_error: 0.02, allele_error: 0.01, extra: 0.04 };
  return generatePair({ folder, seed: 20, contigLengths: [200_000], eventCount: 300, errorRates });
}
