import type { ScoreForestData } from "../../src/index.ts";

/** Strata from perfect to undefined; one is a hair below 1. */
export const scoreForestExample: ScoreForestData = {
  title: "Recall of SNP by stratum",
  score: "recall",
  level: 0.95,
  rows: [
    { stratum: "all", n: 3_327_495, value: 0.99998, interval: [0.99997, 0.99999] },
    { stratum: "GRCh38_notinalldifficultregions", n: 2_900_000, value: 1, interval: [0.99999, 1] },
    { stratum: "GRCh38_lowmappabilityall", n: 180_000, value: 0.942, interval: [0.9409, 0.9431] },
    { stratum: "MHC", n: 12, value: 0.9167, interval: [0.6461, 0.9851] },
    { stratum: "empty", n: 0, value: null, interval: null, reason: "no truth records" },
  ],
  strata: 31,
};
