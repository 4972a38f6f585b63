import type { PairOptions } from "@touchstone/test-support";

/** Generated pairs whose labels are in ../golden/generated-pairs.json. */
export const PAIRS: Readonly<Record<string, Omit<PairOptions, "folder">>> = {
  sparse: { seed: 11, contigLengths: [250_000, 150_000], eventCount: 700 },
  dense: { seed: 12, contigLengths: [60_000, 40_000], eventCount: 800, dense: true },
  erroneous: {
    seed: 13,
    contigLengths: [60_000, 40_000],
    eventCount: 700,
    dense: true,
    errorRates: { dropped: 0.08, gt_error: 0.08, allele_error: 0.05, extra: 0.2 },
  },
};
