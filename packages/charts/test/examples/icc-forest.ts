import type { IccForestData } from "../../src/index.ts";

/** Strata from excellent to undefined, one of them negative. */
export const iccForestExample: IccForestData = {
  title: "Agreement of the VAF over three replicates",
  form: "ICC(A,1)",
  level: 0.95,
  rows: [
    { stratum: "SNV, heterozygous", n: 18_230, value: 0.982, interval: [0.979, 0.985] },
    { stratum: "SNV, homozygous", n: 9120, value: 0.874, interval: [0.861, 0.886] },
    { stratum: "indel, heterozygous", n: 1404, value: 0.731, interval: [0.69, 0.768] },
    { stratum: "indel, homozygous", n: 12, value: -0.08, interval: [-0.33, 0.41] },
    { stratum: "low complexity", n: 1, value: null, interval: null, reason: "fewer than 2 variants" },
  ],
  limit: 0.9,
};
